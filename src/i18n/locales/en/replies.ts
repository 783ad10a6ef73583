import type { ReplyTexts } from '../../catalogue.ts'
import { messages, otherMessages } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `I am in **${channel}** now. Use \`/say\` and I speak.`,
  left: () => 'I left the voice channel.',
  speaking: (channel) => `Speaking in **${channel}**.`,
  queued: (ahead) => `It is in the queue, after ${otherMessages(ahead)}.`,
  skipped: () => 'Skipped.',
  stopped: (n) => `Stopped; ${messages(n)} dropped.`,
  styleIgnored: (voice) => `The voice ${voice} cannot change its style, so I said it in its usual way.`,
  modelReplaced: (model, by) => `The model ${model} is not available; ${by} spoke instead.`,
  voiceReplaced: (voice, by) => `The voice ${voice} was not available; ${by} spoke instead.`,
  removed: (channel) => `Somebody disconnected me from ${channel}. Use \`/join\` to bring me back.`,
  connectionLost: (channel) =>
    `I lost the connection to ${channel} and could not restore it. Use \`/join\` to bring me back.`,
  holds: {
    muted: (channel) => `I am muted in ${channel}, so I wait. When a moderator unmutes me, I go on where I was.`,
    suppressed: (channel) =>
      `I no longer have the permission **Speak** in ${channel}, so I wait. When I have it again, I go on where I was.`,
    audience: (channel) => `I am in the audience of ${channel} and have asked to speak. A moderator can let me.`,
  },
  engineReplaced: () => 'Another voice spoke instead.',
}
