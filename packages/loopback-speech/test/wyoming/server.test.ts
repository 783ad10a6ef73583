import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type SpeechService, speakSine, startSpeechService } from '../../src/index.ts'
import { EventReader, encodeEvent, type WyomingEvent } from '../../src/wyoming/protocol.ts'
import { measurePcm } from '../support/measure.ts'

let service: SpeechService
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await service.close()
})

/** Sends events, and collects what comes until a type, or until the server closes. */
async function talk(mood: string | undefined, sent: readonly [type: string, data?: object][], until: string) {
  service = await startSpeechService({ synthesize: speakSine, ...(mood && { mood }) })
  const { hostname, port } = new URL(service.wyomingUrl)
  const socket = connect(Number(port), hostname)
  sockets.push(socket)
  await once(socket, 'connect')
  for (const [type, data = {}] of sent) socket.write(encodeEvent({ type, data: data as WyomingEvent['data'] }))
  const reader = new EventReader()
  const received: WyomingEvent[] = []
  try {
    for await (const bytes of socket) {
      received.push(...reader.push(bytes))
      if (received.some(({ type }) => type === until)) break
    }
  } catch {
    // A broken connection ends it, too.
  }
  return received
}

const typesOf = (events: readonly WyomingEvent[]) =>
  events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1])

const soundOf = (events: readonly WyomingEvent[]) =>
  Buffer.concat(events.map(({ payload }) => payload ?? Buffer.alloc(0)))

describe('the loopback Wyoming server', () => {
  it('describes its voices with languages and speakers', async () => {
    const [info] = await talk(undefined, [['describe']], 'info')
    expect(info?.data).toMatchObject({
      asr: [],
      tts: [{ name: 'piper', installed: true, supports_synthesize_streaming: true }],
    })
    const { tts } = info!.data as { tts: { voices: { name: string; languages: string[]; speakers: unknown }[] }[] }
    expect(tts[0]?.voices).toContainEqual(
      expect.objectContaining({ name: 'de_DE-thorsten-medium', languages: ['de_DE'], speakers: null, installed: true }),
    )
    expect(tts[0]?.voices.find(({ name }) => name === 'en_GB-vctk-medium')?.speakers).toContainEqual({ name: 'p239' })
  })

  it('answers a ping with its text', async () => {
    expect(await talk(undefined, [['ping', { text: 'abc' }]], 'pong')).toEqual([
      { type: 'pong', data: { text: 'abc' } },
    ])
  })

  it.each<[mood: string, format: object]>([
    ['wyoming-piper', { rate: 22_050, width: 2, channels: 1 }],
    ['wyoming-piper-without-streaming', { rate: 22_050, width: 2, channels: 1 }],
    ['wyoming-kokoro', { rate: 24_000, width: 2, channels: 1 }],
  ])('%s speaks a text as one sound', async (mood, format) => {
    const events = await talk(mood, [['synthesize', { text: 'Hello' }]], 'audio-stop')
    expect(typesOf(events)).toEqual(['audio-start', 'audio-chunk', 'audio-stop'])
    expect(events[0]?.data).toEqual({ ...format, timestamp: null })
    const { rate } = format as { rate: number }
    expect(measurePcm(soundOf(events), rate)).toEqual({ hertz: expect.closeTo(440, 0), seconds: expect.closeTo(2, 2) })
    expect(service.requests).toMatchObject([{ text: 'Hello', state: 'completed', caller: 'bot' }])
  })

  it.each<[mood: string, rate: number, bytesPerFrame: number]>([
    ['wyoming-stereo-48000', 48_000, 4],
    ['wyoming-32-bit', 16_000, 4],
  ])('%s sends two seconds at %i Hz with %i bytes a frame', async (mood, rate, bytesPerFrame) => {
    const events = await talk(mood, [['synthesize', { text: 'Hello' }]], 'audio-stop')
    expect(soundOf(events).length / bytesPerFrame / rate).toBeCloseTo(2, 2)
  })

  it('speaks a sentence as soon as it is whole, and ignores the text that is repeated for old servers', async () => {
    const events = await talk(
      'wyoming-piper',
      [
        ['synthesize-start', { voice: { name: 'de_DE-thorsten-medium' } }],
        ['synthesize-chunk', { text: 'Guten Tag. Wie ' }],
        ['synthesize-chunk', { text: 'geht es?' }],
        ['synthesize', { text: 'Guten Tag. Wie geht es?' }],
        ['synthesize-stop'],
      ],
      'synthesize-stopped',
    )
    const sentence = ['audio-start', 'audio-chunk', 'audio-stop']
    expect(typesOf(events)).toEqual([...sentence, ...sentence, 'synthesize-stopped'])
    expect(service.requests).toMatchObject([{ text: 'Guten Tag. Wie geht es?', voice: 'de_DE-thorsten-medium' }])
  })

  it('reports an unknown voice as an error and closes', async () => {
    const events = await talk('wyoming-piper', [['synthesize', { text: 'x', voice: { name: 'nobody' } }]], 'never')
    expect(events).toEqual([{ type: 'error', data: { text: 'nobody', code: 'VoiceNotFoundError' } }])
  })

  it.each<[mood: string, last: string]>([
    ['wyoming-error-in-the-middle', 'error'],
    ['wyoming-break-in-the-middle', 'audio-chunk'],
    ['wyoming-without-end', 'audio-chunk'],
  ])('%s closes after %s', async (mood, last) => {
    const events = await talk(mood, [['synthesize', { text: 'Hello' }]], 'never')
    expect(events.at(-1)?.type).toBe(last)
    const seconds = soundOf(events).length / 2 / 22_050
    expect(seconds).toBeCloseTo(mood === 'wyoming-without-end' ? 2 : 0.5, 1)
  })

  it('closes on what is no event', async () => {
    service = await startSpeechService({ synthesize: speakSine })
    const { hostname, port } = new URL(service.wyomingUrl)
    const socket = connect(Number(port), hostname)
    sockets.push(socket)
    socket.write('GET / HTTP/1.1\r\n\r\n')
    socket.resume()
    await once(socket, 'end')
  })
})
