import { EventEmitter } from 'node:events'
import type { Clock } from '../clock.ts'
import type { Send } from './encoding.ts'
import { GatewaySession, type SessionOptions } from './session.ts'

export interface SessionsEvents {
  ended: [session: GatewaySession]
}

/** All sessions: the connected ones, and for a while those that lost their connection. */
export class GatewaySessions extends EventEmitter<SessionsEvents> {
  readonly #clock: Clock
  readonly #resumeWindow: number
  readonly #all = new Map<string, GatewaySession>()
  /** Of the sessions without a connection: ends the wait for its return. */
  readonly #waiting = new Map<string, AbortController>()

  constructor(clock: Clock, resumeWindow: number) {
    super()
    this.#clock = clock
    this.#resumeWindow = resumeWindow
  }

  open(options: SessionOptions): GatewaySession {
    const session = new GatewaySession(options)
    this.#all.set(session.id, session)
    return session
  }

  get(id: string): GatewaySession | undefined {
    return this.#all.get(id)
  }

  [Symbol.iterator](): IterableIterator<GatewaySession> {
    return this.#all.values()
  }

  /** Takes a session up again; undefined when it is over, or somebody else's. */
  resume(id: string, userId: string): GatewaySession | undefined {
    const session = this.#all.get(id)
    if (session?.userId !== userId) return undefined
    this.#stopWaiting(id)
    return session
  }

  /** The connection broke: the session ends unless it is resumed in time, or was already on another connection. */
  suspend(session: GatewaySession, connection: Send): void {
    if (!session.detach(connection) || !this.#all.has(session.id)) return
    this.#stopWaiting(session.id)
    const waiting = new AbortController()
    this.#waiting.set(session.id, waiting)
    this.#clock.sleep(this.#resumeWindow, waiting.signal).then(
      () => this.end(session),
      () => undefined,
    )
  }

  end(session: GatewaySession): void {
    this.#stopWaiting(session.id)
    if (this.#all.delete(session.id)) this.emit('ended', session)
  }

  /** Forgets everything without telling anybody. */
  close(): void {
    for (const id of [...this.#waiting.keys()]) this.#stopWaiting(id)
    this.#all.clear()
  }

  #stopWaiting(id: string): void {
    this.#waiting.get(id)?.abort()
    this.#waiting.delete(id)
  }
}
