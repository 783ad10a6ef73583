import type { ErrorTexts } from '../../catalogue.ts'
import { choice } from '../../counted.ts'
import { settingName } from '../../settings.ts'
import { number } from './counts.ts'
import { settings } from './settings.ts'

const oneOf = choice('ja')
const named = (setting: string) => settingName(settings.names, setting)

const askHost = 'このBotの運営者に伝えてください。'
const askServer = '増やしたいときは、サーバーの管理者に相談してください。'

const permissions = {
  ViewChannel: 'チャンネルを見る',
  Connect: '接続',
  Speak: '発言',
  ReadMessageHistory: 'メッセージ履歴を読む',
  ManageGuild: 'サーバー管理',
} as const

const budgets = {
  'bot-month': (cap: number) => `このBotは今月の読み上げ枠（${number(cap)}文字）を使い切りました。`,
  'bot-day': (cap: number) => `このBotは今日の読み上げ枠（${number(cap)}文字）を使い切りました。`,
  'server-month': (cap: number) => `このサーバーは今月の読み上げ枠（${number(cap)}文字）を使い切りました。`,
  'server-day': (cap: number) => `このサーバーは今日の読み上げ枠（${number(cap)}文字）を使い切りました。`,
  'member-month': (cap: number) => `あなたは今月の読み上げ枠（${number(cap)}文字）を使い切りました。`,
  'member-day': (cap: number) => `あなたは今日の読み上げ枠（${number(cap)}文字）を使い切りました。`,
} as const

