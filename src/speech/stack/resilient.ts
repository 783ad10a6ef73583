import { type Clock, systemClock } from '../../kernel/clock.ts'
import { isLectorError, type LectorError } from '../../kernel/errors.ts'
import type { SpokenLanguage } from '../../kernel/spoken-languages.ts'
import type { SpeechEngine, SpeechEvent, SpeechNotice, Utterance } from '../engine.ts'
import { nearestVoice } from '../voices/nearest-voice.ts'
import { attempt } from './attempt.ts'
import { type BreakerOptions, CircuitBreaker, type Trial } from './circuit-breaker.ts'
import { isAccountTrouble, isIllness, policyOf } from './failure-policy.ts'
import { Resumption } from './resumption.ts'
import { RETRY, type RetryOptions, retryDelay } from './retry.ts'

export interface ResilientOptions {
  /** Milliseconds of silence after which speech has failed, all engines and attempts together: 12 s. */
  readonly patience?: number
  readonly retry?: Partial<RetryOptions>
  readonly breaker?: Partial<BreakerOptions>
  readonly clock?: Clock
  readonly random?: () => number
}

/**
 * Speaks with the first of several engines that can, or with the one that is wished for, and asks again where that
 * helps: for the whole text as long as nothing was heard, afterwards from the sentence that broke off. It ends in
 * speech, or throws what kept the first engine from speaking. An engine that had to be left is spared for a while.
 */
