import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { LectorError } from '../../../src/kernel/errors.ts'
import { countCharacters } from '../../../src/speech/characters.ts'
import type { SpeechEvent } from '../../../src/speech/engine.ts'
import { modelOf } from '../../../src/speech/engines/dashscope/models.ts'
import { longText } from '../../../src/speech/stack/long-text.ts'
import { handClock } from '../../support/hand-clock.ts'
import { endOf, scriptedEngine, serverError, silence, tones, tonesUntil } from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'

const ENGLISH = Array.from({ length: 40 }, (_, i) => `This is sentence number ${i}, and it says a little.`).join(' ')
const CHINESE = '今天天气很好，我们去公园散步吧。'.repeat(60)
const limitOf = () => 600
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('longText', () => {
  it.each([
    ['English', ENGLISH],
    ['Chinese', CHINESE],
  ])('speaks all of a long %s text, in requests within the limit that end with sentences', async (_, text) => {
    const engine = scriptedEngine('dashscope', tones)
    const { pcm, receipt } = await speakWhole(longText(engine, { limitOf }), { text })
    const texts = engine.requests.map((request) => request.text)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const part of texts) {
      expect(countCharacters(part)).toBeLessThanOrEqual(600)
      expect(part).toMatch(/[.。]$/)
    }
    expect(pcm.equals(Buffer.concat(texts.map(toneOf)))).toBe(true)
    expect(receipt?.characters).toBe(texts.reduce((sum, part) => sum + countCharacters(part), 0))
  })

  it('keeps within the smaller limit of an older model', async () => {
    const engine = scriptedEngine('dashscope', tones)
    const wrapped = longText(engine, { limitOf: ({ model = '' }) => modelOf(model).limit })
    await speakWhole(wrapped, { text: CHINESE, model: 'qwen-tts' })
    for (const { text } of engine.requests) expect(countCharacters(text)).toBeLessThanOrEqual(512)
  })

  it('hands a short text on as it is, with its receipt', async () => {
    const engine = scriptedEngine('dashscope', async function* (utterance, signal) {
      yield* tonesUntil(utterance, signal, 3)
      yield { kind: 'end', receipt: { engine: 'dashscope', model: 'm', characters: 2, requestId: 'r', url: 'u' } }
    })
    const { receipt } = await speakWhole(longText(engine, { limitOf }), { text: 'Hi' })
    expect(receipt).toEqual({ engine: 'dashscope', model: 'm', characters: 2, requestId: 'r', url: 'u' })
    expect(engine.requests).toEqual([{ text: 'Hi', voice: 'Serena', language: 'en' }])
  })

  it('begins with a short request for an early sound, also where there is no limit', async () => {
    const engine = scriptedEngine('openai', tones)
    const wrapped = longText(engine, { limitOf: () => Number.POSITIVE_INFINITY, firstLimit: 100 })
    await speakWhole(wrapped, { text: ENGLISH })
    const lengths = engine.requests.map(({ text }) => text.length)
    expect(lengths).toHaveLength(2)
    expect(lengths[0]).toBeLessThanOrEqual(100)
  })

  it('asks for the next part once the current one sounds, and for no part further ahead', async () => {
    const engine = scriptedEngine('dashscope', tones)
    const speech = longText(engine, { limitOf }).speak(
      { text: ENGLISH, voice: 'Cherry', language: 'en' },
      new AbortController().signal,
    )
    const iterator = speech[Symbol.asyncIterator]()
    expect(engine.requests).toHaveLength(0)
    await iterator.next()
    await settle()
    expect(engine.requests).toHaveLength(2)
    await iterator.next()
    await settle()
    expect(engine.requests).toHaveLength(2)
    await iterator.return?.()
    await settle()
    expect(engine.running).toBe(0)
  })

  it('leaves no gap between parts when the provider is quick enough', async () => {
    const clock = handClock()
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      await clock.sleep(700, signal)
      yield* tones(utterance, signal, number)
    })
    const speech = longText(engine, { limitOf: () => 120 }).speak(
      { text: ENGLISH.slice(0, 480), voice: 'Cherry', language: 'en' },
      new AbortController().signal,
    )
    const gaps: number[] = []
    const play = async () => {
      let since: number | undefined
      for await (const { kind } of speech) {
        if (kind !== 'audio') continue
        if (since !== undefined) gaps.push(clock.now() - since)
        await clock.sleep(20)
        since = clock.now()
      }
    }
    await clock.until(play())
    expect(engine.requests.length).toBeGreaterThan(3)
    expect(gaps.length).toBeGreaterThan(300)
    expect(Math.max(...gaps)).toBeLessThan(60)
  })

  it('ends every request when its signal aborts', async () => {
    const engine = scriptedEngine('dashscope', (utterance, signal, number) =>
      number === 1 ? tones(utterance, signal, number) : silence(utterance, signal),
    )
    const stop = new AbortController()
    const spoken = speakWhole(longText(engine, { limitOf }), { text: ENGLISH }, stop.signal)
    await settle()
    expect(engine.running).toBe(1)
    stop.abort()
    await expect(spoken).rejects.toBe(stop.signal.reason)
    await settle()
    expect(engine.running).toBe(0)
  })

  it('gives the same notice once', async () => {
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      yield { kind: 'notice', notice: { code: 'style-ignored', engine: 'dashscope', model: 'm' } }
      yield* tones(utterance, signal, number)
    })
    const { notices } = await speakWhole(longText(engine, { limitOf }), { text: ENGLISH })
    expect(engine.requests.length).toBeGreaterThan(2)
    expect(notices).toHaveLength(1)
  })

  it('throws what a part throws, after all that was heard before', async () => {
    const error = serverError()
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      if (number === 2) throw error
      yield* tones(utterance, signal, number)
    })
    const heard: SpeechEvent[] = []
    const speaking = (async () => {
      const speech = longText(engine, { limitOf }).speak(
        { text: ENGLISH, voice: 'Cherry', language: 'en' },
        new AbortController().signal,
      )
      for await (const event of speech) heard.push(event)
    })()
    await expect(speaking).rejects.toBe(error)
    const pcm = Buffer.concat(heard.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : [])))
    expect(pcm.equals(toneOf(engine.requests[0]!.text))).toBe(true)
  })

  it('parts a text again that a provider finds too long', async () => {
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      const bytes = Buffer.byteLength(utterance.text)
      const tooLong = new LectorError('speech.text-too-long', { engine: 'dashscope', limit: 600 }, 'too long')
      if (bytes > 600) throw tooLong
      yield* tones(utterance, signal, number)
    })
    const { pcm } = await speakWhole(longText(engine, { limitOf }), { text: CHINESE })
    const spoken = engine.requests.map(({ text }) => text).filter((text) => Buffer.byteLength(text) <= 600)
    expect(spoken.join('')).toBe(CHINESE)
    expect(pcm.equals(Buffer.concat(spoken.map(toneOf)))).toBe(true)
  })

  it('gives up on a provider that finds every text too long', async () => {
    const tooLong = new LectorError('speech.text-too-long', { engine: 'dashscope', limit: 0 }, 'too long')
    // biome-ignore lint/correctness/useYield: it never has anything to say
    const engine = scriptedEngine('dashscope', async function* () {
      throw tooLong
    })
    await expect(speakWhole(longText(engine, { limitOf }), { text: 'Hello there' })).rejects.toBe(tooLong)
    expect(engine.requests.length).toBeLessThan(12)
  })

  it('refuses a style that no provider would read to its end, without a request', async () => {
    const engine = scriptedEngine('dashscope', tones)
    const wrapped = longText(engine, { limitOf })
    await expect(speakWhole(wrapped, { text: 'Hi', style: '轻声细语，'.repeat(400) })).rejects.toMatchObject({
      code: 'speech.style-too-long',
      params: { engine: 'dashscope', limit: 1600 },
    })
    expect(engine.requests).toHaveLength(0)
    await speakWhole(wrapped, { text: 'Hi', style: 'whispering, '.repeat(300) })
    expect(engine.requests).toHaveLength(1)
  })

  it('does not read further ahead than its store holds', async () => {
    let made = 0
    const engine = scriptedEngine('dashscope', async function* (utterance, signal, number) {
      if (number === 1) yield* tonesUntil(utterance, signal, 5)
      for (; number === 2 && made < 200; made++) yield { kind: 'audio', pcm: Buffer.alloc(48_000) }
      yield endOf(utterance)
    })
    const speech = longText(engine, { limitOf }).speak(
      { text: ENGLISH, voice: 'Cherry', language: 'en' },
      new AbortController().signal,
    )
    const iterator = speech[Symbol.asyncIterator]()
    await iterator.next()
    await settle()
    expect(made).toBeLessThanOrEqual(21)
    await iterator.return?.()
    await settle()
    expect(engine.running).toBe(0)
  })
})
