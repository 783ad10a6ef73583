import { describe, expect, it } from 'vitest'
import { createMemoryPacketCache, type PacketCache } from '../../src/audio/packet-cache.ts'
import { packetKey } from '../../src/call/packet-key.ts'
import type { SpeechResult } from '../../src/call/recording.ts'
import { Recordings } from '../../src/call/recordings.ts'
import { SpeechStream } from '../../src/call/speech-stream.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../src/speech/engine.ts'

describe('Recordings', () => {
  it('say what is wanted again without a request, notices too, for nothing', async () => {
    const { engine, say } = house({ cache: cacheOf() })
    const first = say('hello')
    engine.go()
    expect(await first.result).toMatchObject({ kind: 'complete', receipt: { characters: 5, requestId: 'r1' } })
    await turns()
    const second = say('hello')
    expect(await second.result).toEqual({
      kind: 'complete',
      receipt: { engine: 'local', model: 'counted', characters: 0 },
    })
    expect(drain(second)).toEqual(drain(first))
    expect(second.notices).toEqual([{ code: 'style-ignored', engine: 'local', model: 'counted' }])
    expect(second.firstAudioAt! - second.startedAt).toBeLessThan(100)
    expect(engine.requests).toBe(1)
  })

  it('keep nothing in which something stood in for what was asked', async () => {
    const { engine, say } = house({ cache: cacheOf() })
    for (const fallback of [true, false, false]) {
      engine.fallback = fallback
      const speech = say('hello')
      engine.go()
      await speech.result
      await turns()
    }
    expect(engine.requests).toBe(2)
  })

  it('are kept for all loads of the process: no request is made for a better encoding', async () => {
    const { engine, recordings } = house({ cache: cacheOf() })
    const heard: unknown[] = []
    for (const hurried of [true, false]) {
      const encoding = { hurried }
      const stream = new SpeechStream({ engine, utterance: UTTERANCE, encoding, clock: systemClock, recordings })
      engine.go()
      await stream.result
      await turns()
      heard.push(drain(stream))
    }
    expect(heard[1]).toEqual(heard[0])
    expect(engine.requests).toBe(1)
  })

  it('ask again when the cache is off', async () => {
    const { engine, say } = house()
    for (let i = 0; i < 2; i++) {
      const speech = say('hello')
      engine.go()
      await speech.result
      await turns()
    }
    expect(engine.requests).toBe(2)
  })

  it.each<[string, Partial<Utterance>, number?]>([
    ['voice', { voice: 'Serena' }],
    ['style', { style: 'whispering' }],
    ['model', { model: 'another' }],
    ['language', { language: 'en' }],
    ['speed', { speed: 1.2 }],
    ['volume', { volume: 0.5 }],
    ['text', { text: 'Hello' }],
    ['bitrate', {}, 50_000],
  ])('tell another %s apart', async (_, change, bitrate = 64_000) => {
    const { engine, recordings } = house({ cache: cacheOf() })
    streamOf(recordings, engine, UTTERANCE, 64_000)
    streamOf(recordings, engine, { ...UTTERANCE, ...change }, bitrate)
    await turns()
    expect(engine.requests).toBe(2)
    engine.go()
  })

  it('make once what several servers want at the same time; one of them pays', async () => {
    const { engine, say } = house()
    const streams = [say('hello'), say('hello')]
    await turns()
    engine.go(3)
    await turns()
    const late = say('hello')
    expect(late.packets.size).toBe(3)
    engine.go()
    const results = await Promise.all([...streams, late].map(({ result }) => result))
    expect(results.map(charactersOf)).toEqual([5, 0, 0])
    expect(drain(late)).toEqual(drain(streams[0]!))
    expect(engine.requests).toBe(1)
  })

  it('go on for the others when the first one skips, who is then not billed', async () => {
    const { engine, say } = house()
    const [first, second] = [say('hello'), say('hello')]
    await turns()
    engine.go(3)
    await turns()
    first.abort()
    expect(await first.result).toEqual({ kind: 'aborted' })
    expect([first.packets.size, engine.aborted]).toEqual([0, 0])
    engine.go()
    expect(charactersOf(await second.result)).toBe(5)
    expect(drain(second)).toHaveLength(FRAMES)
  })

  it('end the request when the last one skips, and begin anew for the next', async () => {
    const { engine, say } = house({ cache: cacheOf() })
    const [first, second] = [say('hello'), say('hello')]
    await turns()
    engine.go(3)
    await turns()
    first.abort()
    second.abort()
    const next = say('hello')
    await turns()
    expect([engine.aborted, engine.requests]).toEqual([1, 2])
    engine.go()
    expect((await next.result).kind).toBe('complete')
    expect(drain(next)).toHaveLength(FRAMES)
  })

  it('tell everybody of a failure, keep nothing of it, and try again for the next', async () => {
    const { engine, say } = house({ cache: cacheOf() })
    const streams = [say('hello'), say('hello')]
    await turns()
    engine.go(3)
    await turns()
    const error = new LectorError('speech.cut', { engine: 'local' }, 'cut')
    engine.fail(error)
    for (const { result } of streams) expect(await result).toEqual({ kind: 'failed', error })
    for (const stream of streams) expect(drain(stream)).toHaveLength(3)
    const next = say('hello')
    await turns()
    expect(engine.requests).toBe(2)
    engine.go()
    expect((await next.result).kind).toBe('complete')
  })

  it('allow to write only fixed phrases to a disk', async () => {
    const lasting: boolean[] = []
    const cache: PacketCache = { ...cacheOf(), put: async (_, __, options) => void lasting.push(options.lasting) }
    const { engine, recordings } = house({ cache })
    for (const utterance of [UTTERANCE, { ...UTTERANCE, text: 'Somebody has come', fixed: true }]) {
      const stream = streamOf(recordings, engine, utterance)
      engine.go()
      await stream.result
      await turns()
    }
    expect(lasting).toEqual([false, true])
  })

  it('have keys that say nothing without the secret, and depend on it', () => {
    const settings = { bitrate: 64_000 }
    const key = packetKey(Buffer.alloc(32, 1), 'local', UTTERANCE, settings)
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(packetKey(Buffer.alloc(32, 2), 'local', UTTERANCE, settings)).not.toBe(key)
    expect(packetKey(Buffer.alloc(32, 1), 'other', UTTERANCE, settings)).not.toBe(key)
    expect(packetKey(Buffer.alloc(32, 1), 'local', { ...UTTERANCE, engine: 'openai' }, settings)).not.toBe(key)
    expect(packetKey(Buffer.alloc(32, 1), 'local', { ...UTTERANCE, guildId: 'a server' }, settings)).toBe(key)
  })
})

