import type { ReplyTexts } from '../../catalogue.ts'
import { messages, number, otherMessages } from './counts.ts'

export const replies: ReplyTexts = {
  joined: (channel) => `I'm in **${channel}**. Use \`/say\` and I'll speak.`,
  left: () => 'I left the voice channel.',
  speaking: (channel) => `Speaking in **${channel}**.`,
  queued: (ahead) => `Queued after ${otherMessages(ahead)}.`,
  voted: (votes, needed) =>
    `That isn't yours, so it takes a vote: ${number(votes)} of ${number(needed)}. Others in the channel can use the same command.`,
  deafened: () => "You're deafened, so you won't hear it.",
  offerExpired: () => 'That offer has expired. Use `/say` again.',
  skipped: () => 'Skipped.',
  stopped: (n) => `Stopped; ${messages(n)} dropped.`,
  styleIgnored: (voice) => `${voice} can't change its style, so I used its usual one.`,
  modelReplaced: (model, by) => `The model ${model} isn't available; ${by} spoke instead.`,
  voiceReplaced: (voice, by) => `The voice ${voice} isn't available; ${by} spoke instead.`,
  engineReplaced: () => 'Another voice spoke instead.',
  removed: (channel) => `Someone disconnected me from ${channel}. Use \`/join\` to bring me back.`,
  connectionLost: (channel) =>
    `I lost the connection to ${channel} and couldn't restore it. Use \`/join\` to bring me back.`,
  recovering: (channel) =>
    `I lost the connection to ${channel} and I'm trying to get it back. Anything you say meanwhile waits for up to 2 minutes.`,
  comingBack: (channel) => `I lost the connection to ${channel}. I'll come back as soon as I can.`,
  holds: {
    muted: (channel) => `I'm muted in ${channel}. I'll continue where I left off once a moderator unmutes me.`,
    suppressed: (channel) =>
      `I no longer have the **Speak** permission in ${channel}. I'll continue where I left off once I have it again.`,
    audience: (channel) => `I'm in the audience of ${channel} and have asked to speak. A moderator can let me speak.`,
  },
}
