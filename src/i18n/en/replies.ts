import type { ReplyTexts } from '../catalogue.ts'

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string) => `${n} ${plural.select(n) === 'one' ? one : other}`

export const replies: ReplyTexts = {
  joined: (channel) => `I am in **${channel}** now. Use \`/say\` and I speak.`,
  left: () => 'I left the voice channel.',
  speaking: (channel) => `Speaking in **${channel}**.`,
  queued: (ahead) => `It is in the queue, after ${count(ahead, 'other message', 'other messages')}.`,
  skipped: () => 'Skipped.',
  stopped: (n) => `Stopped; ${count(n, 'message', 'messages')} dropped.`,
  styleIgnored: (voice) => `The voice ${voice} cannot change its style, so I said it in its usual way.`,
  modelReplaced: (model, by) => `The model ${model} is not available; ${by} spoke instead.`,
  voiceReplaced: (voice, by) => `The voice ${voice} was not available; ${by} spoke instead.`,
  engineReplaced: () => 'The speech service did not answer, so the local voice spoke instead.',
}
