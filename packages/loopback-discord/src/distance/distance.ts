import { seededRandom } from '../seeded-random.ts'

/** Round trips in milliseconds. */
export interface DistanceOptions {
  readonly rest?: number
  readonly gateway?: number
  /** The voice gateway's WebSocket. */
  readonly voice?: number
  readonly udp?: number
  /** Each way takes up to this much longer; drawn anew for every message. */
  readonly jitter?: number
  /** The same seed draws the same jitter. */
  readonly seed?: number
}

export type Leg = 'rest' | 'gateway' | 'voice' | 'udp'

/** How far away Discord is from the bots: nothing by default. It can change while they are connected. */
export class Distance {
  #options: DistanceOptions
  #random: () => number

  constructor(options: DistanceOptions = {}) {
    this.#options = options
    this.#random = seededRandom(options.seed ?? 1)
  }

  get isNone(): boolean {
    const { rest = 0, gateway = 0, voice = 0, udp = 0, jitter = 0 } = this.#options
    return rest + gateway + voice + udp + jitter === 0
  }

  set(options: DistanceOptions): void {
    this.#options = options
    this.#random = seededRandom(options.seed ?? 1)
  }

  /** Milliseconds that the next message takes one way. */
  oneWay(leg: Leg): number {
    const { jitter = 0 } = this.#options
    return (this.#options[leg] ?? 0) / 2 + (jitter > 0 ? jitter * this.#random() : 0)
  }
}
