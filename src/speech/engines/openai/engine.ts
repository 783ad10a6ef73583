import { errors } from 'undici'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import { systemClock } from '../../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../../kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { openPool } from '../../http/http-connection.ts'
import { inTime } from '../../http/listening.ts'
import { timeoutOf } from '../../stack/deadline.ts'
import { readAnswer } from './answer.ts'
import { ENGINE, malformed, voiceUnknown } from './failures.ts'
import { type OpenAiOptions, rootOf } from './options.ts'
import { buildRequest } from './request.ts'
import { createVoiceList } from './voice-list.ts'
import { chooseVoice, describeVoices } from './voices.ts'

/**
 * Any server with OpenAI's speech API (https://platform.openai.com/docs/api-reference/audio/createSpeech), such as
 * Qwen3-TTS on one's own vLLM-Omni: one request per utterance, whose sound is passed on while it arrives.
 */
export function createOpenAiEngine(options: OpenAiOptions): SpeechEngine {
  const { clock = systemClock, apiKey, voice: fallback } = options
  const deadlines = { connect: 5_000, firstAudio: 10_000, stall: 10_000, ...options.deadlines }
  const root = rootOf(options.baseUrl)
  const pool = openPool(root.origin, deadlines.connect)
  const authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }
  const list = createVoiceList(pool, `${root.pathname}v1/audio/voices`, authorization)

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    try {
      yield* inTime({ engine: ENGINE, deadlines, clock }, signal, (inner) => ask(utterance, inner))
    } catch (error) {
      throw signal.aborted ? signal.reason : toFailure(error)
    }
  }

  async function* ask(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    const choice = chooseVoice(utterance.voice, await list.get(signal), fallback)
    if (choice.kind === 'unknown') throw voiceUnknown(utterance.voice)
    if (choice.kind === 'replaced') {
      const { voice } = utterance
      yield { kind: 'notice', notice: { code: 'voice-replaced', engine: ENGINE, voice, by: choice.id } }
    }
    const { model, notices, body } = buildRequest(utterance, choice.id, options)
    for (const notice of notices) yield { kind: 'notice', notice }

    const headers = { accept: '*/*', ...authorization, 'content-type': 'application/json' }
    const answer = await pool.request({
      method: 'POST',
      path: `${root.pathname}v1/audio/speech`,
      headers,
      body,
      signal,
    })
    yield* readAnswer(answer, utterance.text, { model, voice: choice.id }, clock)
    const requestId = answer.headers['x-request-id']
    yield {
      kind: 'end',
      receipt: {
        engine: ENGINE,
        model,
        characters: [...utterance.text].length,
        ...(typeof requestId === 'string' ? { requestId } : {}),
      },
    }
  }

  let warming: Promise<unknown> | undefined
  async function warm(): Promise<void> {
    warming ??= list.get(AbortSignal.timeout(deadlines.firstAudio)).catch(() => undefined)
    await warming
    warming = undefined
  }

  function toFailure(error: unknown): LectorError {
    if (isLectorError(error)) return error
    if (error instanceof UnsupportedAudioError) return malformed(error.message, { cause: error })
    if (error instanceof errors.ConnectTimeoutError) return timeoutOf(ENGINE, 'connect', deadlines.connect, error)
    const options = { retryable: true, cause: error }
    return new LectorError('speech.network', { engine: ENGINE }, 'The connection to the speech server failed', options)
  }

  return {
    id: ENGINE,
    voices() {
      // Where another engine speaks first, nobody has asked yet.
      if (list.latest === undefined) void warm()
      return describeVoices(list.latest, fallback)
    },
    speak,
    warm,
    close: () => pool.destroy(),
  }
}
