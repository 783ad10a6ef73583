import { EventEmitter, on } from 'node:events'
import type { SettingsChange } from './types.ts'

/** Reports changes to every subscriber in this process. */
export class Changes {
  readonly #emitter = new EventEmitter<{ change: [SettingsChange] }>().setMaxListeners(0)

  emit(change: SettingsChange): void {
    this.#emitter.emit('change', change)
  }

  listen(listener: (change: SettingsChange) => void): void {
    this.#emitter.on('change', listener)
  }

  /** Starts with the call, not with the first `next()`, so no change in between is lost. */
  watch(signal: AbortSignal): AsyncIterable<SettingsChange> {
    const events = on(this.#emitter, 'change', { signal })
    return (async function* () {
      for await (const [change] of events) yield change as SettingsChange
    })()
  }
}
