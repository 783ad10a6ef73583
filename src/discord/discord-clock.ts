import { type Client, Events, SnowflakeUtil } from 'discord.js'
import type { Clock } from '../kernel/clock.ts'

const MOST_SAMPLES = 64
/** A wall clock that moved this much against the monotonic one was set. */
const STEP_MS = 1_000

/**
 * The wall clock of Discord, as far as it is known here: its ids hold the moment in which it made them. Each arrives a
 * little later than it was made, so the sample that shows us least fast is the nearest to the truth.
 */
export class DiscordClock implements Clock {
  readonly sleep: Clock['sleep']
  readonly #clock: Clock
  /** How fast this machine seemed to be, in milliseconds. */
  #samples: number[] = []
  #offset: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    this.sleep = clock.sleep
  }

  now(): number {
    return this.#clock.now()
  }

  /** Discord's time. */
  wall(): number {
    return this.#clock.wall() - this.skew
  }

  /** How many milliseconds this machine's clock is fast; negative if it is slow, 0 while nothing is known. */
  get skew(): number {
    this.#forget()
    return this.#samples.length === 0 ? 0 : Math.min(...this.#samples)
  }

  /** Discord made something at this moment of its clock, and we have just learnt of it. */
  observe(madeAt: number): void {
    this.#forget()
    this.#samples.push(this.#clock.wall() - madeAt)
    if (this.#samples.length > MOST_SAMPLES) this.#samples.shift()
  }

  #forget(): void {
    const offset = this.#clock.wall() - this.#clock.now()
    if (this.#offset !== undefined && Math.abs(offset - this.#offset) > STEP_MS) this.#samples = []
    this.#offset = offset
  }
}

/** Takes samples from what Discord sends, and from the answers of its REST API. */
export function watchDiscordTime(client: Client, clock: DiscordClock): void {
  client.on(Events.MessageCreate, ({ id }) => clock.observe(SnowflakeUtil.timestampFrom(id)))
  client.on(Events.InteractionCreate, ({ id }) => clock.observe(SnowflakeUtil.timestampFrom(id)))
  client.rest.on('response', (_, { headers }) => {
    const date = Date.parse(new Headers(headers as never).get('date') ?? '')
    // Whole seconds, cut off.
    if (Number.isFinite(date)) clock.observe(date + 1_000)
  })
}
