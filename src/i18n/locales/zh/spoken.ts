import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('zh')

export const spoken = {
  says: (name) => `${name}说`,
  answers: (name, other) => `${name}回复${other}`,
  sends: (name) => `${name}发送`,

  someone: '某人',
  aRole: '某个身份组',
  aChannel: '某个频道',
  everyone: '所有人',
  everyoneHere: '在线的各位',
  command: (name) => `命令${name}`,

  link: '链接',
  links: counted('zh', { single: '链接', other: '#个链接' }),
  linkTo: (domain) => `${domain} 的链接`,
  code: '代码',
  spoiler: '剧透内容',
  times: (count, name) => `${count}个${name}`,
  emojis: counted('zh', { single: '一个表情', other: '#个表情' }),
  at: '艾特',
  dot: '点',
  signs: {
    questionMark: '问号',
    exclamationMark: '感叹号',
    ellipsis: '省略号',
    dot: '句号',
    plus: '加号',
    minus: '减号',
    equals: '等号',
    arrowUp: '向上箭头',
    slash: '斜杠',
    hash: '井号',
    at: '艾特',
    percent: '百分号',
    and: '和',
  },

  forwarded: '转发',
  poll: (question) => `投票：${question}`,
  options: (answers) => `选项：${either(answers)}`,
  sticker: (name) => (name === '' ? '贴纸' : `贴纸 ${name}`),
  embed: (title) => `预览：${title}`,
  images: counted('zh', { single: '图片', other: '#张图片' }),
  videos: counted('zh', { single: '视频', other: '#个视频' }),
  audios: counted('zh', { single: '音频', other: '#个音频' }),
  files: counted('zh', { single: '文件', other: '#个文件' }),
  file: (name) => `文件 ${name}`,
  voiceMessage: '语音消息',
  duration: lasting('zh'),

  andSoOn: '等等',

  joins: (name) => `${name}来了`,
  leaves: (name) => `${name}离开了`,
  leftOut: counted('zh', { single: '略过一条消息', other: '略过#条消息' }),
} as const satisfies Spoken
