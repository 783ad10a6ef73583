import { once } from 'node:events'
import { constants, createInflate, inflateSync } from 'node:zlib'
import { WebSocket } from 'ws'

export interface Payload {
  readonly op: number
  readonly t: string | null
  readonly s: number | null
  // biome-ignore lint/suspicious/noExplicitAny: payloads of every kind are read here, each test knows its own.
  readonly d: any
}

/** A gateway client without a library: every payload that came, in order. */
export class RawClient {
  readonly received: Payload[] = []
  readonly socket: WebSocket
  readonly closed: Promise<number>

  static async connect(url: string): Promise<RawClient> {
    const client = new RawClient(url)
    await client.next(({ op }) => op === 10)
    return client
  }

  private constructor(url: string) {
    this.socket = new WebSocket(url)
    this.closed = once(this.socket, 'close').then(([code]) => code)
    const read = new URL(url).searchParams.get('compress') === 'zlib-stream' ? this.#stream() : this.#single()
    this.socket.on('message', read)
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }))
  }

  identify(token: string, more: object = {}): void {
    this.send(2, { token, intents: 33409, properties: {}, ...more })
  }

  /** The first payload that fits, come or to come. */
  async next(fits: (payload: Payload) => boolean): Promise<Payload> {
    const signal = AbortSignal.timeout(5_000)
    for (;;) {
      const found = this.received.find(fits)
      if (found) return found
      await once(this.socket, 'read', { signal })
    }
  }

  event(name: string): Promise<Payload> {
    return this.next(({ t }) => t === name)
  }

  #take(text: string): void {
    this.received.push(JSON.parse(text))
    this.socket.emit('read')
  }

  #single() {
    return (data: Buffer, isBinary: boolean) => this.#take((isBinary ? inflateSync(data) : data).toString())
  }

  /** One inflate stream for the connection; a payload is whole when its JSON is. */
  #stream() {
    const inflate = createInflate({ flush: constants.Z_SYNC_FLUSH })
    let pending = ''
    inflate.on('data', (chunk: Buffer) => {
      pending += chunk
      try {
        JSON.parse(pending)
      } catch {
        return
      }
      this.#take(pending)
      pending = ''
    })
    return (data: Buffer) => {
      if (data.readUInt32BE(data.length - 4) !== 0xffff) throw new Error('The message does not end with a sync flush.')
      inflate.write(data)
    }
  }
}
