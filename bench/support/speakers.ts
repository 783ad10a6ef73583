import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { NODE_FLAGS } from '@lector/playground'
import type { Address } from './hall.ts'
import type { Order, Report } from './speaker-process.ts'

const PROGRAM = fileURLToPath(new URL('speaker-process.ts', import.meta.url))

/** A process of the product's voice sessions, apart from the voice server that it speaks to. */
export class Speakers {
  readonly #child: ChildProcess

  static async start(): Promise<Speakers> {
    const child = fork(PROGRAM, { execArgv: [...NODE_FLAGS, '--expose-gc'] })
    await once(child, 'message')
    return new Speakers(child)
  }

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** Brings the number of calls the process is in up to this. */
  join(address: Address, guilds: number): Promise<unknown> {
    return this.order({ kind: 'join', address, guilds })
  }

  async report(): Promise<Report> {
    return (await this.order({ kind: 'report' })) as Report
  }

  /** Milliseconds from sound in hand to its first packet, for one more speaker. */
  async first(guild: number, runs: number): Promise<readonly number[]> {
    return (await this.order({ kind: 'first', guild, runs })) as readonly number[]
  }

  /** Bytes that the process occupies. */
  async memory(): Promise<number> {
    return (await this.order({ kind: 'memory' })) as number
  }

  async order(order: Order): Promise<unknown> {
    const settled = new AbortController()
    const { signal } = settled
    this.#child.send(order)
    const ended = once(this.#child, 'exit', { signal }).then(([code]) => {
      throw new Error(`the speakers' process ended with code ${code}`)
    })
    try {
      const [answer] = await Promise.race([once(this.#child, 'message', { signal }), ended])
      return answer
    } finally {
      ended.catch(() => undefined)
      settled.abort()
    }
  }

  close(): void {
    this.#child.kill('SIGKILL')
  }
}
