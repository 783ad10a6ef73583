/** Delivers late and in order, as one TCP connection does. Nothing is late when the distance is none. */
export class DelayLine {
  readonly #delay: () => number
  /** When the last of those that are on the way arrives. */
  #lastAt = 0
  #waiting = 0

  /** @param delay milliseconds that the next one takes */
  constructor(delay: () => number) {
    this.#delay = delay
  }

  pass(deliver: () => void): void {
    const delay = this.#delay()
    if (delay === 0 && this.#waiting === 0) {
      deliver()
      return
    }
    const now = performance.now()
    this.#lastAt = Math.max(this.#lastAt, now + delay)
    this.#waiting += 1
    setTimeout(() => {
      this.#waiting -= 1
      deliver()
    }, this.#lastAt - now).unref()
  }
}
