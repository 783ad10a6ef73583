import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { durationOf } from '../../src/audio/format.ts'
import { isLectorError } from '../../src/kernel/errors.ts'
import type { LanguageCode } from '../../src/kernel/languages.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../src/speech/engine.ts'

export interface SpeechEngineSubject {
  readonly engine: SpeechEngine
  /** Counts requests at the provider, for engines that have one. */
  readonly upstream?: { started(): number; running(): number }
  /** An utterance that this engine must refuse; undefined for one that takes everything. */
  readonly refused?: Utterance
  /** What it is asked to say, if that is not English by Cherry. */
  readonly speaks?: { readonly sentence?: string; readonly language?: LanguageCode; readonly voice?: string }
  /** Whether two renderings of a text are the same to a listener; byte for byte unless told otherwise. */
  readonly alike?: (one: Buffer, other: Buffer) => boolean
  close(): Promise<void>
}

/** What every `SpeechEngine` must do. `open` makes a fresh one; text in the tests is English. */
export function describeSpeechEngine(name: string, open: () => Promise<SpeechEngineSubject>): void {
  describe(`${name} as a speech engine`, () => {
    let subject: SpeechEngineSubject
    beforeEach(async () => {
      subject = await open()
    })
    afterEach(() => subject.close())

    const sentence = () => subject.speaks?.sentence ?? SENTENCE
    const long = () => Array(6).fill(sentence()).join(' ')
    const speak = (text = sentence(), signal = never()) => {
      const { voice = 'Cherry', language = 'en' } = subject.speaks ?? {}
      return subject.engine.speak({ text, voice, language }, signal)
    }
    const started = () => subject.upstream?.started() ?? 0
    const idle = () => eventually(() => (subject.upstream?.running() ?? 0) === 0)

    it('yields whole samples of a plausible length, then one end, last', async () => {
      const events = await collect(speak())
      const sounds = events.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : []))
      for (const pcm of sounds) {
        expect(pcm.length).toBeGreaterThan(0)
        expect(pcm.length % 2).toBe(0)
      }
      const duration = durationOf(Buffer.concat(sounds).length)
      expect(duration).toBeGreaterThan(sentence().length * 10)
      expect(duration).toBeLessThan(sentence().length * 200)
      expect(events.filter(({ kind }) => kind === 'end')).toHaveLength(1)
      expect(events.at(-1)).toMatchObject({ kind: 'end', receipt: { engine: subject.engine.id } })
    })

    it('never writes again into a piece of sound that it has yielded', async () => {
      const kept: [Buffer, string][] = []
      for await (const event of speak()) {
        if (event.kind === 'audio') kept.push([event.pcm, event.pcm.toString('base64')])
      }
      for (const [pcm, then] of kept) expect(pcm.toString('base64')).toBe(then)
    })

    it('starts nothing before the first next()', async () => {
      speak()
      await pause(20)
      expect(started()).toBe(0)
    })

    it('throws the reason of a signal that has already aborted, and starts nothing', async () => {
      const reason = new Error('no longer wanted')
      await expect(collect(speak(sentence(), AbortSignal.abort(reason)))).rejects.toBe(reason)
      expect(started()).toBe(0)
    })

    it('throws the reason of a signal that aborts in the middle, and ends the request upstream', async () => {
      const stop = new AbortController()
      const spoken = collect(speak(long(), stop.signal), () => stop.abort())
      await expect(spoken).rejects.toMatchObject({ name: 'AbortError' })
      await idle()
      expect((await collect(speak())).at(-1)?.kind).toBe('end')
    })

    it('throws the reason of a signal that aborts before any sound', async () => {
      const stop = new AbortController()
      setImmediate(() => stop.abort())
      const error = await collect(speak(long(), stop.signal)).catch((thrown: unknown) => thrown)
      expect(error).toBe(stop.signal.reason)
      await idle()
    })

    it('ends the request upstream when its loop is left', async () => {
      for await (const event of speak(long())) if (event.kind === 'audio') break
      await idle()
      expect((await collect(speak())).at(-1)?.kind).toBe('end')
    })

    it('speaks several utterances at once without mixing them', async () => {
      const texts = subject.speaks?.sentence
        ? [sentence(), `${sentence()}${sentence()}`, sentence().slice(-6)]
        : ['One little sentence.', 'Another sentence, somewhat longer.', 'A third one speaks as well.']
      const alone: Buffer[] = []
      for (const text of texts) alone.push(soundOf(await collect(speak(text))))
      const together = await Promise.all(texts.map(async (text) => soundOf(await collect(speak(text)))))
      const { alike = (one: Buffer, other: Buffer) => one.equals(other) } = subject
      for (const [index, pcm] of together.entries()) expect(alike(pcm, alone[index]!)).toBe(true)
    })

    it('leaves the others alone when one of several stops', async () => {
      const stop = new AbortController()
      const [stopped, whole] = await Promise.allSettled([
        collect(speak(long(), stop.signal), () => stop.abort()),
        collect(speak()),
      ])
      expect(stopped.status).toBe('rejected')
      expect(whole.status === 'fulfilled' && whole.value.at(-1)?.kind).toBe('end')
    })

    it('fails with a LectorError about speech', async () => {
      if (!subject.refused) return
      const error = await collect(subject.engine.speak(subject.refused, never())).catch((thrown: unknown) => thrown)
      expect(isLectorError(error) && error.code).toMatch(/^speech\./)
      expect((error as Error).message).not.toContain(subject.refused.text)
    })

    it('speaks after warming, and warms without throwing', async () => {
      await subject.engine.warm?.()
      expect((await collect(speak())).at(-1)?.kind).toBe('end')
    })

    it('has voices with distinct names', () => {
      const names = subject.engine.voices().map(({ id }) => id)
      expect(new Set(names).size).toBe(names.length)
      for (const voice of subject.engine.voices()) expect(voice.languages.length).toBeGreaterThan(0)
    })
  })
}

const SENTENCE = 'The quick brown fox jumps over the lazy dog.'
const never = () => new AbortController().signal
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function collect(speech: AsyncIterable<SpeechEvent>, atFirstSound?: () => void): Promise<SpeechEvent[]> {
  const events: SpeechEvent[] = []
  for await (const event of speech) {
    if (event.kind === 'audio' && !events.some(({ kind }) => kind === 'audio')) atFirstSound?.()
    events.push(event)
  }
  return events
}

function soundOf(events: readonly SpeechEvent[]): Buffer {
  return Buffer.concat(events.flatMap((event) => (event.kind === 'audio' ? [event.pcm] : [])))
}

async function eventually(claim: () => boolean): Promise<void> {
  for (let i = 0; i < 600 && !claim(); i++) await pause(5)
  expect(claim()).toBe(true)
}
