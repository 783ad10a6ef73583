import { EventEmitter, on } from 'node:events'
import type { SettingsChange } from './types.ts'

/** What changed, told to everybody in this process who wants to know. */
export class Changes {
  readonly #emitter = new EventEmitter<{ change: [SettingsChange] }>().setMaxListeners(0)

  emit(change: SettingsChange): void {
    this.#emitter.emit('change', change)
  }

  listen(listener: (change: SettingsChange) => void): void {
    this.#emitter.on('change', listener)
  }

  /** Begins with the call, not with the first `next()`, so nothing is lost in between. */
  watch(signal: AbortSignal): AsyncIterable<SettingsChange> {
    const events = on(this.#emitter, 'change', { signal })
    return (async function* () {
      for await (const [change] of events) yield change as SettingsChange
    })()
  }
}
