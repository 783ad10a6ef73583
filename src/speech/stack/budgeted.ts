import { type ErrorParams, isLectorError, LectorError } from '../../kernel/errors.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import { wrapped } from './wrapped.ts'

/**
 * Who may still spend how much. `reserve` sets characters aside before they are asked for; what it returns is settled
 * once, by what was billed. Errors of `reserve` are `LectorError`s: as long as nobody keeps account, nothing is spent.
 */
export interface Budget<Reservation> {
  reserve(utterance: Utterance, characters: number): Promise<Grant<Reservation>>
  settle(reservation: Reservation, billed: number): Promise<void>
}

export type Grant<Reservation> =
  | { readonly granted: true; readonly reservation: Reservation }
  | {
      readonly granted: false
      readonly scope: ErrorParams['speech.budget']['scope']
      readonly used: number
      readonly cap: number
      /** The host set the cap. */
      readonly byHost?: boolean
      /** At a spent budget: speak with what costs nothing, or be silent and say why. */
      readonly instead: 'free' | 'nothing'
    }

/**
 * Asks an engine that costs money only for what the budget grants. At its end, `free` speaks, with a notice, or
 * `speech.budget` is thrown. `free` belongs to whoever made it and is not closed here.
 */
export function budgeted<R>(engine: SpeechEngine, budget: Budget<R>, free?: SpeechEngine): SpeechEngine {
  const settling = new Set<Promise<void>>()

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const characters = countCharacters(utterance.text)
    const grant = await budget.reserve(utterance, characters)
    if (grant.granted) return yield* spend(utterance, characters, grant.reservation, signal)
    const { scope, cap, byHost = false, instead } = grant
    signal.throwIfAborted()
    const message = `The ${scope} budget of ${cap} characters is used up`
    const because = new LectorError('speech.budget', { scope, cap, byHost }, message)
    if (!free || instead === 'nothing') throw because
    yield { kind: 'notice', notice: { code: 'engine-replaced', engine: engine.id, by: free.id, because } }
    const { model: _, ...request } = utterance
    for await (const event of free.speak(request, signal)) {
      yield event.kind === 'end' ? { kind: 'end', receipt: { ...event.receipt, makeshift: true } } : event
    }
  }

  async function* spend(
    utterance: Utterance,
    characters: number,
    reservation: R,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent> {
    // Providers bill what they were asked to speak; nobody knows whether they stop counting when somebody leaves.
    let billed = characters
    let heard = false
    try {
      if (signal.aborted) billed = 0
      for await (const event of engine.speak(utterance, signal)) {
        if (event.kind === 'end') billed = event.receipt.characters
        heard ||= event.kind === 'audio'
        yield event
      }
    } catch (error) {
      // What they refuse they do not bill; one that was only too slow may have spoken to nobody.
      if (isLectorError(error) && error.code !== 'speech.timeout' && !heard) billed = 0
      throw error
    } finally {
      settle(reservation, billed)
    }
  }

  /** Nobody who listens waits for it. What cannot be settled stays set aside, so that errors never spend more. */
  function settle(reservation: R, billed: number): void {
    const settled = budget.settle(reservation, billed).catch(() => {})
    settling.add(settled)
    void settled.then(() => settling.delete(settled))
  }

  return wrapped(engine, speak, async () => {
    await engine.close()
    await Promise.all(settling)
  })
}
