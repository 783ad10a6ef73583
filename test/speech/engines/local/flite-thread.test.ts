import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { createLocalEngine } from '../../../../src/speech/engines/local/engine.ts'
import { createFliteThread } from '../../../../src/speech/engines/local/flite-thread.ts'
import type { Job } from '../../../../src/speech/engines/local/job.ts'
import { speakWhole } from '../../../support/speech.ts'

const LONG = 'We won the last game. It was cold. The train was late. My brother slept. Nobody knew. We went home. '
const forever = new AbortController().signal

describe('the thread of the local voice', () => {
  const engine = createLocalEngine()
  afterAll(() => engine.close())

  it('synthesises while the main thread goes on', async () => {
    await engine.warm?.()
    const before = { main: process.threadCpuUsage(), all: process.cpuUsage() }
    await speakWhole(engine, { text: LONG.repeat(6) })
    const main = process.threadCpuUsage(before.main).user
    // Time of the processor, not of the clock: a busy machine changes nothing.
    expect(main / process.cpuUsage(before.all).user).toBeLessThan(0.3)
  })

  it('yields the first sentence long before the last one is synthesised', async () => {
    let soon = 0
    const start = performance.now()
    for await (const event of engine.speak({ text: LONG.repeat(3), voice: 'Serena', language: 'en' }, forever)) {
      if (event.kind === 'audio') soon ||= performance.now() - start
    }
    expect(soon / (performance.now() - start)).toBeLessThan(0.3)
  })

  it('lets a short utterance in between two sentences of a long one', async () => {
    const short = (await speakWhole(engine, { text: 'Nobody knew.' })).pcm.length
    let meanwhile = 0
    let next: Promise<number> | undefined
    for await (const event of engine.speak({ text: LONG.repeat(4), voice: 'Serena', language: 'en' }, forever)) {
      if (event.kind !== 'audio') continue
      meanwhile += event.pcm.length
      next ??= speakWhole(engine, { text: 'Nobody knew.' }).then(() => meanwhile)
    }
    // A sentence of the long one takes up to twice the short one's time, and three of them may have come before.
    expect(await next).toBeLessThan(6 * short)
    expect(meanwhile).toBeGreaterThan(20 * short)
  })

  it('stops within one sentence of an abort, and is free for the next', async () => {
    const abort = new AbortController()
    const heard: number[] = []
    const speaking = (async () => {
      for await (const event of engine.speak(
        { text: LONG.repeat(20), voice: 'Serena', language: 'en' },
        abort.signal,
      )) {
        if (event.kind === 'audio') heard.push(event.pcm.length)
        if (heard.length === 2) abort.abort()
      }
    })()
    await expect(speaking).rejects.toMatchObject({ name: 'AbortError' })
    expect(heard).toHaveLength(2)
    const start = performance.now()
    await speakWhole(engine, { text: 'Next.' })
    const next = performance.now()
    await speakWhole(engine, { text: LONG })
    expect(next - start).toBeLessThan(performance.now() - next)
  })

  it('throws the reason when an abort comes before the first sound, or before the start', async () => {
    const abort = new AbortController()
    const speaking = speakWhole(engine, { text: LONG }, abort.signal)
    abort.abort()
    await expect(speaking).rejects.toBe(abort.signal.reason)
    await expect(speakWhole(engine, { text: LONG }, abort.signal)).rejects.toBe(abort.signal.reason)
  })

  it('keeps its memory over 50 utterances', async () => {
    const speak = (i: number) => speakWhole(engine, { text: 'Nobody knew.', voice: i % 2 ? 'Roy' : 'Serena' })
    for (let i = 0; i < 20; i++) await speak(i)
    const before = process.memoryUsage().rss
    for (let i = 0; i < 50; i++) await speak(i)
    // Each utterance has an instance of 20 MB and more; one in ten left behind would show.
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(80)
  }, 60_000)

  it('speaks a text without any end, piece by piece', async () => {
    let first = 0
    for await (const event of engine.speak({ text: 'a'.repeat(3_000), voice: 'Serena', language: 'en' }, forever)) {
      if (event.kind !== 'audio') continue
      first = event.pcm.length
      break
    }
    expect(first).toBeGreaterThan(0)
  })
})

describe('a job', () => {
  const thread = createFliteThread()
  afterAll(() => thread.close())
  it('is silent when the voice has no sounds for it', async () => {
    expect(await thread.run(job('...'), forever)).toEqual({ kind: 'silent' })
  })

  it('fails alone when the voice is not in the file', async () => {
    const wrong = { ...job('hello'), flite: { ...job('hello').flite, voice: 'Slt' as 'slt' } }
    expect(await thread.run(wrong, forever)).toMatchObject({ kind: 'failed' })
    expect(await thread.run(job('hello'), forever)).toMatchObject({ kind: 'audio' })
  })

  it('is answered in the order of the calls, whatever was taken out between', async () => {
    const abort = new AbortController()
    const order: string[] = []
    const jobs = ['one', 'two', 'three'].map(async (name) => {
      await thread.run(job(name), name === 'two' ? abort.signal : forever)
      order.push(name)
    })
    abort.abort()
    await expect(jobs[1]).rejects.toBe(abort.signal.reason)
    await Promise.all([jobs[0], jobs[2]])
    expect(order).toEqual(['one', 'three'])
  })
})

describe('a thread that dies', () => {
  it('fails its utterance as retryable and is started anew for the next', async () => {
    const thread = createFliteThread()
    // A job without a request makes the worker throw outside of its own guard.
    await expect(thread.run(null as unknown as Job, forever)).rejects.toMatchObject({
      code: 'speech.cut',
      retryable: true,
    })
    const waiting = [thread.run(null as unknown as Job, forever), thread.run(job('hello'), forever)]
    await expect(waiting[0]).rejects.toMatchObject({ code: 'speech.cut' })
    expect(await waiting[1]).toMatchObject({ kind: 'audio' })
    await thread.close()
  })

  it('takes no new work once closed, and leaves nobody waiting', async () => {
    const engine = createLocalEngine()
    const speaking = speakWhole(engine, { text: LONG })
    const settled = expect(speaking).rejects.toMatchObject({ code: 'app.stopping' })
    await setTimeout(20)
    await engine.close()
    await settled
    await expect(speakWhole(engine, { text: LONG })).rejects.toMatchObject({ code: 'app.stopping' })
    await engine.warm?.()
    await engine.close()
  })
})

function job(text: string): Job {
  return {
    flite: { voice: 'kal16', text, stretch: 1, pitch: 1 },
    size: 1,
    gain: 2,
    whispers: false,
    raised: false,
    pause: 0,
  }
}
