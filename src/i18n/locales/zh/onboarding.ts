import type { OnboardingTexts } from '../../onboarding.ts'
import { number } from './counts.ts'

export const onboarding: OnboardingTexts = {
  greeting: () => '大家好，我是 Lector！我会在语音频道里朗读消息，也会说出你用 `/say` 输入的话。其他用法见 `/help`。',
  setUp: () => '开始设置',
  tryVoice: () => '试听声音',
  readThisChannel: () => '朗读这个频道',
  step: (step, steps, title) => `第 ${number(step)} 步，共 ${number(steps)} 步：**${title}**`,
  titles: {
    voice: '声音和语言',
    channel: '要朗读的频道',
    people: '朗读谁的消息',
    announcements: '播报',
  },
  askVoice: () => '为没有选过声音的人选一个声音。如果你在语音频道里，我会马上放给你听。',
  askChannel: () => '在想让我朗读的文字频道里按这个按钮，我会在你所在的语音频道里朗读。',
  askPeople: () => '要朗读谁的消息？想按身份组限制，请用 `/server roles`。',
  onlyPresent: () => '只读语音频道里的人',
  everyone: () => '读所有发言的人',
  askAnnouncements: () => '除了消息，我还要说些什么？',
  finish: () => '完成',
  done: () =>
    '都设置好了！加入语音频道输入 `/say`，或者在我朗读的频道里发消息。用 `/setup` 可以回到这里，更多设置在 `/server panel`。',
  help: () => '我能帮你做这些：',
  helpSay: () => '在语音频道里说话：`/say`',
  helpVoice: () => '选一个自己的声音：`/voice list`',
  helpStop: () => '打断我或让我离开：`/skip`、`/stop`、`/leave`',
  helpWords: () => '教我一个词或你的名字怎么读：`/words add`、`/nickname set`',
  helpPrivacy: () => '不让我读你的消息，或查看我存了什么：`/optout here`、`/privacy`',
  helpMenus: () => '右键点击消息，选择*应用*，就能让我朗读它，或者告诉你为什么没读。',
  helpManagers: () => '你管理着这个服务器，所以还可以：',
  helpSetUp: () => '一步步设置我：`/setup`',
  helpChannels: () => '让我朗读频道：`/read here`、`/read list`',
  helpLimits: () => '设置限制和预算：`/server limits`、`/server budget`',
  helpDoctor: () => '看看哪里出了问题：`/doctor`',
  joinMe: () => '来我的频道',
  leaveMeOut: () => '别读我的消息',
  checkAll: () => '全部检查',
  naturalVoices: () =>
    '这些是我自带的简单声音。想要十种语言的自然声音，运行机器人的人可以用 `npm run setup` 添加密钥。',
}
