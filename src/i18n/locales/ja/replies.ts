import type { ReplyTexts } from '../../catalogue.ts'
import { number } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `**${channel}**に参加しました。\`/say\`で話します。`,
  left: () => 'ボイスチャンネルから退出しました。',
  speaking: (channel) => `**${channel}**で話しています。`,
  queued: (ahead) => `順番待ちに入れました。前に${number(ahead)}件あります。`,
  voted: (votes, needed) =>
    `他の人の発言なので投票になります（${number(votes)}/${number(needed)}）。チャンネルにいる人は同じコマンドで賛成できます。`,
  deafened: () => 'スピーカーミュート中なので、あなたには聞こえません。',
  offerExpired: () => 'この候補は期限切れです。もう一度`/say`を使ってください。',
  skipped: () => 'スキップしました。',
  stopped: (n) => `停止しました。${number(n)}件のメッセージを取り消しました。`,
  styleIgnored: (voice) => `${voice}は話し方を変えられないので、いつもの話し方で話しました。`,
  modelReplaced: (model, by) => `モデル${model}を使えないので、代わりに${by}で話しました。`,
  voiceReplaced: (voice, by) => `${voice}の声を使えないので、代わりに${by}の声で話しました。`,
  removed: (channel) => `誰かが${channel}からこのBotを切断しました。\`/join\`で呼び戻せます。`,
  connectionLost: (channel) => `${channel}との接続が切れ、元に戻せませんでした。\`/join\`で呼び戻せます。`,
  recovering: (channel) =>
    `${channel}との接続が切れたため、再接続を試みています。その間の発言は最長2分間お待ちします。`,
  comingBack: (channel) => `${channel}との接続が切れました。つながりしだい自動で戻ります。`,
  holds: {
    muted: (channel) => `${channel}でミュートされています。モデレーターが解除すると、続きから話します。`,
    suppressed: (channel) => `${channel}で**発言**の権限がなくなりました。権限が戻ると、続きから話します。`,
    audience: (channel) =>
      `${channel}のオーディエンスにいて、発言をリクエストしました。モデレーターが許可すると話せます。`,
  },
  engineReplaced: () => '代わりに別の声で話しました。',
}
