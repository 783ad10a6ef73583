import type { RealtimeSession } from '@lector/qwen-tts'
import type { Clock } from '../../../../kernel/clock.ts'

export interface Standby {
  /** A session of this model, the one kept ready if there is one. The caller closes it. */
  take(model: string): RealtimeSession
  /** Keeps a session of this model ready from now on, and resolves when it is. Never rejects. */
  prepare(model: string): Promise<void>
  close(): void
}

/**
 * Keeps one session open ahead. A session serves one utterance, so each would otherwise wait for TCP, TLS and the
 * greeting. The service closes idle sessions after 60 s, so the kept one is replaced before that, for some minutes
 * after the last utterance.
 */
export function createStandby(connect: (model: string) => RealtimeSession, clock: Clock): Standby {
  let kept: { readonly session: RealtimeSession; readonly expiry: AbortController } | undefined
  let closed = false

  function keep(model: string, renewals = RENEWALS): RealtimeSession {
    drop()
    const session = connect(model)
    const expiry = new AbortController()
    kept = { session, expiry }
    clock.sleep(RENEW_AFTER, expiry.signal).then(
      () => (renewals > 0 ? keep(model, renewals - 1) : drop()),
      () => {},
    )
    return session
  }

  function release(): RealtimeSession | undefined {
    const session = kept?.session
    kept?.expiry.abort()
    kept = undefined
    return session
  }

  function drop(): void {
    release()?.close()
  }

  const has = (model: string) => kept?.session.model === model && !kept.session.closed

  return {
    take(model) {
      const session = (has(model) ? release() : undefined) ?? connect(model)
      session.ready.then(
        () => {
          if (!closed && !has(model)) keep(model)
        },
        () => {},
      )
      return session
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
/** Ten minutes: after that, no utterance is expected soon. */
const RENEWALS = 13
