import type { ErrorTexts } from '../../catalogue.ts'
import { choice, measured } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { number } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('ja')
const most = measured({
  number,
  characters: (n: number) => `${number(n)}文字`,
  seconds: (n: number) => `${number(n)}秒`,
})
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'このBotの運営者に伝えてください。'
const askServer = 'サーバー管理者が上限を上げられます。'

const permissions = {
  ViewChannel: 'チャンネルを見る',
  Connect: '接続',
  Speak: '発言',
  ReadMessageHistory: 'メッセージ履歴を読む',
  ManageGuild: 'サーバー管理',
} as const

const budgets = {
  'bot-month': (cap: number) =>
    `このBotは今月の読み上げ枠（${number(cap)}文字）を使い切りました。毎月1日にリセットされます。`,
  'bot-day': (cap: number) =>
    `このBotは今日の読み上げ枠（${number(cap)}文字）を使い切りました。00:00 UTCにリセットされます。`,
  'server-month': (cap: number) =>
    `このサーバーは今月の読み上げ枠（${number(cap)}文字）を使い切りました。毎月1日にリセットされます。`,
  'server-day': (cap: number) =>
    `このサーバーは今日の読み上げ枠（${number(cap)}文字）を使い切りました。00:00 UTCにリセットされます。`,
  'member-month': (cap: number) =>
    `あなたは今月の読み上げ枠（${number(cap)}文字）を使い切りました。毎月1日にリセットされます。`,
  'member-day': (cap: number) =>
    `あなたは今日の読み上げ枠（${number(cap)}文字）を使い切りました。00:00 UTCにリセットされます。`,
  'member-hour': (cap: number) =>
    `あなたは今の時間帯の読み上げ枠（${number(cap)}文字）を使い切りました。少しお待ちください。`,
} as const

