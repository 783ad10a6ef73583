import type { ServerError } from './failures.ts'
import type { OpenAiOptions, SoundFormat } from './options.ts'

/** How a server is asked: what it was found to understand. */
export interface Form {
  readonly format: SoundFormat
  /** Whether sound is asked for while it is made. */
  readonly stream: boolean
  /** Optional fields that the server refused. */
  readonly without: ReadonlySet<OptionalField>
  /** The model to name if the host has named none. */
  readonly model?: string
  /** The path that speaks, by its place in `Address.speech`. */
  readonly path: number
}

export type OptionalField = 'instructions' | 'speed' | 'stream_format' | 'language' | 'task_type'

/**
 * The first form to try. A WAV tells its own rate, so it is right at any server; bare PCM, which begins a little
 * earlier, is asked for only where its rate is known.
 */
export function firstForm({ baseUrl, format, rate, vllmOmni }: OpenAiOptions): Form {
  const isKnown = rate !== undefined || vllmOmni !== undefined || isOpenAi(baseUrl)
  return { format: format ?? (isKnown ? 'pcm' : 'wav'), stream: true, without: new Set(), path: 0 }
}

/** OpenAI's own service: 24 kHz, and no surprises. */
export function isOpenAi(baseUrl: string): boolean {
  return new URL(baseUrl).hostname === 'api.openai.com'
}

/** What went wrong with a request in some form. */
export type Refusal =
  | { readonly kind: 'refused'; readonly error: ServerError }
  /** The answer was good but held no sound, or sound that cannot be read. */
  | { readonly kind: 'unusable' }

/**
 * The form to try after a refusal: what the server's words point at, or else the next of a short list. Requests that are
 * refused cost nothing. Undefined if the refusal is about something else, or if nothing is left to try.
 */
export function nextForm(
  form: Form,
  refusal: Refusal,
  options: OpenAiOptions,
  models: readonly string[],
): Form | undefined {
  if (refusal.kind === 'unusable') return form.stream ? { ...form, stream: false } : otherFormat(form, options)
  const { error } = refusal
  const { status, code, param, message } = error
  if (status === 404 || status === 405) return isAboutPath(error) ? nextPath(form) : undefined
  if (![400, 415, 422, 500, 501].includes(status)) return undefined
  const words = `${code} ${param} ${message}`
  const field = FIELDS.find((name) => !form.without.has(name) && names(name, error))
  if (field) return { ...form, without: new Set([...form.without, field]) }
  if (/response_format|\bformat\b|\bpcm\b|\bwav\b/i.test(words)) return otherFormat(form, options, message)
  if (form.stream && /\bstream|unimplemented|not implemented/i.test(words)) return { ...form, stream: false }
  if (options.model === undefined && form.model === undefined && /\bmodel\b/.test(words)) return withModel(form, models)
  return undefined
}

/** Whether a refusal is about a field: as its parameter, in quotes, or before a colon. */
function names(field: string, { param, message }: ServerError): boolean {
  return param === field || new RegExp(`['"\`]${field}['"\`]|(?:^|[;\\s])${field}:`).test(message)
}

/** The form to try after a refusal without a reason, while the server has never spoken. */
export function blindForm(form: Form, options: OpenAiOptions, models: readonly string[]): Form | undefined {
  if (form.stream) return { ...form, stream: false }
  if (options.model === undefined && form.model === undefined) return withModel(form, models)
  if (form.without.size < FIELDS.length) return { ...form, without: new Set(FIELDS) }
  return otherFormat(form, options)
}

function withModel(form: Form, models: readonly string[]): Form {
  const spoken = models.find((id) => /tts|speech|voice|kokoro|piper|bark|orpheus|chatterbox/i.test(id)) ?? models[0]
  return { ...form, model: spoken ?? 'tts-1' }
}

/** @param allowed the server's words, which may name the formats that it has */
function otherFormat(form: Form, { format }: OpenAiOptions, allowed = ''): Form | undefined {
  if (format !== undefined) return form.stream ? { ...form, stream: false } : undefined
  const rest = FORMATS.slice(FORMATS.indexOf(form.format) + 1)
  const named = rest.find((one) => new RegExp(`['"\`]${one}['"\`]`).test(allowed))
  const next = named ?? rest[0]
  return next && { ...form, format: next }
}

function nextPath(form: Form): Form | undefined {
  return form.path === 0 ? { ...form, path: 1 } : undefined
}

/** A wrong address answers without a word about models or voices. */
function isAboutPath({ code, param, message }: ServerError): boolean {
  return !/model|voice|speaker/i.test(`${code} ${param} ${message}`)
}

const FORMATS: readonly SoundFormat[] = ['wav', 'pcm', 'mp3']
const FIELDS: readonly OptionalField[] = ['stream_format', 'instructions', 'language', 'task_type', 'speed']
