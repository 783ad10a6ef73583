import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, LectorError } from '../../../src/kernel/errors.ts'
import type { SpeechEvent, Voice } from '../../../src/speech/engine.ts'
import { type ResilientOptions, resilient } from '../../../src/speech/stack/resilient.ts'
import { VOICES } from '../../../src/speech/voices/voice-catalogue.ts'
import { handClock } from '../../support/hand-clock.ts'
import {
  failing,
  type ScriptedEngine,
  scriptedEngine,
  serverError,
  silence,
  tones,
  tonesOf,
  tonesUntil,
} from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'

const TEXT = 'The first sentence is heard to its very end. The second one breaks off. The third is never begun.'
const REPLACED = { code: 'engine-replaced', engine: 'dashscope', by: 'local' }
const codeError = (code: ErrorCode, options = {}) =>
  new LectorError(code, { engine: 'dashscope' } as never, 'x', options)
const local = () => scriptedEngine('local', tonesOf('local'))

function open(engines: [ScriptedEngine, ...ScriptedEngine[]], options: Partial<ResilientOptions> = {}) {
  const clock = handClock()
  const engine = resilient(engines, { clock, random: () => 0, ...options })
  const speak = (text = TEXT, more = {}) => clock.until(speakWhole(engine, { text, ...more }))
  const fail = (text = TEXT) =>
    speak(text).then(
      () => expect.unreachable('it spoke'),
      (error: LectorError) => error,
    )
  return { clock, engine, speak, fail }
}

/** An engine whose first requests fail in turn, and whose others are well. */
function failingAtFirst(...errors: LectorError[]): ScriptedEngine {
  return scriptedEngine('dashscope', (utterance, signal, number) => {
    const error = errors[number - 1]
    return error ? failing(error)(utterance, signal, number) : tones(utterance, signal, number)
  })
}

/** An engine that breaks off in those of its requests that are named by number: after `pieces` of 20 ms, later after 10. */
function breakingOff(numbers: readonly number[], pieces: number): ScriptedEngine {
  return scriptedEngine('dashscope', async function* (utterance, signal, number) {
    if (!numbers.includes(number)) return yield* tones(utterance, signal, number)
    yield* tonesUntil(utterance, signal, number === numbers[0] ? pieces : Math.min(pieces, 10))
    throw codeError('speech.cut', { retryable: true })
  })
}

describe('a language that not every engine speaks', () => {
  const polish = () => {
    const engine = local()
    const voices = VOICES.map((voice) => ({ ...voice, languages: [...voice.languages, 'pl' as const] }))
    return Object.assign(engine, { voices: () => voices })
  }

  it('goes to the engine that speaks it, which is no replacement', async () => {
    const [first, last] = [scriptedEngine('dashscope', tones), polish()]
    const { speak } = open([first, last])
    const { notices } = await speak(TEXT, { language: 'pl' })
    expect([first.requests.length, last.requests.length]).toEqual([0, 1])
    expect(notices).toEqual([])
  })

  it('goes to the first engine if none speaks it', async () => {
    const [first, last] = [scriptedEngine('dashscope', tones), local()]
    await open([first, last]).speak(TEXT, { language: 'pl' })
    expect([first.requests.length, last.requests.length]).toEqual([1, 0])
  })
})

describe('a wish for an engine', () => {
  const openAi = () => scriptedEngine('openai', tonesOf('openai'))

  it('is heeded, with the model, and is no replacement', async () => {
    const [first, second] = [scriptedEngine('dashscope', tones), openAi()]
    const { speak } = open([first, second, local()])
    const { receipt, notices } = await speak(TEXT, { engine: 'openai', model: 'its-own' })
    expect(receipt).toMatchObject({ engine: 'openai' })
    expect(receipt).not.toHaveProperty('fallback')
    expect(notices).toEqual([])
    expect([first.requests.length, second.requests[0]?.model]).toEqual([0, 'its-own'])
  })

  it('leaves the others to stand in, in their order', async () => {
    const [first, second] = [scriptedEngine('dashscope', tones), scriptedEngine('openai', failing(serverError()))]
    const { speak } = open([first, second, local()])
    const { receipt, notices } = await speak(TEXT, { engine: 'openai', model: 'its-own' })
    expect(receipt).toMatchObject({ engine: 'dashscope', fallback: true })
    expect(notices).toMatchObject([{ code: 'engine-replaced', engine: 'openai', by: 'dashscope' }])
    expect(first.requests[0]).not.toHaveProperty('model')
  })

  it('sends nothing to a service when it is for the one that costs nothing', async () => {
    const service = scriptedEngine('dashscope', tones)
    const { speak } = open([service, scriptedEngine('local', failing(codeError('speech.unpronounceable')))])
    await expect(speak(TEXT, { engine: 'local' })).rejects.toMatchObject({ code: 'speech.unpronounceable' })
    expect(service.requests).toEqual([])
  })

  it('for an engine that there is not changes nothing', async () => {
    const { speak } = open([scriptedEngine('dashscope', tones), local()])
    const { receipt } = await speak(TEXT, { engine: 'abacus' })
    expect(receipt).toMatchObject({ engine: 'dashscope' })
    expect(receipt).not.toHaveProperty('fallback')
  })
})

