import { expect, it } from 'vitest'
import { type ErrorCode, isLectorError, LectorError } from '../../src/kernel/errors.ts'
import type { EngineId, SpeechEvent } from '../../src/speech/engine.ts'
import type { Budget } from '../../src/speech/stack/budgeted.ts'
import { composeEngine } from '../../src/speech/stack/compose.ts'
import { FairPace } from '../../src/speech/stack/fair-pace.ts'
import { createDraw, type Draw } from '../support/draw.ts'
import { handClock } from '../support/hand-clock.ts'
import {
  endOf,
  failing,
  type Script,
  scriptedEngine,
  silence,
  tonesOf,
  tonesUntil,
} from '../support/scripted-engine.ts'

const CODES: readonly ErrorCode[] = [
  'speech.auth',
  'speech.access',
  'speech.quota',
  'speech.billing',
  'speech.blocked',
  'speech.model-gone',
  'speech.voice-unknown',
  'speech.text-too-long',
  'speech.bad-request',
  'speech.rate-limited',
  'speech.server',
  'speech.network',
  'speech.cut',
  'speech.malformed',
  'settings.not-saved',
]

const SENTENCES = ['Yes.', 'It rains.', 'Where are you going?', 'Come in, sit down!', '今天天气很好。', 'Ok…', '😀']

function someError(engine: EngineId, draw: Draw): LectorError {
  const options = { retryable: draw.chance(0.6), ...(draw.chance(0.2) && { retryAfter: draw.below(20_000) }) }
  return new LectorError(draw.pick(CODES), { engine, limit: draw.below(40) } as never, 'drawn', options)
}

/** An engine that does something else with every request: speaks well, or goes wrong in one of many ways. */
function moody(engine: EngineId, draw: Draw, clock: ReturnType<typeof handClock>): Script {
  return async function* (utterance, signal, number) {
    if (draw.chance(0.3)) await clock.sleep(draw.below(8_000), signal)
    const pieces = draw.below(12)
    switch (draw.below(10)) {
      case 0:
        return yield* failing(someError(engine, draw))(utterance, signal, number)
      case 1:
        yield* tonesUntil(utterance, signal, pieces)
        throw someError(engine, draw)
      case 2:
        yield* tonesUntil(utterance, signal, pieces)
        return yield* silence(utterance, signal)
      case 3:
        return yield* tonesUntil(utterance, signal, pieces)
      case 4:
        yield endOf(utterance, engine)
        return
      case 5:
        return yield* failing(new TypeError('drawn'))(utterance, signal, number)
      case 6:
        for (;;) {
          signal.throwIfAborted()
          yield { kind: 'audio', pcm: Buffer.alloc(96_000) }
        }
      default:
        return yield* tonesOf(engine)(utterance, signal, number)
    }
  }
}

/** Books that sometimes refuse and sometimes fail. */
function moodyBudget(draw: Draw) {
  const open = new Set<object>()
  const budget: Budget<object> = {
    async reserve() {
      if (draw.chance(0.05)) throw new LectorError('settings.not-saved', {}, 'drawn', { retryable: true })
      if (draw.chance(0.05)) {
        return { granted: false, scope: 'member-day', used: 1, cap: 1, instead: draw.pick(['free', 'nothing']) }
      }
      const reservation = {}
      open.add(reservation)
      return { granted: true, reservation }
    },
    async settle(reservation) {
      expect(open.delete(reservation)).toBe(true)
      if (draw.chance(0.05)) throw new Error('drawn')
    },
  }
  return { open, budget }
}

async function live(seed: number): Promise<'spoken' | 'aborted' | 'left' | 'failed'> {
  const draw = createDraw(seed)
  const clock = handClock()
  const services = (['dashscope-realtime', 'dashscope', 'openai'] as const)
    .slice(draw.below(4))
    .map((id) => scriptedEngine(id, moody(id, draw, clock)))
  const free = scriptedEngine('local', draw.chance(0.5) ? tonesOf('local') : moody('local', draw, clock))
  const { open, budget } = moodyBudget(draw)
  const pace = new FairPace([{ requests: 3, window: 1_000 }], clock)
  const engine = composeEngine({
    services: services.map((service) => ({ engine: service, ...(draw.chance(0.5) && { pace }) })),
    free,
    budget: draw.chance(0.5) ? budget : undefined,
    limitOf: () => 40,
    clock,
    random: () => draw.below(1_000) / 1_000,
  })
  const text = Array.from({ length: 1 + draw.below(8) }, () => draw.pick(SENTENCES)).join(' ')
  const stop = new AbortController()
  if (draw.chance(0.2)) void clock.sleep(draw.below(20_000)).then(() => stop.abort())
  const leaveAfter = draw.chance(0.2) ? draw.below(20) : Number.POSITIVE_INFINITY

  const events: SpeechEvent[] = []
  const listening = (async () => {
    for await (const event of engine.speak({ text, voice: 'Cherry', language: 'auto' }, stop.signal)) {
      events.push(event)
      if (events.length > leaveAfter) return
    }
  })()
  const error = await clock.until(listening).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )

  const running = [...services, free].reduce((sum, one) => sum + one.running, 0)
  expect(running, 'requests that nobody listens to').toBe(0)
  expect(open.size, 'reservations that nobody settled').toBe(0)
  // Twelve seconds of silence for each of a few parts, and nobody waits for longer.
  expect(clock.now()).toBeLessThan(12_000 * 12)
  const ends = events.filter(({ kind }) => kind === 'end')
  const heard = events.some(({ kind }) => kind === 'audio')
  const codes = events.flatMap((event) => (event.kind === 'notice' ? [event.notice.code] : []))
  expect(new Set(codes).size, 'notices given twice').toBe(codes.length)
  if (error === undefined && events.length <= leaveAfter) {
    expect(ends).toHaveLength(1)
    expect(events.at(-1)?.kind).toBe('end')
    expect(heard).toBe(true)
    return 'spoken'
  }
  if (error === undefined) return 'left'
  expect(ends).toHaveLength(0)
  if (stop.signal.aborted && error === stop.signal.reason) return 'aborted'
  expect(isLectorError(error), String(error)).toBe(true)
  return 'failed'
}

it('ends 2,000 lives among moody engines in speech or in an error with a name', async () => {
  const fates = { spoken: 0, aborted: 0, left: 0, failed: 0 }
  for (let seed = 1; seed <= 2_000; seed++) {
    try {
      fates[await live(seed)] += 1
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error })
    }
  }
  // All of it happens.
  for (const count of Object.values(fates)) expect(count).toBeGreaterThan(50)
  expect(fates.spoken).toBeGreaterThan(1_000)
}, 60_000)
