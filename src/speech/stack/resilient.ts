import { type Clock, systemClock } from '../../kernel/clock.ts'
import { isLectorError, type LectorError } from '../../kernel/errors.ts'
import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import { countCharacters } from '../characters.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, Utterance } from '../engine.ts'
import { replacementFor, voiceForLanguage } from '../voices/replacement.ts'
import { attempt } from './attempt.ts'
import { type BreakerOptions, CircuitBreaker, type Trial } from './circuit-breaker.ts'
import { isAccountTrouble, isIllness, policyOf } from './failure-policy.ts'
import { Resumption } from './resumption.ts'
import { RETRY, type RetryOptions, retryDelay } from './retry.ts'

export interface ResilientOptions {
  /**
   * Milliseconds of silence after which an engine has failed, all its attempts together: 10 s. An engine that needs
   * more says so (`SpeechEngine.limits`); a fallback behind it takes nothing away.
   */
  readonly patience?: number
  readonly retry?: Partial<RetryOptions>
  readonly breaker?: Partial<BreakerOptions>
  readonly clock?: Clock
  readonly random?: () => number
}

/**
 * Speaks with the requested engine, or the first of several that can, and retries where that helps: the whole text while
 * nothing was heard, afterwards from the sentence that broke off, and not at all if only the end mark is missing. It
 * ends in speech, or throws what kept the first engine from speaking. An engine that failed is spared for a while.
 */
export function resilient(
  engines: readonly [SpeechEngine, ...SpeechEngine[]],
  options: ResilientOptions = {},
): SpeechEngine {
  const { clock = systemClock, random = Math.random } = options
  const retry = { ...RETRY, ...options.retry }
  const [first] = engines
  const members = engines.map((engine) => ({ engine, breaker: new CircuitBreaker(clock, options.breaker) }))
  const resumption = new Resumption()
  const engineFor = (id: string | undefined) => engines.find((engine) => engine.id === id) ?? first

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const speech: Speech = { text: utterance.text, failure: undefined, interrupted: false, replaced: false }
    const order = orderFor(utterance, members)
    for (const member of order) {
      const turn = new Turn(member, order, utterance, speech)
      const { engine } = member
      const patience = engine.limits?.(utterance).silence ?? options.patience ?? PATIENCE
      let silentSince = clock.now()
      const left = () => silentSince + patience - clock.now()

      for (let asked = 1; left() > 0; asked += 1) {
        const trial = turn.enter()
        if (!trial) break
        const { text } = speech
        const request = { ...turn.request, text }
        const voice = JSON.stringify([engine.id, request.model, request.voice])
        let heard = 0
        let stuck = false
        const isWhole = (bytes: number) => resumption.isWhole(voice, text, bytes)
        try {
          for await (const event of attempt(engine, request, { wait: left(), clock, isWhole }, signal)) {
            if (event.kind === 'end') {
              trial.succeeded()
              resumption.learn(voice, text, heard)
              yield turn.finished(event)
              continue
            }
            if (event.kind === 'audio') {
              heard += event.pcm.length
              for (const notice of turn.notices()) yield notice
            }
            yield event
            if (heard > 0) silentSince = clock.now()
          }
          return
        } catch (error) {
          if (signal.aborted || !isLectorError(error)) throw error
          const policy = policyOf(error)
          if (heard > 0 && policy !== 'give-up') {
            if (isWhole(heard)) {
              trial.succeeded()
              resumption.learn(voice, text, heard)
              yield turn.finishedUnmarked(text)
              return
            }
            speech.text = resumption.rest(voice, text, heard)
            // The same beginning a third time would be a stutter.
            stuck = speech.interrupted && speech.text === text
            speech.interrupted = true
          }
          turn.failed(error)
          if (policy === 'give-up') throw error
          const replaced = policy === 'other-voice' && turn.replaceVoice()
          const delay = policy === 'again' ? retryDelay(asked, random(), error.retryAfter, retry) : undefined
          const hopeless = delay === undefined || stuck || error.code === 'speech.timeout'
          const again = replaced || (!hopeless && asked < retry.attempts && delay < left())
          judge(trial, error, !again && !turn.isLast)
          if (!again) break
          await clock.sleep(replaced ? 0 : (delay ?? 0), signal)
        } finally {
          trial.undecided()
        }
      }
    }
    throw speech.failure
  }

  return {
    id: first.id,
    voices: (engine) => engineFor(engine).voices(),
    limits: (utterance) => engineFor(utterance.engine).limits?.(utterance) ?? {},
    speak,
    // The others are rarely needed, and some hold a hundred megabytes once they are warm.
    async warm() {
      await first.warm?.()
    },
    async close() {
      await Promise.all(engines.map((engine) => engine.close()))
    },
  }
}

const PATIENCE = 10_000

interface Member {
  readonly engine: SpeechEngine
  readonly breaker: CircuitBreaker
}