describe('asking again', () => {
  it('speaks after two failures, with growing waits', async () => {
    const engine = failingAtFirst(serverError(), serverError())
    const { clock, speak } = open([engine], { retry: { first: 100 }, breaker: { failures: 9 } })
    const { pcm, notices, receipt } = await speak()
    expect(pcm.equals(toneOf(TEXT))).toBe(true)
    expect(notices).toEqual([])
    expect(receipt).not.toHaveProperty('fallback')
    expect(engine.requests).toHaveLength(3)
    expect(clock.now()).toBe(50 + 100)
  })

  it('waits as long as the provider asks', async () => {
    const { clock, speak } = open([
      failingAtFirst(codeError('speech.rate-limited', { retryable: true, retryAfter: 3_000 })),
    ])
    await speak()
    expect(clock.now()).toBe(3_000)
  })

  it('goes elsewhere at once when the provider asks for more than anybody waits', async () => {
    const busy = failingAtFirst(codeError('speech.rate-limited', { retryable: true, retryAfter: 60_000 }))
    const { clock, speak } = open([busy, local()])
    expect((await speak()).notices).toMatchObject([REPLACED])
    expect(clock.now()).toBe(0)
  })

  it('stops after its attempts and throws what the provider said', async () => {
    const error = serverError()
    const engine = failingAtFirst(error, error, error, error)
    expect(await open([engine]).fail()).toBe(error)
    expect(engine.requests).toHaveLength(3)
  })

  it('does not ask again where it is of no use', async () => {
    for (const code of [
      'speech.auth',
      'speech.quota',
      'speech.billing',
      'speech.access',
      'speech.model-gone',
    ] as const) {
      const engine = failingAtFirst(codeError(code))
      expect((await open([engine]).fail()).code).toBe(code)
      expect(engine.requests).toHaveLength(1)
    }
  })

  it('throws the reason of a signal that aborts while it waits', async () => {
    const engine = failingAtFirst(serverError())
    const { clock, engine: wrapped } = open([engine])
    const stop = new AbortController()
    const spoken = speakWhole(wrapped, { text: TEXT }, stop.signal)
    await clock.turn(10)
    stop.abort()
    await expect(spoken).rejects.toBe(stop.signal.reason)
    expect(engine.requests).toHaveLength(1)
    expect(clock.sleeping).toBe(0)
  })
})

describe('going on after speech broke off', () => {
  const [first, second, third] = TEXT.split(/(?<=\.) /) as [string, string, string]
  const rest = `${second} ${third}`

  it('begins with the sentence that broke off, when it knows how fast the voice speaks', async () => {
    const engine = breakingOff([2], first.length + 10)
    const { speak } = open([engine])
    await speak()
    const { pcm, receipt } = await speak()
    expect(engine.requests.map(({ text }) => text)).toEqual([TEXT, TEXT, rest])
    expect(pcm.equals(Buffer.concat([toneOf(TEXT).subarray(0, (first.length + 10) * 960), toneOf(rest)]))).toBe(true)
    expect(receipt).toMatchObject({ engine: 'dashscope', fallback: true })
  })

  it('begins anew when it has never heard the voice: to hear words twice is better than never', async () => {
    const engine = breakingOff([1], first.length + 10)
    await open([engine]).speak()
    expect(engine.requests.map(({ text }) => text)).toEqual([TEXT, TEXT])
  })

  it('lets another engine go on, and says so once', async () => {
    const engine = breakingOff([2, 3, 4], first.length + 10)
    const other = local()
    const { speak } = open([engine, other], { breaker: { failures: 9 } })
    await speak()
    const { notices, receipt } = await speak()
    expect(other.requests).toHaveLength(1)
    expect(rest.endsWith(other.requests[0]!.text)).toBe(true)
    expect(notices).toMatchObject([REPLACED])
    expect(receipt?.engine).toBe('local')
  })

  it('throws when it breaks off in the same sentence again; what was heard was heard', async () => {
    const engine = breakingOff([1, 2, 3], 30)
    const { engine: wrapped, clock } = open([engine])
    const heard: SpeechEvent[] = []
    const speaking = async () => {
      const utterance = { text: TEXT, voice: 'Cherry', language: 'en' } as const
      for await (const event of wrapped.speak(utterance, new AbortController().signal)) heard.push(event)
    }
    await expect(clock.until(speaking())).rejects.toMatchObject({ code: 'speech.cut' })
    expect(heard.map(({ kind }) => kind)).toEqual(Array(40).fill('audio'))
  })
})

