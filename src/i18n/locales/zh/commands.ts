import type { CommandTexts } from '../../catalogue.ts'
import { readingCommands } from './reading.ts'
import { settingCommands } from './setting-commands.ts'

export const commands: CommandTexts = {
  join: { name: '加入', description: '加入你的语音频道' },
  leave: { name: '离开', description: '离开语音频道' },
  say: {
    name: '说话',
    description: '在你的语音频道里把一段话念出来',
    options: {
      text: { name: '内容', description: '要说的话' },
      voice: { name: '声音', description: '用哪个声音：输入名字、语言或声音类型来查找' },
      style: { name: '风格', description: '怎么说，用你自己的话描述：小声耳语、像体育解说一样……' },
      language: { name: '语言', description: '文字的语言；不填则自动识别' },
    },
  },
  skip: { name: '跳过', description: '跳过当前消息' },
  stop: { name: '停止', description: '停止说话并清空队列' },
  doctor: { name: '诊断', description: '检查这里是否一切正常，不正常该怎么办' },
  setup: { name: '设置', description: '一步步设置我：声音、频道、人、播报' },
  help: { name: '帮助', description: '我会做什么，在哪里找到' },
  ...settingCommands,
  ...readingCommands,
}
