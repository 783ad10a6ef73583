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
  return { place, ahead: ticket.ahead, isRecovering }
}

async function report(ticket: Ticket, voice: string, { texts, followUp }: CommandContext): Promise<void> {
  for (const notice of await ticket.notices) followUp(noticeSentence(notice, voice, texts))
  const outcome = await ticket.outcome
  if (outcome.kind === 'failed') followUp(errorSentence(outcome.error, texts))
}
