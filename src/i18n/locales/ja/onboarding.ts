import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () =>
    'こんにちは、Lectorです！ボイスチャンネルでメッセージを読み上げ、`/say`で入力した言葉を話します。ほかの使い方は`/help`をどうぞ。',
  setUp: () => '設定する',
  tryVoice: () => '声を試す',
  readThisChannel: () => 'このチャンネルを読み上げる',
  step: (step, steps, title) => `ステップ${number(step)}/${number(steps)}：**${title}**`,
  titles: {
    voice: '声と言語',
    channel: '読み上げるチャンネル',
    people: '読み上げる相手',
    announcements: 'アナウンス',
  },
  askVoice: () => '声を選んでいない人の声を決めてください。ボイスチャンネルにいれば、その場で聞けます。',
  askChannel: () =>
    '読み上げてほしいテキストチャンネルでボタンを押してください。今いるボイスチャンネルで読み上げます。',
  askPeople: () => '誰のメッセージを読み上げますか？ロールで絞るには`/server roles`を使ってください。',
  onlyPresent: () => 'ボイスチャンネルにいる人だけ',
  everyone: () => '書き込んだ人全員',
  askAnnouncements: () => 'メッセージのほかに何を話しますか？',
  finish: () => '完了',
  done: () =>
    '準備ができました！ボイスチャンネルに入って`/say`を使うか、読み上げ対象のチャンネルに書いてみてください。`/setup`でここに戻れます。ほかの設定は`/server panel`にあります。',
  help: () => 'できること：',
  helpSay: () => 'ボイスチャンネルで話す：`/say`',
  helpVoice: () => '自分の声を選ぶ：`/voice list`',
  helpStop: () => '止める、退出させる：`/skip`、`/stop`、`/leave`',
  helpWords: () => '言葉や名前の読み方を教える：`/words add`、`/nickname set`',
  helpPrivacy: () => '読み上げを断る、保存内容を知る：`/optout here`、`/privacy`',
  helpMenus: () => 'メッセージを右クリックして*アプリ*を選ぶと、読み上げたり、読まなかった理由を表示したりできます。',
  helpManagers: () => 'サーバーを管理しているあなたへ：',
  helpSetUp: () => '順番に設定する：`/setup`',
  helpChannels: () => 'チャンネルを読み上げる：`/read here`、`/read list`',
  helpLimits: () => '制限や上限を決める：`/server limits`、`/server budget`',
  helpDoctor: () => 'うまくいかない原因を調べる：`/doctor`',
  joinMe: () => 'ここに来て',
  leaveMeOut: () => '自分は読まないで',
  checkAll: () => 'すべて確認',
  naturalVoices: () =>
    'これは付属の簡単な声です。多くの言語の自然な声を使うには、Botの運営者が`npm run setup`でキーを追加してください。',
}
