/**
 * The sandbox's clock as this page's: asks over a socket that echoes, and believes the quickest answer, whose time is
 * known best.
 */
export class SandboxClock {
  #offset = 0
  #best = Number.POSITIVE_INFINITY

  /**
   * Sends a question.
   *
   * @param {WebSocket} socket
   */
  ask(socket) {
    if (socket.readyState === WebSocket.OPEN) socket.send(String(performance.now()))
  }

  /** @param {{ echo: string, now: number }} answer */
  answered({ echo, now }) {
    const received = performance.now()
    const sent = Number(echo)
    const trip = received - sent
    if (trip > this.#best) return
    this.#best = trip
    this.#offset = now - (sent + received) / 2
  }

  /**
   * Milliseconds of the sandbox's clock, as `performance.now()` of this page.
   *
   * @param {number} moment
   */
  here(moment) {
    return moment - this.#offset
  }
}
