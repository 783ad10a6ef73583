import { errors, type Pool } from 'undici'
import { durationOf } from '../../../audio/format.ts'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { RequestLimits, SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { openPool } from '../../http/http-connection.ts'
import { timeoutOf } from '../../stack/deadline.ts'
import { addressOf } from './address.ts'
import { readAnswer } from './answer.ts'
import { ENGINE, malformed, RefusedError, UnusableError, voiceUnknown } from './failures.ts'
import { isOpenAi } from './form.ts'
import { isMute, Negotiation } from './negotiation.ts'
import type { OpenAiOptions } from './options.ts'
import { askServer, listModels } from './post.ts'
import { buildRequest } from './request.ts'
import { Tempo } from './tempo.ts'
import { createVoiceList } from './voice-list.ts'
import { chooseVoice, describeVoices, OPENAI_VOICES, voicesInRefusal } from './voices.ts'

/**
 * Any server with OpenAI's speech API (https://platform.openai.com/docs/api-reference/audio/createSpeech), such as
 * Qwen3-TTS on one's own vLLM-Omni: one request per utterance, whose sound is passed on while it arrives. What the
 * server understands is learned from its first answers.
 */
export function createOpenAiEngine(options: OpenAiOptions): SpeechEngine {
  const { clock = systemClock, apiKey, voice: fallback, connectTimeout = 5_000 } = options
  const address = addressOf(options.baseUrl)
  const pool: Pool = openPool(address.origin, connectTimeout)
  const authorization = apiKey === undefined ? address.authorization : `Bearer ${apiKey}`
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  const list = createVoiceList(pool, address, headers, options.model, clock)
  const negotiation = new Negotiation(options)
  const tempo = new Tempo(options.timeout, isOpenAi(options.baseUrl) || options.vllmOmni !== undefined)
  const told = new Set<string>()
  /** Why the server is not asked, and until when: it sends sound that nobody here can read. */
  let spoken = false
  let unreadable: { readonly failure: LectorError; readonly until: number } | undefined

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    if (unreadable && clock.now() < unreadable.until) throw unreadable.failure
    const voice = await voiceFor(utterance, signal)
    for (;;) {
      const { form } = negotiation
      const { model, notices, body } = buildRequest(utterance, voice, options, form)
      const startedAt = clock.now()
      let heard = 0
      let firstAt = startedAt
      try {
        const answer = await askServer({ pool, address, headers, path: form.path, body, signal })
        const facts = { model, voice, text: utterance.text, rate: options.rate, url: answer.url }
        for await (const event of readAnswer(answer.data, facts, clock)) {
          if (event.kind === 'audio') {
            if (heard === 0) {
              firstAt = clock.now()
              for (const notice of notices) yield { kind: 'notice', notice }
              if (isReplaced(utterance.voice)) {
                yield {
                  kind: 'notice',
                  notice: { code: 'voice-replaced', engine: ENGINE, voice: utterance.voice, by: voice },
                }
              }
              yield* slowNotice(utterance)
            }
            heard += event.pcm.length
          }
          yield event
          signal.throwIfAborted()
        }
        negotiation.proved(form)
        unreadable = undefined
        spoken = true
        tempo.learn(countCharacters(utterance.text), firstAt - startedAt, clock.now() - firstAt, durationOf(heard))
        yield { kind: 'end', receipt: receiptOf(utterance, model, answer.requestId) }
        return
      } catch (error) {
        if (signal.aborted) throw signal.reason
        const failure = toFailure(error)
        if (heard > 0) throw failure
        if (failure.code === 'speech.voice-unknown') {
          learnVoices(error)
          throw failure
        }
        if (needsModels(error)) negotiation.models = await listModels(pool, address, headers, signal)
        if (negotiation.learn(form, error)) continue
        if (error instanceof UnusableError && !spoken) unreadable = { failure, until: clock.now() + UNREADABLE_REST }
        // A server that never spoke, told no voices and gives no reason may lack the voice.
        if (negotiation.proven || list.latest !== undefined || !isMute(error) || !(error instanceof RefusedError))
          throw failure
        learnVoices(error)
        throw voiceUnknown(voice)
      }
    }
  }

  /** The server's voice for an utterance; its own id for what a person calls it. */
  async function voiceFor({ voice }: Utterance, signal: AbortSignal): Promise<string> {
    const listed = await list.get(signal)
    const byName = listed?.find(({ name }) => name !== undefined && name.toLowerCase() === voice.toLowerCase())
    if (byName) return byName.id
    const choice = chooseVoice(
      voice,
      listed?.map(({ id }) => id),
      fallback,
    )
    if (choice.kind === 'unknown') throw voiceUnknown(voice)
    return choice.id
  }

  function isReplaced(voice: string): boolean {
    return (
      chooseVoice(
        voice,
        list.latest?.map(({ id }) => id),
        fallback,
      ).kind === 'replaced'
    )
  }

  /**
   * Learns the server's voices from a refusal, so that the stack can choose another one. A server that tells nothing most
   * likely has OpenAI's voices.
   */
  function learnVoices(error: unknown): void {
    const named = error instanceof RefusedError ? voicesInRefusal(error.refusal.message) : undefined
    if (named) list.learn(named)
    else if (list.latest === undefined) list.learn(OPENAI_VOICES)
    else void list.refresh()
  }

  /** People are told once that the server is slow, in each of their servers. */
  function* slowNotice({ guildId = '' }: Utterance): Generator<SpeechEvent> {
    const seconds = tempo.slowSeconds
    if (seconds === undefined || told.has(guildId)) return
    told.add(guildId)
    yield { kind: 'notice', notice: { code: 'slow', engine: ENGINE, seconds } }
  }

  function needsModels(error: unknown): boolean {
    if (options.model !== undefined || !(error instanceof RefusedError) || negotiation.proven) return false
    return negotiation.form.model === undefined && error.refusal.status < 501
  }

  function toFailure(error: unknown): LectorError {
    if (error instanceof RefusedError || error instanceof UnusableError) return error.failure
    if (isLectorError(error)) return error
    if (error instanceof UnsupportedAudioError) return malformed(error.message, { cause: error })
    if (error instanceof errors.ConnectTimeoutError) return timeoutOf(ENGINE, 'connect', connectTimeout, error)
    if (error instanceof errors.InvalidArgumentError) {
      return new LectorError('speech.auth', { engine: ENGINE }, 'Key has characters that HTTP cannot carry', {
        cause: error,
      })
    }
    const message = `Cannot reach ${address.origin}: ${codeOf(error)}`
    return new LectorError('speech.network', { engine: ENGINE }, message, { retryable: true, cause: error })
  }

  return {
    id: ENGINE,
    voices() {
      // Where another engine speaks first, nobody has asked yet.
      if (list.latest === undefined) void list.refresh()
      return describeVoices(list.latest, fallback, options.languages)
    },
    speak,
    limits: ({ text }): RequestLimits => tempo.limitsFor(countCharacters(text)),
    warm: () => list.refresh(),
    async close() {
      list.close()
      await pool.destroy()
    },
  }
}

/** A host needs longer to change a server, and every request is paid. */
const UNREADABLE_REST = 300_000

function receiptOf({ text }: Utterance, model: string, requestId: string | undefined) {
  return { engine: ENGINE, model, characters: [...text].length, ...(requestId === undefined ? {} : { requestId }) }
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return code ?? cause?.code ?? 'the connection failed'
}
