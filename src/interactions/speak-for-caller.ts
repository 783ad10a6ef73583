import type { LinkHold } from '../call/link.ts'
import type { Ticket } from '../call/narration.ts'
import { errorSentence } from '../i18n/sentence.ts'
import type { Utterance } from '../speech/engine.ts'
import { noticeSentence } from '../speech/notice-sentence.ts'
import { callerSession } from './caller-session.ts'
import type { CommandContext, VoicePlace } from './command.ts'

export interface Spoken {
  readonly place: VoicePlace
  /** How many utterances are before this one. */
  readonly ahead: number
  /** The connection is being restored, and attempts have failed: the speech waits. */
  readonly isRecovering: boolean
  /** Nobody can hear the bot at the moment, so the speech waits. */
  readonly hold: LinkHold | undefined
}

/**
 * Speaks in the caller's voice channel, and tells the caller later what was changed and what failed. Throws what
 * `callerSession` throws, and when the bot cannot come.
 */
export async function speakForCaller(utterance: Utterance, context: CommandContext): Promise<Spoken> {
  const { session, place, joined } = callerSession(context)
  const ticket = session.say(crypto.randomUUID(), utterance, context.userId)
  try {
    await joined
  } catch (error) {
    await ticket.outcome
    throw error
  }
  void report(ticket, utterance.voice, context)
  const isRecovering = session.state.status === 'recovering' && session.state.trouble !== undefined
  const hold = session.state.status === 'waiting' ? session.state.for : undefined
  return { place, ahead: ticket.ahead, isRecovering, hold }
}

/** What the caller is told: whether it sounds, or what it waits for. */
export function whatHappens({ place, ahead, isRecovering, hold }: Spoken, context: CommandContext): string {
  const { replies } = context.texts
  const channel = `<#${place.id}>`
  if (hold) return replies.holds[hold](channel)
  if (isRecovering) return replies.recovering(channel)
  const answer = ahead === 0 ? replies.speaking(place.name) : replies.queued(ahead)
  return context.isDeafened ? `${answer} ${replies.deafened()}` : answer
}

async function report(ticket: Ticket, voice: string, { texts, followUp }: CommandContext): Promise<void> {
  for (const notice of await ticket.notices) followUp(noticeSentence(notice, voice, texts))
  const outcome = await ticket.outcome
  if (outcome.kind === 'failed') followUp(errorSentence(outcome.error, texts))
}
