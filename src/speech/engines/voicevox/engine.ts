import type { Dispatcher } from 'undici'
import { decodeSound } from '../../../audio/decode.ts'
import { UnsupportedAudioError } from '../../../audio/wav.ts'
import { type Clock, systemClock } from '../../../kernel/clock.ts'
import { isLectorError, LectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { createCatalogue } from '../../http/catalogue.ts'
import { drain, openPool } from '../../http/http-connection.ts'
import { parseRecord } from '../../http/json.ts'
import { ENGINE, malformed, post, readServer, type ServerFacts } from './server.ts'
import { type Casting, castingOf, voicesOf } from './speakers.ts'

export interface VoicevoxOptions {
  /** `http://127.0.0.1:50021`; AivisSpeech has 10101, COEIROINK 50032. */
  readonly url: string
  /** Speaks in place of voices that the server does not have. */
  readonly voice?: string
  readonly clock?: Clock
}

/**
 * Japanese voices of VOICEVOX (https://voicevox.github.io/voicevox_engine/api/), AivisSpeech and COEIROINK: a query made
 * of the text, and a WAV made of the query. Styles of a speaker are styles here.
 */
export function createVoicevoxEngine(options: VoicevoxOptions): SpeechEngine {
  const { clock = systemClock, voice: fallback } = options
  const url = new URL(options.url)
  const prefix = url.pathname.replace(/\/+$/, '')
  const pool = openPool(url.origin, 5_000)
  const catalogue = createCatalogue((signal) => readServer(pool, prefix, signal), clock)

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const { text, voice, style } = utterance
    if (!isJapanese(utterance)) throw unpronounceable()
    let answer: Dispatcher.ResponseData | undefined
    let finished = false
    try {
      const facts = (await catalogue.get(signal)) ?? (await known(signal))
      const { casting, by } = castFor(utterance, facts)
      const { name: model } = casting.style
      if (by !== voice) yield notice({ code: 'voice-replaced', engine: ENGINE, voice, by })
      if (style !== undefined && !casting.styled) yield notice({ code: 'style-ignored', engine: ENGINE, model })
      answer = await (facts.api === 'coeiroink' ? predict : synthesize)(utterance, casting, signal)
      const pieces = answer.body.iterator({ destroyOnReturn: false })
      for await (const pcm of decodeSound(pieces)) {
        yield { kind: 'audio', pcm }
        signal.throwIfAborted()
      }
      finished = true
      yield { kind: 'end', receipt: { engine: ENGINE, model, characters: 0 } }
    } catch (error) {
      if (signal.aborted) throw signal.reason
      throw toFailure(error, text)
    } finally {
      if (answer && finished) void drain(answer.body, clock)
      else answer?.body.destroy()
    }
  }

  /** VOICEVOX and AivisSpeech: the query can be changed before it is spoken. */
  async function synthesize({ text, speed = 1 }: Utterance, { style }: Casting, signal: AbortSignal) {
    const ask = new URLSearchParams({ text, speaker: String(style.id) })
    const { body } = await post(pool, `${prefix}/audio_query?${ask}`, undefined, text, signal)
    const query = parseRecord(await body.text())
    if (!query) throw malformed('its query is no JSON object')
    const wanted = { ...query, speedScale: speed, outputSamplingRate: 24_000, outputStereo: false }
    return await post(pool, `${prefix}/synthesis?speaker=${style.id}`, wanted, text, signal)
  }

  /** COEIROINK: one request, whose rate is its own. */
  async function predict({ text, speed = 1 }: Utterance, { speaker, style }: Casting, signal: AbortSignal) {
    const body = { speakerUuid: speaker.uuid, styleId: style.id, text, speedScale: speed }
    return await post(pool, `${prefix}/v1/predict`, body, text, signal)
  }

  async function known(signal: AbortSignal): Promise<ServerFacts> {
    const facts = await readServer(pool, prefix, signal)
    if (!facts) throw malformed('it has neither /speakers nor /v1/speakers')
    catalogue.learn(facts)
    return facts
  }

  function castFor({ voice, style }: Utterance, { speakers }: ServerFacts): { casting: Casting; by: string } {
    const own = castingOf(voice, style, speakers)
    if (own) return { casting: own, by: voice }
    const configured = fallback === undefined ? undefined : castingOf(fallback, style, speakers)
    if (configured) return { casting: configured, by: configured.speaker.name }
    throw new LectorError('speech.voice-unknown', { engine: ENGINE, voice }, 'Server does not have the speaker')
  }

  function toFailure(error: unknown, text: string): LectorError {
    if (isLectorError(error)) return error
    if (error instanceof UnsupportedAudioError) return malformed(error.message, error)
    const { code = 'the connection failed' } = error as { code?: string }
    const message = `Cannot reach ${url.origin}: ${code.replaceAll(text, '')}`
    return new LectorError('speech.network', { engine: ENGINE }, message, { retryable: true, cause: error })
  }

  return {
    id: ENGINE,
    voices() {
      const facts = catalogue.latest
      if (facts) return voicesOf(facts.speakers, facts.brand)
      void catalogue.refresh()
      return GUESSED
    },
    speak,
    // A CPU makes a sentence in about its own duration, all of it before the first sound.
    limits: ({ text }) => ({ silence: 30_000 + 300 * countCharacters(text), text: 120, firstText: 60 }),
    warm: () => catalogue.refresh(),
    async close() {
      catalogue.close()
      await pool.destroy()
    },
  }
}

/** The engines spell other scripts letter by letter, so another engine should speak those texts. */
function isJapanese({ language, text }: Utterance): boolean {
  if (language !== 'auto') return language === 'ja'
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)
}

function unpronounceable(): LectorError {
  return new LectorError('speech.unpronounceable', { engine: ENGINE }, 'VOICEVOX speaks Japanese only')
}

function notice(notice: Extract<SpeechEvent, { kind: 'notice' }>['notice']): SpeechEvent {
  return { kind: 'notice', notice }
}

/** Speakers of VOICEVOX that every version has. */
const GUESSED = ['四国めたん', 'ずんだもん'].map((id) => ({
  id,
  gender: 'female' as const,
  languages: ['ja' as const],
  description: 'VOICEVOX',
  guessed: true as const,
}))
