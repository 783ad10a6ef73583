import { choice, counted, lasting } from '../../counted.ts'
import type { Spoken } from '../../spoken.ts'

const either = choice('ja')

export const spoken = {
  says: (name) => `${name}さん`,
  answers: (name, other) => `${name}さんから${other}さんへ`,
  sends: (name) => `${name}さんが送信`,

  someone: '誰か',
  aRole: 'ロール',
  aChannel: 'チャンネル',
  everyone: 'みなさん',
  everyoneHere: 'オンラインのみなさん',
  command: (name) => `コマンド ${name}`,

  link: 'リンク',
  links: counted('ja', { single: 'リンク', other: 'リンク#件' }),
  linkTo: (domain) => `${domain} へのリンク`,
  code: 'コード',
  spoiler: 'ネタバレ',
  times: (count, name) => `${name}が${count}個`,
  emojis: counted('ja', { single: '絵文字', other: '絵文字#個' }),
  at: 'アット',
  dot: 'ドット',
  signs: {
    questionMark: 'はてな',
    exclamationMark: 'びっくりマーク',
    ellipsis: 'てんてんてん',
    dot: 'まる',
    plus: 'プラス',
    minus: 'マイナス',
    equals: 'イコール',
    arrowUp: '上矢印',
    slash: 'スラッシュ',
    hash: 'シャープ',
    at: 'アット',
    percent: 'パーセント',
    and: 'アンド',
  },

  forwarded: '転送',
  poll: (question) => `投票：${question}`,
  options: (answers) => `選択肢は、${either(answers)}`,
  sticker: (name) => (name === '' ? 'スタンプ' : `スタンプ ${name}`),
  embed: (title) => `プレビュー：${title}`,
  images: counted('ja', { single: '画像', other: '画像#枚' }),
  videos: counted('ja', { single: '動画', other: '動画#本' }),
  audios: counted('ja', { single: '音声ファイル', other: '音声ファイル#件' }),
  files: counted('ja', { single: 'ファイル', other: 'ファイル#件' }),
  file: (name) => `ファイル ${name}`,
  voiceMessage: 'ボイスメッセージ',
  duration: lasting('ja'),

  andSoOn: '以下略',

  joins: (name) => `${name}さんが参加しました`,
  leaves: (name) => `${name}さんが退出しました`,
  leftOut: counted('ja', { single: 'メッセージを1件省略', other: 'メッセージを#件省略' }),
} as const satisfies Spoken
