import { RefusedError, UnusableError } from './failures.ts'
import type { Form, Refusal } from './form.ts'
import { blindForm, firstForm, nextForm } from './form.ts'
import type { OpenAiOptions } from './options.ts'

/** What has been learned about one server, for as long as the process runs. */
export class Negotiation {
  readonly #options: OpenAiOptions
  #form: Form
  /** Whether this form has spoken. */
  #proven = false
  #models: readonly string[] = []
  /** Answers that were paid and brought no sound. */
  #wasted = 0

  constructor(options: OpenAiOptions) {
    this.#options = options
    this.#form = firstForm(options)
  }

  get form(): Form {
    return this.#form
  }

  set models(models: readonly string[]) {
    this.#models = models
  }

  get proven(): boolean {
    return this.#proven
  }

  proved(form: Form): void {
    this.#wasted = 0
    if (form === this.#form) this.#proven = true
  }

  /**
   * Learns from a failure of a request in a form; true if the request should be made again in another one. A server
   * that has spoken in a form and refuses it now has changed, so what it can is learned again.
   */
  learn(form: Form, error: unknown): boolean {
    if (form !== this.#form) return true
    const refusal = refusalOf(error)
    if (!refusal) return false
    // A refusal costs nothing. An answer without usable sound may, so it is repeated in one other form only.
    if (refusal.kind === 'unusable' && ++this.#wasted > MOST_WASTED) return false
    const next =
      nextForm(form, refusal, this.#options, this.#models) ??
      (!isMute(error) || (this.#proven && isServersFault(error))
        ? undefined
        : blindForm(form, this.#options, this.#models))
    if (next) {
      this.#form = next
      this.#proven = false
    } else if (!this.#proven) {
      // Nothing helped, so the next text begins at the beginning: the server may have been starting.
      this.#form = firstForm(this.#options)
    }
    return next !== undefined
  }
}

const MOST_WASTED = 1

/** A server that has spoken may fail for once; one that refuses has changed. */
function isServersFault(error: unknown): boolean {
  return !(error instanceof RefusedError) || error.refusal.status >= 500
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof RefusedError) return { kind: 'refused', error: error.refusal }
  if (error instanceof UnusableError) return { kind: 'unusable' }
  return undefined
}

/** Whether an error gives no reason, as many servers answer to a form or a voice that they do not have. */
export function isMute(error: unknown): boolean {
  if (!(error instanceof RefusedError)) return error instanceof UnusableError
  const { status, message } = error.refusal
  if (status !== 400 && status !== 422 && status !== 500) return false
  return (
    status !== 422 &&
    /^(internal server error|bad request|an? (unknown )?error occurred|error)?[.!]?$/i.test(message.trim())
  )
}