describe('a missing end mark', () => {
  it.each<[string, LectorError | 'silence' | 'nothing']>([
    ['an error', codeError('speech.cut', { retryable: true })],
    ['an error that is not retryable', codeError('speech.malformed')],
    ['no more events', 'nothing'],
    ['silence', 'silence'],
  ])('after the whole sound, %s ends the speech: heard once, asked once', async (_, ending) => {
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      if (number === 1) return yield* tones(utterance, signal, number)
      yield* tonesUntil(utterance, signal, Number.POSITIVE_INFINITY)
      if (ending === 'silence') yield* silence(utterance, signal)
      else if (ending !== 'nothing') throw ending
    })
    const other = local()
    const { clock, speak } = open([engine, other])
    await speak()
    const { pcm, notices, receipt } = await speak()
    expect(pcm.equals(toneOf(TEXT))).toBe(true)
    expect(notices).toEqual([])
    expect(receipt).toMatchObject({ engine: 'dashscope', characters: TEXT.length, fallback: true })
    expect([engine.requests.length, other.requests.length]).toEqual([2, 0])
    expect(clock.now()).toBeLessThanOrEqual(3_000)
  })
})

describe('a voice that does not speak the language', () => {
  const voices: readonly Voice[] = [
    { id: 'emma', gender: 'female', languages: ['en'], description: '' },
    { id: 'klaus', gender: 'male', languages: ['de'], description: '' },
    { id: 'anna', gender: 'female', languages: ['de'], description: '' },
  ]

  it('gives way to one of its gender that does, and the listener is told', async () => {
    const engine = scriptedEngine('openai', tonesOf('openai'), voices)
    const { notices, receipt } = await open([engine]).speak(TEXT, { voice: 'emma', language: 'de' })
    expect(engine.requests[0]?.voice).toBe('anna')
    expect(notices).toMatchObject([{ code: 'voice-for-language', voice: 'emma', by: 'anna', language: 'de' }])
    expect(receipt).toMatchObject({ engine: 'openai' })
  })

  it.each([
    ['emma', 'en'],
    ['emma', 'auto'],
    ['emma', 'fr'],
    ['nobody', 'de'],
  ] as const)('stays if it speaks it, or if no other voice is known to: %s in %s', async (voice, language) => {
    const engine = scriptedEngine('openai', tonesOf('openai'), voices)
    const { notices } = await open([engine]).speak(TEXT, { voice, language })
    expect(engine.requests[0]?.voice).toBe(voice)
    expect(notices).toEqual([])
  })
})

