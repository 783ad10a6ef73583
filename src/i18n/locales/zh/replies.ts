import type { ReplyTexts } from '../../catalogue.ts'
import { number } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `我已加入 **${channel}**，使用 \`/say\` 让我说话。`,
  left: () => '我已离开语音频道。',
  speaking: (channel) => `正在 **${channel}** 说话。`,
  queued: (ahead) => `已加入队列，前面还有 ${number(ahead)} 条消息。`,
  voted: (votes, needed) =>
    `这不是你的消息，需要投票：${number(votes)}/${number(needed)}。频道里的其他人可以用同样的命令。`,
  deafened: () => '你关掉了声音，所以听不到。',
  offerExpired: () => '这个选项已经过期，请再用一次 `/say`。',
  skipped: () => '已跳过。',
  stopped: (n) => `已停止，清空了 ${number(n)} 条消息。`,
  styleIgnored: (voice) => `${voice} 不能改变风格，所以用了平常的方式说话。`,
  modelReplaced: (model, by) => `${model} 模型不可用，改由 ${by} 来说。`,
  voiceReplaced: (voice, by) => `${voice} 这个声音不可用，改由 ${by} 来说。`,
  removed: (channel) => `有人把我从 ${channel} 断开了。用 \`/join\` 叫我回来。`,
  connectionLost: (channel) => `我与 ${channel} 的连接断了，没能恢复。用 \`/join\` 叫我回来。`,
  recovering: (channel) => `我与 ${channel} 的连接断了，正在尝试恢复。这期间说的内容最多等2 分钟。`,
  comingBack: (channel) => `我与 ${channel} 的连接断了。一有机会我会自己回来。`,
  holds: {
    muted: (channel) => `我在 ${channel} 被静音了。管理员取消静音后，我会从刚才的地方继续。`,
    suppressed: (channel) => `我在 ${channel} 失去了 **说话** 权限。重新得到权限后，我会从刚才的地方继续。`,
    audience: (channel) => `我在 ${channel} 的观众席上，已经申请发言。管理员可以让我发言。`,
  },
  engineReplaced: () => '改由另一个声音来说了。',
}
