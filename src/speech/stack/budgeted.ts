import { type ErrorParams, isLectorError, LectorError } from '../../kernel/errors.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../engine.ts'
import type { Stage, Visit } from './staged.ts'

/**
 * Who may still spend how much. `reserve` sets characters aside before they are asked for; what it returns is settled
 * once, by what was billed. Errors of `reserve` are `LectorError`s: while nobody keeps account, nothing is spent.
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
      /** When the budget is spent: speak with the free engine, or stay silent and say why. */
      readonly instead: 'free' | 'nothing'
    }

/**
 * Asks a paid engine only for what the budget grants. Once the budget is spent, `free` speaks, with a notice, or
 * `speech.budget` is thrown. `free` belongs to its creator and is not closed here.
 */
export function budgeted<R>(engine: string, budget: Budget<R>, free?: SpeechEngine): Stage {
  const settling = new Set<Promise<void>>()

  /** No listener waits for it. What cannot be settled stays set aside, so errors never spend more. */
  function settle(reservation: R, billed: number): void {
    const settled = budget.settle(reservation, billed).catch(() => {})
    settling.add(settled)
    void settled.then(() => settling.delete(settled))
  }

  function spend(characters: number, reservation: R, signal: AbortSignal): Visit {
    // Providers bill what they were asked to speak; whether they stop counting when a listener leaves is unknown.
    let billed = signal.aborted ? 0 : characters
    let heard = false
    return {
      pass(event) {
        if (event.kind === 'end') billed = event.receipt.characters
        heard ||= event.kind === 'audio'
        return [event]
      },
      fail(error) {
        // Providers do not bill what they refuse; one that was only too slow may have spoken to nobody.
        if (isLectorError(error) && error.code !== 'speech.timeout' && !heard) billed = 0
        return []
      },
      leave: () => settle(reservation, billed),
    }
  }

  return {
    async enter(utterance, signal) {
      const characters = countCharacters(utterance.text)
      const grant = await budget.reserve(utterance, characters)
      if (grant.granted) return spend(characters, grant.reservation, signal)
      signal.throwIfAborted()
      const { scope, cap, byHost = false, instead } = grant
      const because = new LectorError(
        'speech.budget',
        { scope, cap, byHost },
        `The ${scope} budget of ${cap} characters is spent`,
      )
      if (!free || instead === 'nothing') throw because
      const { model: _, ...request } = utterance
      return { instead: freely(free, request, signal, { code: 'engine-replaced', engine, by: free.id, because }) }
    },
    async close() {
      await Promise.all(settling)
    },
  }
}

async function* freely(
  free: SpeechEngine,
  request: Utterance,
  signal: AbortSignal,
  notice: Extract<SpeechEvent, { kind: 'notice' }>['notice'],
): AsyncGenerator<SpeechEvent> {
  yield { kind: 'notice', notice }
  for await (const event of free.speak(request, signal)) {
    yield event.kind === 'end' ? { kind: 'end', receipt: { ...event.receipt, fallback: true } } : event
  }
}