export function resilient(
  engines: readonly [SpeechEngine, ...SpeechEngine[]],
  options: ResilientOptions = {},
): SpeechEngine {
  const { patience = 12_000, clock = systemClock, random = Math.random } = options
  const retry = { ...RETRY, ...options.retry }
  const [first] = engines
  const members = engines.map((engine) => ({ engine, breaker: new CircuitBreaker(clock, options.breaker) }))
  const resumption = new Resumption()

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const progress: Progress = {
      text: utterance.text,
      silentSince: clock.now(),
      failure: undefined,
      interrupted: false,
      replaced: false,
    }
    const order = orderFor(utterance, members)
    for (const member of order) if (yield* insist(member, order, utterance, progress, signal)) return
    throw progress.failure
  }

  /** Asks one engine until it has spoken, which makes it true, or asking again is of no use. */
  async function* insist(
    { engine, breaker }: Member,
    order: readonly Member[],
    utterance: Utterance,
    progress: Progress,
    signal: AbortSignal,
  ): AsyncGenerator<SpeechEvent, boolean> {
    const first = order[0]!.engine
    const isLast = engine === order.at(-1)!.engine
    const left = () => progress.silentSince + patience - clock.now()
    let request = engine === first ? utterance : withoutModel(utterance)
    const makeshift = () => engine !== first || request.voice !== utterance.voice || progress.interrupted
    const notices: SpeechNotice[] = []
    const because = progress.failure
    if (because) notices.push({ code: 'engine-replaced', engine: first.id, by: engine.id, because })

    for (let asked = 1; left() > 0; asked += 1) {
      const trial = breaker.enter()
      if (!trial) {
        progress.failure ??= breaker.reason
        return false
      }
      // Whoever may be asked after this attempt needs time as well.
      const wait = isLast && asked >= retry.attempts ? left() : left() / 2
      let heard = 0
      try {
        for await (const event of attempt(engine, { ...request, text: progress.text }, wait, clock, signal)) {
          if (event.kind === 'end') {
            trial.succeeded()
            resumption.learn(progress.text, heard)
          } else if (event.kind === 'audio') {
            heard += event.pcm.length
            for (const notice of notices.splice(0)) yield* announce(notice, progress)
          }
          yield event.kind === 'end' && makeshift() ? asMakeshift(event) : event
          if (heard > 0) progress.silentSince = clock.now()
        }
        return true
      } catch (error) {
        if (signal.aborted || !isLectorError(error)) throw error
        if (progress.failure === undefined || engine === first) progress.failure = error
        if (heard > 0) {
          progress.text = resumption.rest(progress.text, heard)
          progress.interrupted = true
        }

        const policy = policyOf(error)
        if (policy === 'give-up') throw error
        const voice =
          policy === 'other-voice' && request.voice === utterance.voice ? otherVoice(request, engine) : undefined
        const delay = policy === 'again' ? retryDelay(asked, random(), error.retryAfter, retry) : undefined
        // An engine that took its whole time has had its chance, if there is another.
        const hopeless = delay === undefined || (error.code === 'speech.timeout' && !isLast)
        const again = voice !== undefined || (!hopeless && asked < retry.attempts && delay < left() / 2)
        judge(trial, error, !again && !isLast)
        if (!again) return false
        if (voice !== undefined) {
          notices.push({ code: 'voice-replaced', engine: engine.id, voice: request.voice, by: voice })
          request = { ...request, voice }
        }
        await clock.sleep(delay ?? 0, signal)
      } finally {
        trial.undecided()
      }
    }
    return false
  }

  return {
    id: first.id,
    voices: (engine) => (engines.find(({ id }) => id === engine) ?? first).voices(),
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

interface Member {
  readonly engine: SpeechEngine
  readonly breaker: CircuitBreaker
}

/**
 * Who is asked, one after the other: the engine that is wished for first. The last of all costs nothing and sends no
 * text anywhere, so nobody stands in for it where it is wished for.
 */
function orderFor({ engine: wish, language }: Utterance, members: readonly Member[]): readonly Member[] {
  const wished = members.find(({ engine }) => engine.id === wish)
  if (!wished) return speakersFirst(language, members)
  if (wished === members.at(-1)) return [wished]
  return speakersFirst(language, [wished, ...members.filter((member) => member !== wished)])
}

/** A language that not every engine speaks goes to one that does; the others are asked when that one fails. */
function speakersFirst(language: SpokenLanguage, members: readonly Member[]): readonly Member[] {
  if (language === 'auto') return members
  const speaks = ({ engine }: Member) => engine.voices().some(({ languages }) => languages.includes(language))
  return [...members.filter(speaks), ...members.filter((member) => !speaks(member))]
}

/** How far one speech has come, over all its engines and attempts. */
interface Progress {
  /** What is still to be said. */
  text: string
  silentSince: number
  /** What kept the first engine from speaking. */
  failure: LectorError | undefined
  interrupted: boolean
  /** The listener knows that another engine speaks. */
  replaced: boolean
}

function asMakeshift({ receipt }: Extract<SpeechEvent, { kind: 'end' }>): SpeechEvent {
  return { kind: 'end', receipt: { ...receipt, makeshift: true } }
}

/** The listener is told once that another engine speaks, however often it changes. */
function* announce(notice: SpeechNotice, progress: Progress): Generator<SpeechEvent> {
  const known = notice.code === 'engine-replaced' && progress.replaced
  progress.replaced ||= notice.code === 'engine-replaced'
  if (!known) yield { kind: 'notice', notice }
}

/** Model ids are their own provider's. Voices may be known to others, and who does not know one says so. */
function withoutModel({ model: _, ...utterance }: Utterance): Utterance {
  return utterance
}

function otherVoice({ voice, language }: Utterance, engine: SpeechEngine): string | undefined {
  return nearestVoice(voice, language, engine.voices())?.id
}

/** What an attempt says about its engine's health. */
function judge(trial: Trial, error: LectorError, abandoned: boolean): void {
  if (isAccountTrouble(error)) trial.tripped(error, ACCOUNT_REST)
  else if (!isIllness(error)) trial.undecided()
  else if (abandoned) trial.tripped(error)
  else trial.failed(error)
}

/** A person needs longer than this to pay a bill, but should not wait much longer to see that it helped. */
const ACCOUNT_REST = 60_000