describe('going elsewhere', () => {
  it.each<ErrorCode>(['speech.auth', 'speech.billing', 'speech.quota', 'speech.access', 'speech.model-gone'])(
    'speaks with the next engine after %s, and says so once',
    async (code) => {
      const engine = failingAtFirst(codeError(code))
      const other = local()
      const { pcm, notices, receipt } = await open([engine, other]).speak()
      expect(pcm.equals(toneOf(TEXT))).toBe(true)
      expect(notices).toMatchObject([{ ...REPLACED, because: { code } }])
      expect(receipt).toEqual({ engine: 'local', model: 'tones', characters: 0, fallback: true })
      expect(engine.requests).toHaveLength(1)
    },
  )

  it('never has one engine say what another has refused to say', async () => {
    const other = local()
    const blocked = codeError('speech.blocked')
    expect(await open([failingAtFirst(blocked), other]).fail()).toBe(blocked)
    expect(other.requests).toHaveLength(0)
  })

  it.each<ErrorCode>(['speech.text-too-long', 'speech.style-too-long', 'speech.budget'])(
    'leaves %s to those who can mend it',
    async (code) => {
      const other = local()
      expect((await open([failingAtFirst(codeError(code)), other]).fail()).code).toBe(code)
      expect(other.requests).toHaveLength(0)
    },
  )

  it('throws what kept the first engine from speaking when none can', async () => {
    const error = codeError('speech.auth')
    const other = scriptedEngine('local', failing(codeError('speech.unpronounceable')))
    expect(await open([failingAtFirst(error), other]).fail()).toBe(error)
    expect(other.requests).toHaveLength(1)
  })

  it('does not hand a model on to another provider', async () => {
    const other = local()
    const engine = failingAtFirst(codeError('speech.access'))
    await open([engine, other]).speak(TEXT, { model: 'qwen3-tts-flash', style: 'gently' })
    expect(engine.requests[0]).toMatchObject({ model: 'qwen3-tts-flash', style: 'gently' })
    expect(other.requests[0]).toEqual({ text: TEXT, voice: 'Serena', language: 'en', style: 'gently' })
  })

  it('goes on when an engine makes no sound, has no end, or fails in its own way', async () => {
    for (const script of [
      async function* () {
        yield { kind: 'end', receipt: { engine: 'dashscope', model: 'm', characters: 0 } } as SpeechEvent
      },
      async function* () {},
      failing(new TypeError('a defect')),
    ]) {
      const { pcm, notices } = await open([scriptedEngine('dashscope', script), local()]).speak()
      expect(pcm.equals(toneOf(TEXT))).toBe(true)
      expect(notices).toMatchObject([REPLACED])
    }
  })

  it('stops an engine that babbles on', async () => {
    let seconds = 0
    const babbler = scriptedEngine('dashscope', async function* () {
      for (; seconds < 1_000; seconds++) yield { kind: 'audio', pcm: Buffer.alloc(48_000) }
    })
    expect((await open([babbler]).fail('Hello there')).code).toBe('speech.malformed')
    expect(seconds).toBeLessThan(20)
    expect(babbler.running).toBe(0)
  })
})

describe('voices', () => {
  it('are those of the engine that is wished for, and of the first otherwise', () => {
    const own = VOICES.slice(0, 2)
    const { engine } = open([scriptedEngine('dashscope', tones), scriptedEngine('openai', tones, own)])
    expect(engine.voices('openai')).toBe(own)
    for (const wish of [undefined, 'dashscope', 'abacus']) expect(engine.voices(wish)).toBe(VOICES)
  })

  it('takes the nearest voice once when an engine does not know one, and says so', async () => {
    const engine = scriptedEngine('dashscope', (utterance, signal, number) =>
      utterance.voice === 'Chery'
        ? failing(codeError('speech.voice-unknown'))(utterance, signal, number)
        : tones(utterance, signal, number),
    )
    const { notices, receipt } = await open([engine]).speak(TEXT, { voice: 'Chery' })
    expect(engine.requests.map(({ voice }) => voice)).toEqual(['Chery', 'Cherry'])
    expect(notices).toEqual([{ code: 'voice-replaced', engine: 'dashscope', voice: 'Chery', by: 'Cherry' }])
    expect(receipt).toBeDefined()
  })

  it('says that there is no such voice when the nearest is not there either', async () => {
    const engine = scriptedEngine('dashscope', failing(codeError('speech.voice-unknown')))
    expect((await open([engine]).fail()).code).toBe('speech.voice-unknown')
    expect(engine.requests).toHaveLength(2)
  })

  it('finds the next engine’s nearest voice of the same gender', async () => {
    const voices = VOICES.filter(({ id }) => id === 'Ryan' || id === 'Katerina')
    const other = scriptedEngine(
      'openai',
      (utterance, signal, number) =>
        voices.some(({ id }) => id === utterance.voice)
          ? tonesOf('openai')(utterance, signal, number)
          : failing(codeError('speech.voice-unknown'))(utterance, signal, number),
      voices,
    )
    const { notices } = await open([failingAtFirst(codeError('speech.auth')), other]).speak()
    expect(other.requests.at(-1)?.voice).toBe('Katerina')
    expect(notices.map(({ code }) => code)).toEqual(['engine-replaced', 'voice-replaced'])
  })
})

