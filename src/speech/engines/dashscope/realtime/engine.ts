import { type Clock, systemClock } from '../../../../kernel/clock.ts'
import { isLectorError } from '../../../../kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../../engine.ts'
import type { Deadlines } from '../../../http/listening.ts'
import { createDeadline, type Deadline, timeoutOf } from '../../../stack/deadline.ts'
import { modelOf } from '../../../voices/models.ts'
import { VOICES } from '../../../voices/voice-catalogue.ts'
import { malformed } from '../failures.ts'
import { realtimeUrlOf } from './endpoint.ts'
import {
  closeFailure,
  ENGINE,
  handshakeFailure,
  networkFailure,
  type SessionFacts,
  sessionFailure,
} from './failures.ts'
import { writeScript } from './script.ts'
import { type Manner, planSession, REALTIME_MODEL, type SessionOptions, type SessionPlan } from './session.ts'
import { createRealtimeAgent, openSocket, type RealtimeSocket } from './socket.ts'
import { createSoundReader } from './sound.ts'
import { createStandby, type Opening } from './standby.ts'

export interface RealtimeOptions extends SessionOptions {
  readonly apiKey: string
  /** `singapore` (default), `beijing`, or any base URL of the HTTP engine. Each region has its own keys. */
  readonly baseUrl?: string
  readonly workspace?: string
  readonly deadlines?: Partial<Deadlines>
  readonly clock?: Clock
}

export interface RealtimeEngine extends SpeechEngine {
  /**
   * Speaks a text that is still being written, so that its beginning is heard before its end is known: what a model
   * writes, or a person says, word by word. Texts are joined as they are, spaces included. Deadlines run from the last
   * one on, since nobody knows what the server waits for before. What the source throws is thrown.
   */
  speakStream(texts: AsyncIterable<string>, manner: Manner, signal: AbortSignal): AsyncIterable<SpeechEvent>
}

/**
 * Qwen3-TTS on Alibaba Model Studio over its realtime WebSocket
 * (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime): one session per utterance, the next one
 * opened ahead.
 */
export function createRealtimeEngine(options: RealtimeOptions): RealtimeEngine {
  const { clock = systemClock, baseUrl = 'singapore', mode = 'server_commit' } = options
  const deadlines = { connect: 5_000, firstAudio: 10_000, stall: 10_000, ...options.deadlines }
  const agent = createRealtimeAgent(deadlines.connect)
  const headers = {
    authorization: `Bearer ${options.apiKey}`,
    ...(options.workspace ? { 'x-dashscope-workspace': options.workspace } : {}),
  }
  const standby = createStandby((model): Opening => {
    const socket = openSocket(realtimeUrlOf(baseUrl, model), headers, agent)
    return { socket, ready: greeted(socket, { model, voice: '', limit: modelOf(model).limit }) }
  }, clock)
  const gone = new Set<string>()
  const shut = new AbortController()

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const plan = planSession(utterance, options, gone)
    try {
      yield* attempt(plan, only(utterance.text), signal)
    } catch (error) {
      // Alibaba retires its instruct models: a style that nobody can follow any more must not cost the words.
      const chosen = utterance.model === undefined && plan.model !== (options.model ?? REALTIME_MODEL)
      if (!chosen || !isLectorError(error) || error.code !== 'speech.model-gone') throw error
      gone.add(plan.model)
      yield* attempt(planSession(utterance, options, gone), only(utterance.text), signal)
    }
  }

  async function* speakStream(
    texts: AsyncIterable<string>,
    manner: Manner,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    yield* attempt(planSession(manner, options, gone), texts, signal)
  }

  async function* attempt(
    plan: SessionPlan,
    texts: AsyncIterable<string>,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent> {
    for (const notice of plan.notices) yield { kind: 'notice', notice }
    const leaving = new AbortController()
    const deadline = createDeadline(ENGINE, clock, AbortSignal.any([signal, leaving.signal, shut.signal]))
    try {
      deadline.signal.throwIfAborted()
      deadline.start('first-audio', deadlines.firstAudio)
      yield* listen(plan, texts, deadline)
    } catch (error) {
      throw deadline.signal.aborted ? deadline.signal.reason : error
    } finally {
      deadline.stop()
      leaving.abort()
    }
  }

  async function* listen(
    plan: SessionPlan,
    texts: AsyncIterable<string>,
    deadline: Deadline,
  ): AsyncGenerator<SpeechEvent> {
    const facts = { model: plan.model, voice: plan.settings.voice, limit: modelOf(plan.model).limit }
    const { socket, ready } = standby.take(plan.model)
    const close = () => socket.close()
    deadline.signal.addEventListener('abort', close, { once: true })
    if (deadline.signal.aborted) close()
    try {
      await ready
      socket.send({ type: 'session.update', session: plan.settings })
      deadline.stop()

      let heard = false
      let waiting = true
      const hurry = () => {
        if (script.state !== 'written' || !waiting) return
        deadline.start(heard ? 'stall' : 'first-audio', heard ? deadlines.stall : deadlines.firstAudio)
      }
      const script = writeScript(texts, socket, mode, deadline.signal, () => hurry())
      const sound = createSoundReader(facts)
      for (;;) {
        const event = await socket.next()
        if (!event && script.state === 'failed') throw script.error
        const pcm = sound.read(event ?? throwClosed(socket, facts))
        if (event?.kind === 'response-done') script.responded()
        if (pcm.length > 0) {
          heard = true
          waiting = false
          deadline.stop()
          yield { kind: 'audio', pcm }
          deadline.signal.throwIfAborted()
          waiting = true
          hurry()
        }
        if (event?.kind === 'session-finished') break
      }
      if (!heard && script.characters > 0) throw malformed('it has no sound', { engine: ENGINE, retryable: true })
      yield { kind: 'end', receipt: sound.receipt(script.characters) }
    } finally {
      deadline.signal.removeEventListener('abort', close)
      close()
    }
  }

  /** Waits for the session's greeting. */
  async function greeted(socket: RealtimeSocket, facts: SessionFacts): Promise<void> {
    const event = (await socket.next()) ?? throwClosed(socket, facts)
    if (event.kind === 'session-created') return
    socket.close()
    if (event.kind === 'error') throw sessionFailure(event.error, facts)
    throw malformed('a session did not begin with its greeting', { engine: ENGINE, retryable: true })
  }

  function throwClosed({ closing }: RealtimeSocket, facts: SessionFacts): never {
    switch (closing?.kind) {
      case 'refused':
        throw handshakeFailure(closing.status, facts)
      case 'late':
        throw timeoutOf(ENGINE, 'connect', deadlines.connect, closing.cause)
      case 'closed':
        throw closeFailure(closing.code, closing.reason, facts)
      default:
        throw networkFailure(closing?.cause)
    }
  }

  return {
    id: ENGINE,
    voices: () => VOICES,
    speak,
    speakStream,
    warm: () => standby.prepare(options.model ?? REALTIME_MODEL),
    async close() {
      standby.close()
      shut.abort(networkFailure())
      await agent.destroy()
    },
  }
}

async function* only(text: string): AsyncGenerator<string> {
  yield text
}
