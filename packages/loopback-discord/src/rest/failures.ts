import { Answer } from '../http/router.ts'

export interface RestFailure {
  /** As in the request, without `/api/v10`; a prefix is enough. */
  readonly path: string
  /** 500, 502, 503, … */
  readonly status: number
  readonly times: number
}

/** Requests that fail before anything is done, when a test asks for it. */
export class RestFailures {
  #pending: { readonly failure: RestFailure; left: number }[] = []

  add(failure: RestFailure): void {
    this.#pending.push({ failure, left: failure.times })
  }

  get left(): number {
    return this.#pending.reduce((sum, { left }) => sum + left, 0)
  }

  clear(): void {
    this.#pending = []
  }

  take(path: string): Answer | undefined {
    const hit = this.#pending.find(({ failure }) => path.startsWith(failure.path))
    if (!hit) return undefined
    hit.left -= 1
    this.#pending = this.#pending.filter(({ left }) => left > 0)
    const { status } = hit.failure
    return new Answer(status, { message: `${status}`, code: 0 })
  }
}
