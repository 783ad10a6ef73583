import { Answer } from '../http/router.ts'

export interface LostAnswer {
  /** As in the request, without `/api/v10`; a prefix is enough. */
  readonly path: string
  /** Any method unless given. */
  readonly method?: string
  readonly times: number
  /** What the client gets instead: a 5xx of a proxy on the way, or a connection that breaks. */
  readonly as: 'bad-gateway' | 'reset'
}

/** Answers that get lost after the request has been carried out, when a test asks for it. */
export class LostAnswers {
  #pending: { readonly lost: LostAnswer; left: number }[] = []

  add(lost: LostAnswer): void {
    this.#pending.push({ lost, left: lost.times })
  }

  /** How many answers are still to get lost. */
  get left(): number {
    return this.#pending.reduce((sum, { left }) => sum + left, 0)
  }

  clear(): void {
    this.#pending = []
  }

  take(method: string | undefined, path: string): Answer | 'reset' | undefined {
    const hit = this.#pending.find(({ lost }) => path.startsWith(lost.path) && (lost.method ?? method) === method)
    if (!hit) return undefined
    hit.left -= 1
    this.#pending = this.#pending.filter(({ left }) => left > 0)
    return hit.lost.as === 'reset' ? 'reset' : new Answer(502, { message: '502: Bad Gateway', code: 0 })
  }
}