const UTTERANCE: Utterance = { text: 'hello', voice: 'Cherry', language: 'auto' }
const FRAMES = 10

function house(options: { cache?: PacketCache } = {}) {
  const engine = new HeldEngine()
  const recordings = new Recordings({ engine, ...options })
  return { engine, recordings, say: (text: string) => streamOf(recordings, engine, { ...UTTERANCE, text }) }
}

function streamOf(recordings: Recordings, engine: SpeechEngine, utterance: Utterance, bitrate = 64_000): SpeechStream {
  return new SpeechStream({ engine, utterance, encoding: { bitrate }, clock: systemClock, recordings })
}

function cacheOf(): PacketCache {
  return createMemoryPacketCache({ maxBytes: 1e6, maxEntries: 100, lifetime: 60_000 }, systemClock)
}

function drain({ packets }: SpeechStream): string[] {
  const taken: string[] = []
  for (let packet = packets.shift(); packet; packet = packets.shift()) taken.push(packet.toString('hex'))
  return taken
}

function charactersOf(result: SpeechResult): number | undefined {
  return result.kind === 'complete' ? result.receipt.characters : undefined
}

/** Long enough for an encoder to open. */
const turns = () => new Promise((resolve) => setTimeout(resolve, 30))

/** Says ten frames, as far as the test lets it. */
class HeldEngine implements SpeechEngine {
  readonly id = 'local'
  readonly voices = () => []
  requests = 0
  fallback = false
  aborted = 0
  #allowed = 0
  #failure: unknown
  #wake = Promise.withResolvers<void>()

  /** So many more frames, or all there are. */
  go(frames = Number.POSITIVE_INFINITY): void {
    this.#allowed += frames
    this.#wake.resolve()
    this.#wake = Promise.withResolvers()
  }

  fail(error: unknown): void {
    this.#failure = error
    this.go(0)
  }

  async *speak({ text }: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    this.requests += 1
    signal.addEventListener('abort', () => {
      this.aborted += 1
      this.go(0)
    })
    yield { kind: 'notice', notice: { code: 'style-ignored', engine: 'local', model: 'counted' } }
    for (let frame = 0; frame < FRAMES; frame++) {
      while (frame >= this.#allowed) {
        await this.#wake.promise
        const failure = this.#failure
        this.#failure = undefined
        if (failure) throw failure
        signal.throwIfAborted()
      }
      const samples = Int16Array.from({ length: 480 }, (_, i) => Math.round(8_000 * Math.sin((frame * 480 + i) / 20)))
      yield { kind: 'audio', pcm: Buffer.from(samples.buffer) }
    }
    this.#allowed = 0
    const requestId = `r${this.requests}`
    const receipt = { engine: 'local', model: 'counted', characters: text.length, requestId } as const
    yield { kind: 'end', receipt: this.fallback ? { ...receipt, fallback: true } : receipt }
  }

  async close(): Promise<void> {}
}