const patterns = {
  syntax: 'そのパターンは使えません。閉じていない括弧などの間違いがあります。',
  unsupported: 'そのパターンは使えません。先読み・後読みと後方参照は使えないので、もっと簡単なものにしてください。',
  'too-large': 'そのパターンは使えません。複雑すぎるので、短くしてください。',
  empty: 'そのパターンは使えません。空の文字列にも一致します。必ず現れる文字を入れてください。',
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `音声サービスにAPIキーを拒否されました。${askHost}`,
  'speech.access': ({ model }) => `このAPIキーでは音声モデル${model}を使えません。${askHost}`,
  'speech.quota': () => `音声サービスの利用枠を使い切りました。${askHost}`,
  'speech.billing': () => `音声サービスの支払いに問題があります。${askHost}`,
  'speech.blocked': () => '音声サービスが内容を理由にこの文章を断りました。別の言葉で試してください。',
  'speech.model-gone': ({ model }) =>
    `音声モデル${model}は使えません（名前が違うか、提供が終わっています）。${askHost}`,
  'speech.voice-unknown': ({ voice }) => `「${voice}」という声はありません。入力中に出る一覧から選んでください。`,
  'speech.text-too-long': ({ limit }) =>
    `音声サービスが一度に話せるのは${number(limit)}文字までです。短くしてください。`,
  'speech.style-too-long': ({ limit }) => `話し方の指定が長すぎます。${number(limit)}語くらいまでに短くしてください。`,
  'speech.unpronounceable': () =>
    'ローカル音声はラテン文字の文章しか話せません。ほかの言語を使うには、このBotの運営者が音声サービスのキーを追加する必要があります。',
  'speech.bad-request': () => `音声サービスに無効なリクエストとして拒否されました。${askHost}`,
  'speech.rate-limited': () => '音声サービスが混み合っています。少し待ってからもう一度試してください。',
  'speech.server': () => '音声サービスで問題が起きています。少ししてからもう一度試してください。',
  'speech.network': () => '音声サービスにつながりません。少ししてからもう一度試してください。',
  'speech.timeout': () => '音声サービスの応答に時間がかかりすぎました。少ししてからもう一度試してください。',
  'speech.cut': () => '音声サービスが途中で止まったので、最後が切れたかもしれません。もう一度試してください。',
  'speech.malformed': () => '音声サービスから音声ではないものが返ってきました。少ししてからもう一度試してください。',
  'speech.budget': ({ scope, cap, byHost }) =>
    `${budgets[scope](cap)}${byHost || scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => '声に出せる内容がありません。言葉を入力してください。',
  'text.too-long': ({ length, limit }) =>
    `${number(length)}文字あります。上限は${number(limit)}文字なので、短くしてください。`,

  'voice.caller-not-in-channel': () => '先にボイスチャンネルに参加してから、もう一度試してください。',
  'voice.caller-silenced': () =>
    'ここではあなたの代わりに話せません。このサーバーで読み上げの対象から外されているか、モデレーターにミュートされています。モデレーターに聞いてみてください。',
  'voice.not-connected': () => 'ボイスチャンネルに参加していません。`/join`で呼んでください。',
  'voice.missing-permission': ({ permission, channel }) =>
    `**${channel}**で**${permissions[permission]}**の権限が必要です。サーバー管理者がチャンネル設定で付けられます。`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}**は満員です（${number(limit)}人）。場所を空けるか、別のチャンネルを選んでください。`,
  'voice.timed-out-member': () => 'このサーバーでタイムアウト中なので話せません。モデレーターが解除できます。',
  'voice.join-failed': ({ channel }) => `**${channel}**に接続できませんでした。少ししてからもう一度試してください。`,
  'voice.udp-blocked': ({ address }) =>
    `${address}へのUDPに応答がないため、声を届けられません。ファイアウォールかNATが遮っています。引き続き試します。`,
  'voice.not-in-my-channel': ({ channel }) =>
    `**${channel}**の人たちに話しています。操作するにはそこに参加するか、サーバーの管理者に頼んでください。`,
  'voice.turn-over': () => 'ほかの人が待っていたため、あなたの文章は途中で止めました。',
  'voice.queue-full': ({ limit }) =>
    `すでに${number(limit)}件のメッセージが順番待ちです。少し減ってから試すか、\`/stop\`を使ってください。`,
  'voice.nothing-playing': () => '今は何も話していません。',
  'voice.busy-elsewhere': ({ channel }) =>
    `今は**${channel}**で話しています。そこに参加するか、先にそこで\`/leave\`を使ってください。`,
  'voice.too-busy': () =>
    '今は話しているサーバーが多すぎて、これ以上増えるとみんなの音声が途切れてしまいます。少ししてからもう一度試してください。',

  'settings.value-out-of-range': ({ setting, min, max, unit }) =>
    `**${named(setting)}**は${number(min)}から${most(max, unit)}の間にしてください。`,
  'settings.value-not-allowed': ({ setting, value }) =>
    value === undefined
      ? `**${named(setting)}**にその値は使えません。`
      : `**${named(setting)}**に「${value}」は使えません。一覧から選んでください。`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `「${voice}」という声はありません。もしかして：${oneOf(nearest)}`
      : `「${voice}」という声はありません。入力中に出る一覧から選んでください。`,
  'settings.engine-not-configured': ({ engine, variable }) =>
    `このBotは音声サービス${engine}の設定がされていません。運営者が\`${variable}\`を設定する必要があります。`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `モデル${model}に${voice}の声はありません。${oneOf(models)}にはあります。`
      : `モデル${model}に${voice}の声はありません。別の声を選んでください。`,
  'settings.unknown-preset': ({ name }) =>
    `このサーバーに「${name}」という話し方はありません。\`/style list\`ですべて見られます。`,
  'settings.too-many': ({ setting, limit }) =>
    `**${named(setting)}**の一覧がいっぱいです（${number(limit)}件まで）。先にどれかを削除してください。`,
  'settings.bad-pattern': ({ reason }) => patterns[reason],
  'settings.patterns-too-large': () =>
    'この一覧のパターンは、合わせると複雑すぎます。`/words remove`でどれかを削除するか、もっと簡単なものにしてください。',
  'settings.bad-file': ({ line }) =>
    `ファイルの${number(line)}行目を読み込めないので、何も変更していません。直してからもう一度試してください。書き方の例は\`/words export\`で確認できます。`,
  'settings.not-saved': () => '保存できなかったので、何も変更していません。少ししてからもう一度試してください。',
  'settings.not-read': () => '今は設定を読み込めません。少ししてからもう一度試してください。',
  'settings.not-migrated': () => `設定のデータベースを更新できませんでした。${askHost}`,

  'app.not-ready': () => 'このサーバーではまだ起動中です。少ししてからもう一度試してください。',
  'app.stopping': () => '再起動しています。少し待ってからもう一度試してください。',
  'app.not-allowed': ({ permission }) => `ここでそれをするには**${permissions[permission]}**の権限が必要です。`,
  'app.file-too-large': ({ limit }) => `ファイルが大きすぎます。${number(limit)} KiBまでです。`,
  'app.file-not-read': () =>
    'そのファイルを読み込めませんでした。テキストファイルか確認して、もう一度添付してください。',
  'app.unexpected': ({ id }) => `こちらで問題が起きました。${askHost}詳細はログの${id}にあります。`,
}
