import type { SettingCommandTexts } from '../../setting-commands.ts'

const voice = { name: '声音', description: '输入名字、语言或声音类型来查找' }
const style = { name: '风格', description: '列表中的风格，或你自己的描述：小声耳语、像体育解说一样……' }
const language = { name: '语言', description: '文字的语言' }
const channel = { name: '频道', description: '哪个频道；不填则为这个频道' }
const whose = { name: '归属', description: '谁的词典', choices: { me: '我的', server: '服务器的' } }

export const settingCommands: SettingCommandTexts = {
  voice: { name: '声音', description: '你在本服务器的声音' },
  'voice set': { name: '选择', description: '选择你的声音', options: { voice } },
  'voice style': { name: '风格', description: '选择你的声音怎么说话', options: { style } },
  'voice language': { name: '语言', description: '选择你写字用的语言', options: { language } },
  'voice speed': {
    name: '语速',
    description: '选择你的声音说得多快',
    options: { speed: { name: '语速', description: '0.5 是平常的一半，2 是平常的两倍' } },
  },
  'voice show': { name: '查看', description: '查看你的声音，以及每项设置从何而来' },
  'voice reset': {
    name: '重置',
    description: '恢复成大家通用的声音',
    options: {
      setting: {
        name: '项目',
        description: '重置哪一项；不填则全部重置',
        choices: { voice: '声音', style: '风格', language: '语言', speed: '语速' },
      },
    },
  },
  'voice preview': { name: '试听', description: '听听一个声音', options: { voice, style } },
  'voice list': { name: '列表', description: '浏览所有声音' },

  style: { name: '风格', description: '风格：声音怎么说话' },
  'style use': { name: '使用', description: '选择你的声音怎么说话', options: { style } },
  'style list': { name: '列表', description: '查看有名字的风格' },
  'style add': {
    name: '添加',
    description: '给一种风格起名，本服务器的所有人都能使用',
    options: {
      name: { name: '名称', description: '简短的名称' },
      style: { name: '风格', description: '怎么说话，用中文或英文直接描述' },
    },
  },
  'style remove': {
    name: '删除',
    description: '删除本服务器的一种风格',
    options: { name: { name: '名称', description: '风格的名称' } },
  },

  server: { name: '服务器', description: '本服务器的设置' },
  'server voice': { name: '声音', description: '没有自选声音的人用什么声音', options: { voice } },
  'server style': { name: '风格', description: '没有自选风格的人用什么风格', options: { style } },
  'server language': { name: '语言', description: '这里通常用什么语言书写', options: { language } },
  'server engine': {
    name: '引擎',
    description: '用哪个服务生成语音',
    options: {
      engine: { name: '服务', description: '语音服务' },
      model: { name: '模型', description: '语音服务的模型' },
    },
  },
  'server limits': {
    name: '限制',
    description: '读多少、读多快',
    options: {
      'max-length': { name: '消息长度', description: '朗读的最长消息，1 到 2000 个字符' },
      queue: { name: '队列', description: '最多有多少条消息等待，1 到 200' },
      'queue-per-member': { name: '每人队列', description: '每位成员最多有多少条消息等待，1 到 50' },
      'per-minute': { name: '每分钟', description: '每位成员每分钟的消息数，1 到 120' },
      'everybody-per-minute': { name: '全体每分钟', description: '所有人每分钟的消息数，1 到 600' },
      'alone-after': { name: '空闲离开', description: '频道没人后多少秒离开，最多 86400；0 表示不离开' },
      speed: { name: '语速', description: '没有自选语速的人的语速，0.5 到 2' },
      volume: { name: '音量', description: '音量，0 到 2' },
    },
  },
  'server announce': {
    name: '播报',
    description: '我在消息之间说什么',
    options: {
      names: {
        name: '名字',
        description: '什么时候在消息前报名字',
        choices: { never: '从不', change: '换人说话时', always: '总是' },
      },
      language: { name: '语言', description: '播报的语言' },
      joins: { name: '加入', description: '播报谁来了' },
      leaves: { name: '离开', description: '播报谁走了' },
    },
  },
  'server reading': {
    name: '朗读',
    description: '朗读哪些消息',
    options: {
      bots: { name: '机器人', description: '机器人的消息' },
      webhooks: { name: 'webhook', description: 'Webhook 的消息' },
      embeds: { name: '嵌入', description: '嵌入内容里的文字' },
      'only-in-voice': { name: '仅语音成员', description: '只读在语音频道里的成员' },
      'auto-join': { name: '自动加入', description: '第一位成员进入语音频道时自动过来' },
      'ignore-prefix': { name: '忽略前缀', description: '不读以此开头的消息' },
      'require-prefix': { name: '必需前缀', description: '只读以此开头的消息' },
    },
  },
  'server roles': {
    name: '身份组',
    description: '按身份组决定读谁的消息',
    options: {
      role: { name: '身份组', description: '身份组' },
      rule: {
        name: '规则',
        description: '对拥有它的人怎么处理',
        choices: { required: '只读这些人', ignored: '从不朗读', none: '不特殊处理' },
      },
    },
  },
  'server budget': {
    name: '额度',
    description: '最多可以朗读多少字符',
    options: {
      'server-day': { name: '服务器每天', description: '所有人合计每天的字符数' },
      'server-month': { name: '服务器每月', description: '所有人合计每月的字符数' },
      'member-day': { name: '成员每天', description: '每位成员每天的字符数' },
      'member-month': { name: '成员每月', description: '每位成员每月的字符数' },
      'when-spent': {
        name: '用完时',
        description: '额度用完后怎么办',
        choices: { local: '改用本地声音继续', stop: '停止并提示' },
      },
    },
  },
  'server show': { name: '查看', description: '查看本服务器的所有设置' },
  'server reset': {
    name: '重置',
    description: '恢复默认设置',
    options: {
      setting: {
        name: '项目',
        description: '重置哪一项',
        choices: {
          voice: '声音',
          style: '风格',
          language: '语言',
          engine: '语音服务',
          limits: '限制',
          announce: '播报',
          reading: '朗读哪些消息',
          roles: '身份组',
          budget: '额度',
          all: '这里的全部设置',
        },
      },
    },
  },
  'server panel': { name: '面板', description: '点按钮更改最常用的设置' },

  channel: { name: '频道', description: '单个频道的声音' },
  'channel voice': { name: '声音', description: '没有自选声音的人用什么声音', options: { voice, channel } },
  'channel style': { name: '风格', description: '没有自选风格的人用什么风格', options: { style, channel } },
  'channel language': { name: '语言', description: '那里通常用什么语言书写', options: { language, channel } },
  'channel reset': { name: '重置', description: '恢复成服务器的设置', options: { channel } },

  words: { name: '词典', description: '词语怎么读' },
  'words add': {
    name: '添加',
    description: '把写的内容读成别的',
    options: {
      written: { name: '原文', description: '写的是什么' },
      spoken: { name: '读作', description: '读成什么；不填则不读' },
      for: whose,
      regex: { name: '正则', description: '原文是匹配规则（RE2 正则表达式）' },
      'whole-word': { name: '整词', description: '不匹配更长单词的一部分；不填则为是' },
      'match-case': { name: '区分大小写', description: '只在大小写完全一致时匹配' },
    },
  },
  'words remove': {
    name: '删除',
    description: '让一个词恢复按原文朗读',
    options: { written: { name: '原文', description: '写的是什么' }, for: whose },
  },
  'words list': { name: '列表', description: '查看词典', options: { for: whose } },
  'words import': {
    name: '导入',
    description: '从文件添加词语',
    options: {
      file: { name: '文件', description: 'CSV 或 JSON 文件，格式同 /words export；最大 256 KiB' },
      for: whose,
      replace: { name: '替换', description: '删除其他所有词语' },
    },
  },
  'words export': {
    name: '导出',
    description: '把词典导出为文件',
    options: {
      format: { name: '格式', description: '文件类型', choices: { csv: 'CSV（用于电子表格）', json: 'JSON' } },
      for: whose,
    },
  },

  nickname: { name: '称呼', description: '我怎么称呼你' },
  'nickname set': {
    name: '设置',
    description: '选择我在你的消息前报的名字',
    options: { name: { name: '名字', description: '读出来的名字' } },
  },
  'nickname reset': { name: '重置', description: '恢复成你在本服务器的名字' },

  optout: { name: '别读我', description: '不要朗读我写的内容' },
  'optout here': { name: '本服务器', description: '在本服务器不再朗读我写的内容' },
  'optout everywhere': { name: '所有服务器', description: '在任何服务器都不再朗读我写的内容' },
  'optout off': { name: '取消', description: '重新朗读我写的内容' },

  mydata: { name: '我的数据', description: '保存了哪些关于你的数据' },
  'mydata export': { name: '导出', description: '把关于你的所有数据导出为文件' },
  'mydata delete': { name: '删除', description: '删除关于你的所有数据' },

  privacy: { name: '隐私', description: '保存什么、保存多久、文字会发到哪里' },
}
