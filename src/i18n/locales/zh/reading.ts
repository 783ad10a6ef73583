import type { ReadingCommandTexts, ReadingTexts } from '../../reading.ts'
import { number } from './counts.ts'

export const reading: ReadingTexts = {
  readingHere: (channel, voice) => `从现在起，我会在 **${voice}** 朗读 ${channel} 的消息。`,
  willReadHere: (channel, voice) =>
    `只要我在 **${voice}**，就会朗读 ${channel} 的消息。请到那里用 \`/join\` 叫我过去。`,
  notReadAnyMore: (channel) => `我不再朗读 ${channel}。`,
  notRead: (channel) => `我本来就没有朗读 ${channel}，所以没有任何改动。用 \`/read list\` 查看我在朗读哪些频道。`,
  list: () => '我会朗读这些频道：',
  listed: (channel, voice) => `${channel}，读到 ${voice}`,
  emptyList: () => '我还没有朗读任何文字频道，只读我所在语音频道的聊天。请在文字频道里使用 `/read here`。',

  readingAloud: (voice) => `正在 **${voice}** 朗读。`,
  readingFrom: (count, left, voice) =>
    `正在 **${voice}** 朗读 ${number(count)} 条消息${left > 0 ? `（跳过 ${number(left)} 条）` : ''}。`,
  nothingToRead: () => '这里没有我能读的内容。',

  youAreRead: () => '我会重新朗读你在本服务器的消息。',
  youAreNotRead: () => '我不再朗读你在本服务器的消息。再点一次同一选项即可恢复。',
  isRead: (person) => `我会重新朗读 ${person} 的消息。`,
  isNotRead: (person) => `我不再朗读 ${person} 的消息。再点一次同一选项即可恢复。`,

  following: (person) => `${person} 去哪个语音频道，我就跟到哪，直到我离开。`,
  followingNoMore: (person) => `我不再跟随 ${person}。`,

  outcomes: {
    waiting: '这条消息正在等待朗读，或正在朗读。',
    spoken: '这条消息已经读过了。',
    empty: '这条消息里没有能读出来的内容。',
    'left-out': '等待的消息太多，这条被跳过了。',
    dropped: '这条消息被跳过或停止了，或者还没轮到它我就离开了。',
    deleted: '这条消息还没读完就被删除了。',
    unknown: '换作现在我会读它，但它发出时我不在，或者时间太久，我已经不记得了。',
  },
  reasons: {
    'own-message': '这是我自己的消息，我从不读自己的消息。',
    'system-message': '这是 Discord 的系统消息。',
    command: '这是对命令的回复。',
    'opted-out': '作者选择了不被朗读。',
    'unread-member': '本服务器把作者排除在朗读之外。',
    'channel-not-read': '我没有朗读这个频道。服务器管理者可以在这里使用 `/read here`。',
    bot: '作者是机器人，而本服务器不朗读机器人。可以用 `/server reading` 更改。',
    webhook: '这条消息来自 Webhook，而本服务器不朗读这类消息。可以用 `/server reading` 更改。',
    'ignored-role': '作者拥有一个不被朗读的身份组。可以用 `/server roles` 更改。',
    'missing-role': '作者没有任何会被朗读的身份组。可以用 `/server roles` 更改。',
    'age-restricted': '这条消息发在有年龄限制的频道，但语音频道对所有人开放。',
    silent: '这条消息是用 `@silent` 发送的。',
    'ignored-prefix': '消息以不朗读的前缀开头。可以用 `/server reading` 更改。',
    'missing-prefix': '消息没有以这里要求的前缀开头。可以用 `/server reading` 更改。',
    'too-old': '我收到这条消息时，它已经发出超过两分钟。',
    'not-there': '我不在这个频道对应的语音频道里。请在那里使用 `/join`。',
    'author-not-in-voice': '作者没有和我在同一个语音频道。可以用 `/server reading` 更改。',
    'author-muted': '管理员将作者静音了。',
    duplicate: '同样的内容十秒内发了三次，或同样的长文一分钟内发了两次。',
    'member-rate': '作者一分钟内发的消息超过了这里的朗读上限。可以用 `/server limits` 更改。',
    'server-rate': '一分钟内的消息超过了这里的朗读上限。可以用 `/server limits` 更改。',
  },
  failed: (sentence) => `这条消息没能读出来。${sentence}`,
}

export const readingCommands: ReadingCommandTexts = {
  read: { name: '朗读', description: '朗读文字频道' },
  'read here': {
    name: '本频道',
    description: '朗读这个文字频道',
    options: { voice: { name: '语音频道', description: '在哪个语音频道朗读；不填则为你所在的频道' } },
  },
  'read stop': {
    name: '停止',
    description: '不再朗读某个文字频道',
    options: { channel: { name: '频道', description: '哪个频道；不填则为这个频道' } },
  },
  'read list': { name: '列表', description: '查看朗读哪些文字频道，在哪里朗读' },
  follow: {
    name: '跟随',
    description: '跟随某位成员进出语音频道；再选同一个人则停止',
    options: { person: { name: '成员', description: '跟随谁；不填则为你自己' } },
  },
  'Read aloud': { name: '朗读', description: '在你的语音频道朗读这条消息' },
  'Read from here': { name: '从这里开始朗读', description: '朗读这条消息和它之后的消息' },
  'Why was this (not) read?': { name: '为什么读了（没读）？', description: '说明这条消息为什么读了或没读' },
  "Read this person / don't": { name: '朗读/不朗读此人', description: '开启或关闭在本服务器朗读此人' },
}