/**
 * The order of the engines: the requested one first, and those that speak the language before those that do not. The
 * last engine is free and sends no text anywhere, so when it is requested there is no fallback.
 */
function orderFor({ engine: requested, language }: Utterance, members: readonly Member[]): readonly Member[] {
  const member = members.find(({ engine }) => engine.id === requested)
  if (!member) return speakersFirst(language, members)
  if (member === members.at(-1)) return [member]
  return speakersFirst(language, [member, ...members.filter((other) => other !== member)])
}

/** A language that not every engine speaks goes to one that does; the others are asked if that one fails. */
function speakersFirst(language: SpokenLanguage, members: readonly Member[]): readonly Member[] {
  if (language === 'auto') return members
  const speaks = ({ engine }: Member) => engine.voices().some(({ languages }) => languages.includes(language))
  return [...members.filter(speaks), ...members.filter((member) => !speaks(member))]
}

/** How far a text has come, over all its engines and attempts. */
interface Speech {
  /** What is still to be said. */
  text: string
  /** What kept the first engine from speaking. */
  failure: LectorError | undefined
  interrupted: boolean
  /** The listener knows that another engine speaks. */
  replaced: boolean
}

/** One engine's turn at a text: what it is asked, and what the listener has to know about it. */
class Turn {
  readonly isLast: boolean
  request: Utterance
  readonly #member: Member
  readonly #isFirst: boolean
  readonly #requested: string
  readonly #speech: Speech
  #untold: SpeechNotice[] = []

  constructor(member: Member, order: readonly Member[], utterance: Utterance, speech: Speech) {
    const { engine } = member
    this.#member = member
    this.#speech = speech
    this.#isFirst = member === order[0]
    this.isLast = member === order.at(-1)
    this.#requested = utterance.voice
    this.request = this.#isFirst ? utterance : withoutModel(utterance)
    const { failure: because } = speech
    if (because) this.#untold.push({ code: 'engine-replaced', engine: order[0]!.engine.id, by: engine.id, because })
    const { voice, language } = utterance
    const by = voiceForLanguage(voice, language, engine.voices())
    if (by !== undefined && language !== 'auto') {
      this.#untold.push({ code: 'voice-for-language', engine: engine.id, voice, by, language })
      this.request = { ...this.request, voice: by }
    }
  }

  /** Undefined while the engine is spared. */
  enter(): Trial | undefined {
    const { breaker } = this.#member
    const trial = breaker.enter()
    if (!trial) this.#speech.failure ??= breaker.reason
    return trial
  }

  /** Told once each, with the first sound. */
  *notices(): Generator<SpeechEvent> {
    for (const notice of this.#untold.splice(0)) {
      const known = notice.code === 'engine-replaced' && this.#speech.replaced
      this.#speech.replaced ||= notice.code === 'engine-replaced'
      if (!known) yield { kind: 'notice', notice }
    }
  }

  failed(error: LectorError): void {
    if (this.#speech.failure === undefined) this.#speech.failure = error
    else if (this.#isFirst && error.code !== 'speech.voice-unknown') this.#speech.failure = error
  }

  /** Takes the nearest voice that the engine has, once; false if there is none. */
  replaceVoice(): boolean {
    const { engine } = this.#member
    const { voice, language } = this.request
    if (voice !== this.#requested) return false
    const by = replacementFor(voice, language, engine.voices())
    if (by === undefined) return false
    this.#untold.push({ code: 'voice-replaced', engine: engine.id, voice, by })
    this.request = { ...this.request, voice: by }
    return true
  }

  finished(event: Extract<SpeechEvent, { kind: 'end' }>): SpeechEvent {
    const { receipt } = event
    const asRequested = this.#isFirst && this.request.voice === this.#requested && !this.#speech.interrupted
    return asRequested ? event : { kind: 'end', receipt: { ...receipt, fallback: true } }
  }

  /** The end of a speech that was heard whole, but whose provider did not say so. */
  finishedUnmarked(text: string): SpeechEvent {
    const { id: engine } = this.#member.engine
    const model = this.request.model ?? ''
    const receipt = { engine, model, characters: countCharacters(text), fallback: true } as const
    return { kind: 'end', receipt }
  }
}

/** Model ids are their own provider's. Voices may be known to others, and an engine that lacks one says so. */
function withoutModel({ model: _, ...utterance }: Utterance): Utterance {
  return utterance
}

/** What a failed attempt says about its engine's health. */
function judge(trial: Trial, error: LectorError, abandoned: boolean): void {
  if (isAccountTrouble(error)) trial.tripped(error, ACCOUNT_REST)
  else if (!isIllness(error)) trial.undecided()
  else if (abandoned) trial.tripped(error)
  else trial.failed(error)
}

/** A person needs longer than this to pay a bill, but should not wait much longer to see that it helped. */
const ACCOUNT_REST = 60_000