describe('patience', () => {
  it('is an engine’s own: a fallback behind it takes nothing away', async () => {
    const { clock, speak } = open([scriptedEngine('dashscope', silence), local()], { patience: 10_000 })
    expect((await speak()).notices).toMatchObject([REPLACED])
    expect(clock.now()).toBe(10_000)
    expect(clock.sleeping).toBe(0)
  })

  it('ends with a timeout when nobody speaks, and no later', async () => {
    const engine = scriptedEngine('dashscope', silence)
    const { clock, fail } = open([engine], { patience: 10_000 })
    expect((await fail()).code).toBe('speech.timeout')
    expect(clock.now()).toBeLessThanOrEqual(10_000)
    expect(engine.running).toBe(0)
    expect(clock.sleeping).toBe(0)
  })

  it('goes on elsewhere when an engine falls silent in the middle', async () => {
    const stalling = scriptedEngine('dashscope', async function* (utterance, signal) {
      yield* tonesUntil(utterance, signal, 30)
      yield* silence(utterance, signal)
    })
    const { clock, speak } = open([stalling, local()], { patience: 10_000 })
    expect((await speak()).notices).toMatchObject([REPLACED])
    expect(clock.now()).toBe(10_000)
    expect(stalling.running).toBe(0)
  })

  it('is as long as an engine that makes whole files asks for', async () => {
    const slow = { ...scriptedEngine('dashscope', silence), limits: () => ({ silence: 90_000 }) }
    const clock = handClock()
    const engine = resilient([slow, local()], { clock, random: () => 0 })
    await clock.until(speakWhole(engine, { text: TEXT }))
    expect(clock.now()).toBe(90_000)
  })

  it('does not run while somebody listens slowly', async () => {
    const { clock, engine } = open([local()], { patience: 1_000 })
    const listening = async () => {
      for await (const _ of engine.speak(
        { text: TEXT, voice: 'Cherry', language: 'en' },
        new AbortController().signal,
      )) {
        await clock.sleep(5_000)
      }
    }
    await clock.until(listening())
  })
})

describe('sparing an engine', () => {
  it('leaves one alone that had to be left, and tries it again after a rest', async () => {
    const engine = failingAtFirst(serverError(), serverError(), serverError())
    const { clock, speak } = open([engine, local()], { breaker: { rest: 1_000 } })
    await speak()
    expect((await speak()).notices).toMatchObject([REPLACED])
    expect(engine.requests).toHaveLength(3)
    await clock.turn(1_000)
    expect((await speak()).notices).toEqual([])
    expect(engine.requests).toHaveLength(4)
  })

  it('asks a refused key once a minute at most', async () => {
    const engine = scriptedEngine('dashscope', failing(codeError('speech.auth')))
    const { clock, speak } = open([engine, local()])
    for (let i = 0; i < 12; i++) {
      await speak()
      await clock.turn(10_000)
    }
    expect(engine.requests).toHaveLength(2)
  })

  it('fails at once, with the reason, while the only engine rests', async () => {
    const error = serverError()
    const engine = scriptedEngine('dashscope', failing(error))
    const { clock, fail } = open([engine])
    await fail()
    const before = clock.now()
    expect(await fail()).toBe(error)
    expect(clock.now()).toBe(before)
    expect(engine.requests).toHaveLength(3)
  })

  it('lets the next one try when somebody left in the middle of a trial', async () => {
    const engine = failingAtFirst(serverError(), serverError(), serverError())
    const { clock, speak, engine: wrapped } = open([engine, local()], { breaker: { rest: 1_000 } })
    await speak()
    await clock.turn(1_000)
    const utterance = { text: TEXT, voice: 'Cherry', language: 'en' } as const
    for await (const _ of wrapped.speak(utterance, new AbortController().signal)) break
    expect((await speak()).notices).toEqual([])
    expect(engine.requests).toHaveLength(5)
  })

  it('does not hold a text’s fault against the engine', async () => {
    const engine = scriptedEngine('dashscope', failing(codeError('speech.blocked')))
    const { fail } = open([engine])
    for (let i = 0; i < 9; i++) await fail()
    expect(engine.requests).toHaveLength(9)
  })
})

describe('being an engine', () => {
  it('closes all its engines, and ends their requests when it is left', async () => {
    const engines = [scriptedEngine('dashscope', tones), local()] as const
    const { engine } = open([...engines])
    for await (const event of engine.speak(
      { text: TEXT, voice: 'Cherry', language: 'en' },
      new AbortController().signal,
    )) {
      if (event.kind === 'audio') break
    }
    expect(engines[0].running).toBe(0)
    await engine.close()
    expect(engines.map(({ closed }) => closed)).toEqual([true, true])
  })
})
