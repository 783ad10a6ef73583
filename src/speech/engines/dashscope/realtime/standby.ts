import type { Clock } from '../../../../kernel/clock.ts'
import type { RealtimeSocket } from './socket.ts'

/** A connection on its way to a session that can be spoken to. */
export interface Opening {
  readonly socket: RealtimeSocket
  /** Resolves with the session; rejects with a `LectorError`. */
  readonly ready: Promise<void>
}

export interface Standby {
  /** A session of this model, the one that was kept ready if there is one. Whoever takes it closes it. */
  take(model: string): Opening
  /** Keeps a session of this model ready from now on, and resolves when it is. Never rejects. */
  prepare(model: string): Promise<void>
  close(): void
}

/**
 * A session serves one utterance, so each would wait for TCP, TLS and the session's greeting. One that stands ready
 * spares it these round trips. The service closes idle sessions after 60 s: it is renewed before, for some minutes
 * after the last utterance.
 */
export function createStandby(open: (model: string) => Opening, clock: Clock): Standby {
  let kept: { readonly model: string; readonly opening: Opening; readonly expiry: AbortController } | undefined
  let closed = false

  function keep(model: string, renewals = RENEWALS): Opening {
    drop()
    const opening = open(model)
    const expiry = new AbortController()
    kept = { model, opening, expiry }
    // Whoever takes it hears of the failure; one that nobody takes has none.
    opening.ready.catch(() => {})
    clock.sleep(RENEW_AFTER, expiry.signal).then(
      () => (renewals > 0 ? keep(model, renewals - 1) : drop()),
      () => {},
    )
    return opening
  }

  function release(): Opening | undefined {
    const opening = kept?.opening
    kept?.expiry.abort()
    kept = undefined
    return opening
  }

  function drop(): void {
    release()?.socket.close()
  }

  const has = (model: string) => kept?.model === model && kept.opening.socket.closing === undefined

  return {
    take(model) {
      const opening = (has(model) ? release() : undefined) ?? open(model)
      opening.ready.then(
        () => {
          if (!closed && !has(model)) keep(model)
        },
        () => {},
      )
      return opening
    },
    async prepare(model) {
      if (closed || has(model)) return
      await keep(model).ready.catch(() => {})
    },
    close() {
      closed = true
      drop()
    },
  }
}

const RENEW_AFTER = 45_000
/** Ten minutes, after which the next utterance is not soon to come. */
const RENEWALS = 13
