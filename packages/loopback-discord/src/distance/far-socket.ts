import { WebSocket } from 'ws'
import { DelayLine } from './delay-line.ts'
import type { Distance, Leg } from './distance.ts'

/** The class of a server's WebSockets: what they send, receive and close takes its time both ways. */
export function farSocket(distance: Distance, leg: Leg): typeof WebSocket {
  return class FarSocket extends WebSocket {
    readonly #out = new DelayLine(() => distance.oneWay(leg))
    readonly #in = new DelayLine(() => distance.oneWay(leg))

    override send(data: Parameters<WebSocket['send']>[0]): void {
      this.#out.pass(() => {
        if (this.readyState === WebSocket.OPEN) super.send(data)
      })
    }

    override close(code?: number, reason?: string | Buffer): void {
      this.#out.pass(() => super.close(code, reason))
    }

    override emit(event: string | symbol, ...values: unknown[]): boolean {
      if (event !== 'message' && event !== 'close') return super.emit(event, ...values)
      this.#in.pass(() => super.emit(event, ...values))
      return true
    }
  }
}
