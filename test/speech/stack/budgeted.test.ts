import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import type { Utterance } from '../../../src/speech/engine.ts'
import type { Budget } from '../../../src/speech/stack/budgeted.ts'
import {
  failing,
  scriptedEngine,
  serverError,
  silence,
  tones,
  tonesOf,
  tonesUntil,
} from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'
import { budgeted } from '../../support/stages.ts'

/** A purse of so many characters that keeps its books. */
function purse(cap: number, instead: 'free' | 'nothing' = 'free') {
  const book: { reserved: number; billed?: number }[] = []
  const used = () => book.reduce((sum, { reserved, billed }) => sum + (billed ?? reserved), 0)
  const budget: Budget<(typeof book)[number]> = {
    async reserve(_: Utterance, characters) {
      if (used() + characters > cap) return { granted: false, scope: 'server-day', used: used(), cap, instead }
      const reservation = { reserved: characters }
      book.push(reservation)
      return { granted: true, reservation }
    },
    async settle(reservation, billed) {
      expect(reservation.billed).toBeUndefined()
      reservation.billed = billed
    },
  }
  return { book, used, budget }
}

const HELLO = { text: 'Hello there' }
const utterance: Utterance = { ...HELLO, voice: 'Cherry', language: 'en' }

describe('budgeted', () => {
  it('sets the characters aside before it asks, counted as they are billed', async () => {
    const { book, budget } = purse(100)
    const engine = scriptedEngine('dashscope', async function* (asked, signal, number) {
      expect(book).toEqual([{ reserved: 12 }])
      yield* tones(asked, signal, number)
    })
    await speakWhole(budgeted(engine, budget), { text: '你好，world!!' })
  })

  it('corrects by the receipt', async () => {
    const { used, budget } = purse(100)
    const engine = scriptedEngine('dashscope', async function* (asked, signal) {
      yield* tonesUntil(asked, signal, 2)
      yield { kind: 'end', receipt: { engine: 'dashscope', model: 'm', characters: 7 } }
    })
    await speakWhole(budgeted(engine, budget), HELLO)
    expect(used()).toBe(7)
  })

  it('gives everything back when the provider refused', async () => {
    const { book, budget } = purse(100)
    const wrapped = budgeted(scriptedEngine('dashscope', failing(serverError())), budget)
    await expect(speakWhole(wrapped, HELLO)).rejects.toMatchObject({ code: 'speech.server' })
    expect(book).toEqual([{ reserved: 11, billed: 0 }])
  })

  it('counts all of it when it broke off, was skipped, or was left before it sounded', async () => {
    const broken = purse(100)
    const breaking = scriptedEngine('dashscope', async function* (asked, signal) {
      yield* tonesUntil(asked, signal, 2)
      throw serverError()
    })
    await speakWhole(budgeted(breaking, broken.budget), HELLO).catch(() => {})
    expect(broken.book).toEqual([{ reserved: 11, billed: 11 }])

    const left = purse(100)
    for await (const _ of budgeted(scriptedEngine('dashscope', tones), left.budget).speak(
      utterance,
      new AbortController().signal,
    )) {
      break
    }
    expect(left.book).toEqual([{ reserved: 11, billed: 11 }])

    const skipped = purse(100)
    const engine = scriptedEngine('dashscope', silence)
    const stop = new AbortController()
    const spoken = speakWhole(budgeted(engine, skipped.budget), HELLO, stop.signal)
    await new Promise((resolve) => setImmediate(resolve))
    stop.abort()
    await expect(spoken).rejects.toBe(stop.signal.reason)
    expect(skipped.book).toEqual([{ reserved: 11, billed: 11 }])
  })

  it('gives everything back to who leaves before anything was asked', async () => {
    const { book, budget } = purse(100)
    const stop = new AbortController()
    const engine = scriptedEngine('dashscope', tones)
    const reserving: typeof budget = {
      ...budget,
      async reserve(asked, characters) {
        const grant = await budget.reserve(asked, characters)
        stop.abort()
        return grant
      },
    }
    await expect(speakWhole(budgeted(engine, reserving), HELLO, stop.signal)).rejects.toThrow(DOMException)
    expect(engine.requests).toHaveLength(0)
    expect(book).toEqual([{ reserved: 11, billed: 0 }])
  })

  it('speaks for free at the end of the budget, and says so', async () => {
    const { book, budget } = purse(10)
    const engine = scriptedEngine('dashscope', tones)
    const free = scriptedEngine('local', tonesOf('local'))
    const { pcm, notices, receipt } = await speakWhole(budgeted(engine, budget, free), { ...HELLO, model: 'm' })
    expect(pcm.equals(toneOf(HELLO.text))).toBe(true)
    const because = { code: 'speech.budget', params: { scope: 'server-day', cap: 10 } }
    expect(notices).toMatchObject([{ code: 'engine-replaced', engine: 'dashscope', by: 'local', because }])
    expect(receipt?.characters).toBe(0)
    expect(engine.requests).toHaveLength(0)
    expect(free.requests[0]).not.toHaveProperty('model')
    expect(book).toEqual([])
  })

  it('says which budget is spent when nothing shall be said for free, or nothing can', async () => {
    const free = scriptedEngine('local', tonesOf('local'))
    for (const wrapped of [
      budgeted(scriptedEngine('dashscope', tones), purse(10, 'nothing').budget, free),
      budgeted(scriptedEngine('dashscope', tones), purse(10, 'free').budget),
    ]) {
      await expect(speakWhole(wrapped, HELLO)).rejects.toMatchObject({
        code: 'speech.budget',
        params: { scope: 'server-day', cap: 10 },
        retryable: false,
      })
    }
    expect(free.requests).toHaveLength(0)
  })

  it('never spends more than the budget, however many speak at once', async () => {
    const { used, budget } = purse(50)
    const wrapped = budgeted(scriptedEngine('dashscope', tones), budget)
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => speakWhole(wrapped, HELLO)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(used()).toBe(44)
  })

  it('goes on when the books cannot be corrected, and waits for them before it closes', async () => {
    const { budget } = purse(100)
    let settled = false
    const engine = scriptedEngine('dashscope', tones)
    const wrapped = budgeted(engine, {
      ...budget,
      async settle() {
        await new Promise((resolve) => setTimeout(resolve, 20))
        settled = true
        throw new Error('the disk is full')
      },
    })
    expect((await speakWhole(wrapped, HELLO)).receipt).toBeDefined()
    expect(settled).toBe(false)
    await wrapped.close()
    expect(settled).toBe(true)
    expect(engine.closed).toBe(true)
  })
})
