import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `これから${channel}を**${voice}**で読み上げます。`,
  willReadHere: (channel, voice) =>
    `**${voice}**にいる間、${channel}を読み上げます。そこに参加して、\`/join\`で呼んでください。`,
  notReadAnyMore: (channel) => `${channel}の読み上げをやめました。`,
  notRead: (channel) =>
    `${channel}はもともと読み上げていないので、何も変わりません。\`/read list\`で読み上げ中のチャンネルを見られます。`,
  list: () => '読み上げているチャンネル：',
  listed: (channel, voice) => `${channel}を${voice}で`,
  emptyList: () =>
    'まだテキストチャンネルは読み上げていません。読むのは、今いるボイスチャンネルのチャットだけです。テキストチャンネルで`/read here`を使ってください。',

  readingAloud: (voice) => `**${voice}**で読み上げます。`,
  readingFrom: (count, left, voice) =>
    `**${voice}**で${number(count)}件のメッセージを読み上げます${left > 0 ? `（${number(left)}件はスキップ）` : ''}。`,
  nothingToRead: () => 'ここには読み上げられるものがありません。',

  youAreRead: () => 'このサーバーで、またあなたのメッセージを読み上げます。',
  youAreNotRead: () =>
    '今後、このサーバーではあなたのメッセージを読み上げません。同じメニューをもう一度選ぶと元に戻せます。',
  isRead: (person) => `また${person}さんのメッセージを読み上げます。`,
  isNotRead: (person) => `今後、${person}さんのメッセージは読み上げません。同じメニューをもう一度選ぶと元に戻せます。`,

  following: (person) => `退出するまで、${person}さんのボイスチャンネル移動についていきます。`,
  followingNoMore: (person) => `${person}さんについていくのをやめました。`,

  outcomes: {
    waiting: '順番待ちか、ちょうど読み上げているところです。',
    spoken: '読み上げました。',
    empty: '声に出せる内容がありません。',
    'left-out': '順番待ちのメッセージが多すぎたので、スキップしました。',
    dropped: 'スキップまたは停止されたか、順番が来る前に退出しました。',
    deleted: '読み終わる前に削除されました。',
    unknown: '今なら読み上げますが、送信されたときにいなかったか、だいぶ前なので覚えていません。',
  },
  reasons: {
    'own-message': 'このBot自身のメッセージです。自分のものは読み上げません。',
    'system-message': 'Discordのシステムメッセージです。',
    command: 'コマンドへの応答です。',
    'opted-out': '書いた人が読み上げを望んでいません。',
    'unread-member': 'このサーバーでは、書いた人が読み上げの対象から外されています。',
    'channel-not-read': 'このチャンネルは読み上げていません。サーバー管理者がここで`/read here`を使えます。',
    bot: '書いたのはBotで、このサーバーではBotを読み上げません。`/server reading`で変えられます。',
    webhook: 'ウェブフックからのメッセージで、このサーバーではそれを読み上げません。`/server reading`で変えられます。',
    'ignored-role': '書いた人に、ここでは読み上げないロールが付いています。`/server roles`で変えられます。',
    'missing-role': '書いた人に、ここで読み上げるロールが付いていません。`/server roles`で変えられます。',
    'age-restricted': '年齢制限のあるチャンネルに書かれましたが、ボイスチャンネルには誰でも入れます。',
    silent: '`@silent`を付けて送信されました。',
    'ignored-prefix': '読み上げないプレフィックスで始まっています。`/server reading`で変えられます。',
    'missing-prefix': 'ここで必要なプレフィックスで始まっていません。`/server reading`で変えられます。',
    'too-old': '受け取ったとき、書かれてから2分以上たっていました。',
    'not-there': 'このチャンネルを読み上げるボイスチャンネルにいません。そこで`/join`を使ってください。',
    'author-not-in-voice': '書いた人が同じボイスチャンネルにいません。`/server reading`で変えられます。',
    'author-muted': '書いた人は、モデレーターにミュートされています。',
    duplicate: '同じ内容が10秒以内に3回、または同じ長文が1分以内に2回書かれました。',
    'member-rate': '書いた人のメッセージが、1分間に読み上げる件数を超えました。`/server limits`で変えられます。',
    'server-rate': '1分間のメッセージが、ここで読み上げる件数を超えました。`/server limits`で変えられます。',
  },
  failed: (sentence) => `読み上げられませんでした。${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: '読み上げ', description: 'テキストチャンネルを読み上げます' },
  'read here': {
    name: '開始',
    description: 'このテキストチャンネルを読み上げます',
    options: {
      voice: {
        name: 'ボイスチャンネル',
        description: 'どのボイスチャンネルで読むか。省略するとあなたのいるチャンネル',
      },
    },
  },
  'read stop': {
    name: '停止',
    description: 'テキストチャンネルの読み上げをやめます',
    options: { channel: { name: 'チャンネル', description: 'どのチャンネルか。省略するとこのチャンネル' } },
  },
  'read list': { name: '一覧', description: 'どのテキストチャンネルをどこで読み上げているかを表示します' },
  follow: {
    name: '追従',
    description: 'メンバーのボイスチャンネル移動についていきます。同じ人をもう一度選ぶとやめます',
    options: { person: { name: 'メンバー', description: '誰についていくか。省略するとあなた自身' } },
  },
  'Read aloud': { name: '読み上げる', description: 'このメッセージをあなたのボイスチャンネルで読み上げます' },
  'Read from here': { name: 'ここから読み上げる', description: 'このメッセージから後を読み上げます' },
  'Why was this (not) read?': {
    name: '読み上げた／読み上げなかった理由',
    description: 'このメッセージを読み上げた、または読み上げなかった理由を説明します',
  },
  "Read this person / don't": {
    name: 'この人を読み上げる／読み上げない',
    description: 'この人のメッセージをこのサーバーで読み上げるかを切り替えます',
  },
}
