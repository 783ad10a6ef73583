import { SAMPLE_RATE } from '../../audio/format.ts'
import { isLectorError, LectorError } from '../../kernel/errors.ts'
import { splitText } from '../../text/sentences.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, SpeechReceipt, Utterance } from '../engine.ts'
import { estimateTokens, MAX_STYLE_TOKENS } from '../tokens.ts'
import { readAhead } from './read-ahead.ts'
import { delegateTo } from './staged.ts'

export interface LongTextOptions {
  /** The longest text of one request, as `countCharacters` counts; Infinity for an engine without a limit. */
  readonly limitOf: (utterance: Utterance) => number
  /** A shorter first request, for an engine whose sound begins only when all of it has been made. */
  readonly firstLimit?: number
}

/**
 * Speaks texts of any length, in requests that end where sentences do. Each request is made as soon as the sound of the
 * one before has begun, and no earlier: so there is no gap between them, and a skip costs at most one request too many.
 * Notices are given once, and the receipts of the requests are added up.
 */
export function longText(engine: SpeechEngine, options: LongTextOptions): SpeechEngine {
  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    checkStyle(engine, utterance)
    const left = new AbortController()
    const either = AbortSignal.any([signal, left.signal])
    const begin = (text: string) => engine.speak({ ...utterance, text }, either)
    const beginAhead = (text: string) => readAhead(begin(text), { limit: AHEAD_BYTES, sizeOf, signal: either })

    const limits = engine.limits?.(utterance) ?? {}
    const limit = Math.min(options.limitOf(utterance), limits.text ?? Number.POSITIVE_INFINITY)
    const texts = partsOf(utterance.text, limit, Math.min(limit, options.firstLimit ?? limits.firstText ?? limit))
    const told = new Set<SpeechNotice['code']>()
    const receipts: SpeechReceipt[] = []
    let ahead: AsyncIterable<SpeechEvent> | undefined
    try {
      for (let text = texts.shift(); text !== undefined; text = texts.shift()) {
        let heard = false
        const speech = ahead ?? begin(text)
        ahead = undefined
        try {
          for await (const event of speech) {
            if (event.kind === 'end') receipts.push(event.receipt)
            else if (event.kind === 'audio') {
              heard = true
              if (texts[0] !== undefined) ahead ??= beginAhead(texts[0])
              yield event
            } else if (!told.has(event.notice.code)) {
              told.add(event.notice.code)
              yield event
            }
            signal.throwIfAborted()
          }
        } catch (error) {
          const shorter = heard ? [] : shorterParts(text, error)
          if (shorter.length === 0) throw error
          texts.unshift(...shorter)
        }
      }
      yield { kind: 'end', receipt: sumOf(receipts) }
    } finally {
      left.abort()
    }
  }

  return delegateTo(engine, speak)
}

function checkStyle({ id }: SpeechEngine, { style = '' }: Utterance): void {
  const tokens = estimateTokens(style)
  if (tokens <= MAX_STYLE_TOKENS) return
  const message = `Cannot follow a style of about ${tokens} tokens: the limit is ${MAX_STYLE_TOKENS}`
  throw new LectorError('speech.style-too-long', { engine: id, limit: MAX_STYLE_TOKENS }, message)
}

function partsOf(text: string, limit: number, firstLimit = limit): string[] {
  // Text of white space alone has no parts, and it is the engine that knows what to say to it.
  const parts = splitText(text, { limit, firstLimit, measure: countCharacters })
  return parts.length > 0 ? parts : [text]
}

/** Providers do not agree with their own documents on how long a text may be, so what one refuses is parted again. */
function shorterParts(text: string, error: unknown): string[] {
  if (!isLectorError(error) || error.code !== 'speech.text-too-long') return []
  const length = countCharacters(text)
  const { limit } = (error as LectorError<'speech.text-too-long'>).params
  const parts = partsOf(text, limit < length ? limit : Math.ceil(length / 2))
  return parts.length > 1 ? parts : []
}

function sumOf(receipts: readonly SpeechReceipt[]): SpeechReceipt {
  if (receipts.length === 1) return receipts[0]!
  // The request's id and the file's address stand for one request alone, the engine for the one that is to be paid.
  const { engine, model } = receipts.reduce((most, one) => (one.characters > most.characters ? one : most))
  const characters = receipts.reduce((sum, receipt) => sum + receipt.characters, 0)
  const fallback = receipts.some((receipt) => receipt.fallback)
  return { engine, model, characters, ...(fallback && { fallback }) }
}

function sizeOf(event: SpeechEvent): number {
  return event.kind === 'audio' ? event.pcm.length : 0
}

/** Twenty seconds of sound. */
const AHEAD_BYTES = 20 * SAMPLE_RATE * 2
