import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { backoff } from '../kernel/backoff.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Changes } from './changes.ts'
import type { Writer } from './database.ts'
import type { SettingsChange } from './types.ts'

const CHANNEL = 'lector_settings'
const PAUSES = { first: 100, longest: 5_000 }

/**
 * Notifies the other processes on the same database of changes, and hears theirs, over LISTEN and NOTIFY. A
 * separate connection listens and reconnects when it breaks; notifications in between are lost, so it then reports
 * `all`. A connection pooler must keep sessions: in transaction mode nothing is heard, and changes of other processes
 * take effect only when a cached value expires.
 */
export class PostgresChannel {
  readonly #url: string
  readonly #clock: Clock
  readonly #changes: Changes
  /** Postgres also notifies the sender, which already knows. */
  readonly #self = randomUUID()
  readonly #closing = new AbortController()
  #client: pg.Client | undefined
  #running: Promise<void> | undefined

  constructor(url: string, clock: Clock, changes: Changes) {
    this.#url = url
    this.#clock = clock
    this.#changes = changes
  }

  announce = async (writer: Writer, change: SettingsChange): Promise<void> => {
    const payload = JSON.stringify({ from: this.#self, change } satisfies Message)
    await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(writer)
  }

  /** Resolves once this process listens; it then listens until `close`. */
  async listen(): Promise<void> {
    const connection = await this.#connect()
    this.#running = this.#keepListening(connection)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.#client?.end().catch(() => {})
    await this.#running
  }

  async #keepListening(first: Connection): Promise<void> {
    const { signal } = this.#closing
    await first.lost
    let failures = 0
    while (!signal.aborted) {
      try {
        await this.#clock.sleep(backoff(failures + 1, PAUSES), signal)
        const { lost } = await this.#connect()
        this.#changes.emit({ kind: 'all' })
        failures = 0
        await lost
      } catch {
        failures += 1
      }
    }
  }

  async #connect(): Promise<Connection> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true, connectionTimeoutMillis: 5_000 })
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    client.on('error', () => resolve())
    client.on('end', () => resolve())
    client.on('notification', ({ payload }) => this.#hear(payload))
    this.#client = client
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    // `close` may have been called while this connection was being made, and ended the previous one.
    if (this.#closing.signal.aborted) await client.end().catch(() => {})
    return { lost }
  }

  #hear(payload = ''): void {
    const message = parse(payload)
    if (message?.from !== this.#self) this.#changes.emit(message?.change ?? { kind: 'all' })
  }
}

/** Anyone with access to the database can use the channel, so an unknown message counts as any change. */
function parse(payload: string): Message | undefined {
  try {
    const message = JSON.parse(payload) as Partial<Message> | null
    return KINDS.includes(message?.change?.kind as SettingsChange['kind']) ? (message as Message) : undefined
  } catch {
    return undefined
  }
}

const KINDS: readonly SettingsChange['kind'][] = ['guild', 'member', 'user', 'all']

interface Connection {
  /** Resolves when the connection ends, whichever side ends it. */
  readonly lost: Promise<void>
}

interface Message {
  readonly from: string
  readonly change: SettingsChange
}