export const errors: ErrorTexts = {
  'speech.auth': () => `音声サービスがキーを受け付けません。${askHost}`,
  'speech.access': ({ model }) => `このキーでは音声サービスのモデル${model}を使えません。${askHost}`,
  'speech.quota': () => `音声サービスの利用枠を使い切りました。${askHost}`,
  'speech.billing': () => `音声サービスのアカウントに問題があります（支払いなど）。${askHost}`,
  'speech.blocked': () => '音声サービスが内容を理由にこの文章を断りました。別の言葉で試してください。',
  'speech.model-gone': ({ model }) => `音声モデル${model}はもうありません。${askHost}`,
  'speech.voice-unknown': ({ voice }) => `「${voice}」という声はありません。入力中に出る一覧から選んでください。`,
  'speech.text-too-long': ({ limit }) => `音声サービスには長すぎます。一度に${number(limit)}文字までです。`,
  'speech.style-too-long': ({ limit }) => `話し方の説明が長すぎます。約${number(limit)}語までに短くしてください。`,
  'speech.unpronounceable': () =>
    'ローカル音声はラテン文字の文章しか話せません。ほかの言語を使うには、このBotの運営者が音声サービスのキーを追加する必要があります。',
  'speech.bad-request': () => `音声サービスがリクエストを理解できませんでした。${askHost}`,
  'speech.rate-limited': () => '音声サービスが混み合っています。少し待ってからもう一度試してください。',
  'speech.server': () => '音声サービス側で問題が起きています。少ししてからもう一度試してください。',
  'speech.network': () => '音声サービスにつながりません。少ししてからもう一度試してください。',
  'speech.timeout': () => '音声サービスから時間内に応答がありませんでした。少ししてからもう一度試してください。',
  'speech.cut': () => '音声サービスが途中で止まり、終わりが欠けたかもしれません。もう一度試してください。',
  'speech.malformed': () => '音声サービスから音声ではないものが返ってきました。少ししてからもう一度試してください。',
  'speech.budget': ({ scope, cap }) => `${budgets[scope](cap)}${scope.startsWith('bot') ? askHost : askServer}`,

  'text.empty': () => '話せる内容がありません。言葉を入力してください。',
  'text.too-long': ({ length, limit }) =>
    `${number(length)}文字あります。一度に話せるのは${number(limit)}文字までです。短くしてください。`,

  'voice.caller-not-in-channel': () =>
    '先にボイスチャンネルに参加してから、もう一度試してください。あなたのいる場所で話します。',
  'voice.caller-silenced': () =>
    'ここではあなたの代わりに話せません。このサーバーではあなたを読み上げないことになっているか、モデレーターに音声をミュートされています。サーバーを管理している人に聞いてください。',
  'voice.not-connected': () => 'どのボイスチャンネルにもいません。`/join`で呼んでください。',
  'voice.missing-permission': ({ permission, channel }) =>
    `**${channel}**で**${permissions[permission]}**の権限が必要です。サーバーを管理できる人が、チャンネルの設定で付けられます。`,
  'voice.channel-full': ({ channel, limit }) =>
    `**${channel}**は満員です（${number(limit)}人）。場所を空けるか、別のチャンネルを選んでください。`,
  'voice.timed-out-member': () => 'このサーバーでタイムアウト中なので話せません。モデレーターが解除できます。',
  'voice.join-failed': ({ channel }) => `**${channel}**に接続できませんでした。少ししてからもう一度試してください。`,
  'voice.queue-full': ({ limit }) =>
    `すでに${number(limit)}件のメッセージが順番待ちです。いくつか読み終わってから試すか、\`/stop\`を使ってください。`,
  'voice.nothing-playing': () => '今は何も話していません。',
  'voice.busy-elsewhere': ({ channel }) =>
    `今は**${channel}**の人たちのために話しています。そこに参加するか、先にそこで\`/leave\`を使ってください。`,
  'voice.too-busy': () =>
    '今はとても多くのサーバーで話していて、これ以上増えるとみんなの音声が途切れてしまいます。少ししてからもう一度試してください。',

  'settings.value-out-of-range': ({ setting, min, max }) =>
    `**${named(setting)}**は${number(min)}から${number(max)}の間にしてください。`,
  'settings.value-not-allowed': ({ setting }) => `**${named(setting)}**にその値は使えません。`,
  'settings.unknown-voice': ({ voice, nearest }) =>
    nearest.length > 0
      ? `「${voice}」という声はありません。もしかして：${oneOf(nearest)}`
      : `「${voice}」という声はありません。入力中に出る一覧から選んでください。`,
  'settings.voice-not-in-model': ({ voice, model, models }) =>
    models.length > 0
      ? `モデル${model}に${voice}の声はありません。${oneOf(models)}にはあります。`
      : `モデル${model}に${voice}の声はありません。別の声を選んでください。`,
  'settings.unknown-preset': ({ name }) =>
    `このサーバーに「${name}」という話し方はありません。\`/style list\`ですべて見られます。`,
  'settings.too-many': ({ setting, limit }) =>
    `**${named(setting)}**の一覧がいっぱいです（${number(limit)}件まで）。先にどれかを削除してください。`,
  'settings.bad-pattern': () =>
    'そのパターンは使えません。先読み・後読みと後方参照は使えないので、もっと簡単なものにしてください。',
  'settings.patterns-too-large': () =>
    'この一覧のパターンは、合わせると大きすぎます。`/words remove`でどれかを削除するか、もっと簡単なものにしてください。',
  'settings.bad-file': ({ line }) =>
    `ファイルの${number(line)}行目を読み込めません。直してからもう一度試してください。何も変更していません。`,
  'settings.not-saved': () => '保存できなかったので、何も変更していません。少ししてからもう一度試してください。',
  'settings.not-read': () => '今は設定を読み込めません。少ししてからもう一度試してください。',
  'settings.not-migrated': () => `設定を新しい形式に更新できませんでした。${askHost}`,

  'app.stopping': () => '再起動しています。少し待ってからもう一度試してください。',
  'app.not-allowed': ({ permission }) => `ここでは**${permissions[permission]}**の権限がある人だけができます。`,
  'app.file-too-large': ({ limit }) => `ファイルが大きすぎます。${number(limit)} KiBまでです。`,
  'app.file-not-read': () => 'そのファイルを読み込めませんでした。テキストファイルを、もう一度添付してください。',
  'app.unexpected': ({ id }) => `予期しない問題が起きました。${askHost}ログでは${id}として見つかります。`,
}
