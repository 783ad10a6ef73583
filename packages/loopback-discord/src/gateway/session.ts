import { randomBytes } from 'node:crypto'
import type { APIUser } from 'discord-api-types/v10'
import { GatewayOpcodes } from 'discord-api-types/v10'
import { shardOf } from '../snowflake.ts'
import type { Audience, Dispatch } from './dispatches.ts'
import type { Send } from './encoding.ts'

/** Enough for everything that happens while a client is away for seconds. */
const REPLAY_LENGTH = 1000

export interface SessionOptions {
  readonly user: APIUser
  readonly intents: number
  readonly shard: readonly [id: number, count: number]
}

/** One identified client. It outlives its connection: what happens meanwhile is kept and replayed on resume. */
export class GatewaySession implements Audience {
  readonly id = randomBytes(16).toString('hex')
  readonly user: APIUser
  readonly intents: number
  readonly shard: readonly [id: number, count: number]
  readonly #sent: { readonly s: number; readonly payload: object }[] = []
  #sequence = 0
  #send: Send | undefined

  constructor({ user, intents, shard }: SessionOptions) {
    this.user = user
    this.intents = intents
    this.shard = shard
  }

  get userId(): string {
    return this.user.id
  }

  serves(guildId: string): boolean {
    const [id, count] = this.shard
    return shardOf(guildId, count) === id
  }

  dispatch({ t, d }: Dispatch): void {
    this.#sequence += 1
    const payload = { op: GatewayOpcodes.Dispatch, t, s: this.#sequence, d }
    this.#sent.push({ s: this.#sequence, payload })
    if (this.#sent.length > REPLAY_LENGTH) this.#sent.shift()
    this.#send?.(payload)
  }

  /** Whether everything after the sequence number is still there to be replayed. */
  canReplay(after: number): boolean {
    return after <= this.#sequence && after >= (this.#sent[0]?.s ?? 1) - 1
  }

  /** Sends through this connection from now on, beginning with what came after the sequence number. */
  attach(send: Send, after: number): void {
    for (const { s, payload } of this.#sent) if (s > after) send(payload)
    this.#send = send
  }

  /** False when the session has moved to another connection meanwhile. */
  detach(send: Send): boolean {
    if (this.#send !== send) return false
    this.#send = undefined
    return true
  }
}
