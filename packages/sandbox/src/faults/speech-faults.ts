import type { Faults } from '@lector/loopback-speech'

/** Faults queued for the next speech requests. */
export class SpeechFaults {
  #waiting: { readonly name: string; readonly faults: Faults; left: number }[] = []

  add(name: string, times: number, faults: Faults): void {
    this.#waiting.push({ name, faults, left: times })
  }

  /** Number of requests that a fault still affects. */
  left(name: string): number {
    return this.#waiting.filter((one) => one.name === name).reduce((sum, { left }) => sum + left, 0)
  }

  remove(name: string): void {
    this.#waiting = this.#waiting.filter((one) => one.name !== name)
  }

  /** Takes the fault for the next request. */
  take(): Faults | undefined {
    const next = this.#waiting[0]
    if (!next) return undefined
    next.left -= 1
    if (next.left === 0) this.#waiting.shift()
    return next.faults
  }
}
