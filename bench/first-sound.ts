import { setTimeout as sleep } from 'node:timers/promises'
import type { VoiceConnection } from '@discordjs/voice'
import { FRAME_BYTES } from '../src/audio/format.ts'
import { opusPackets } from '../src/audio/opus-packets.ts'
import { VoiceSessions } from '../src/call/sessions.ts'
import { hasFfmpeg, playFile, playPackets, playRaw } from './peers/players.ts'
import { atMost, type Bench, type Row } from './support/bench.ts'
import { channelId, guildId, Hall } from './support/hall.ts'
import { connectionOf, linksTo } from './support/links.ts'
import { nextSpeech } from './support/next-speech.ts'
import { engineOf } from './support/provider.ts'
import { speech } from './support/sound.ts'
import { median, quantile, round, spread } from './support/statistics.ts'

/** The sound comes four times as fast as it is spoken. */
const PACE_MS = 5
const SECONDS = 1
/** A provider that thinks for less would be quicker than the lead-in silence. */
const THINKING_MS = 130

type Way = 'ours' | 'AudioPlayer, our Opus' | 'AudioPlayer, raw 48 kHz stereo' | 'file, ffmpeg, AudioPlayer'

/** From the moment the first 20 ms of PCM are in hand until their packet is at the voice server, in one process. */
export const firstSound: Bench = {
  name: 'first-sound',
  async *run({ quick }) {
    const ways: Way[] = ['ours', 'AudioPlayer, our Opus', 'AudioPlayer, raw 48 kHz stereo']
    if (hasFfmpeg()) ways.push('file, ffmpeg, AudioPlayer')
    const hall = await Hall.open()
    await hall.fill(ways.length)
    const pcm = await speech(SECONDS)
    let given = 0
    const sound = async function* (): AsyncGenerator<Buffer> {
      await sleep(THINKING_MS + Math.random() * 20)
      given = performance.now()
      for (let at = 0; at < pcm.length; at += FRAME_BYTES) {
        yield pcm.subarray(at, at + FRAME_BYTES)
        await sleep(PACE_MS)
      }
    }
    const sessions = new VoiceSessions({
      output: linksTo(hall.address),
      engine: engineOf(sound),
      queueLimit: 10,
      bitrate: () => 64_000,
    })
    const connections: VoiceConnection[] = []
    for (const index of ways.keys()) {
      await sessions.join(guildId(index), channelId(guildId(index)))
      connections.push(await connectionOf(guildId(index)))
    }

    const begin: Record<Way, (connection: VoiceConnection) => Promise<() => unknown>> = {
      ours: async () => {
        const session = sessions.get(guildId(0))!
        session.say(crypto.randomUUID(), { text: crypto.randomUUID(), voice: 'Cherry', language: 'en' })
        return () => session.stop()
      },
      'AudioPlayer, our Opus': async (connection) => playPackets(connection, opusPackets(sound())),
      'AudioPlayer, raw 48 kHz stereo': async (connection) => playRaw(connection, sound()),
      'file, ffmpeg, AudioPlayer': (connection) => playFile(connection, sound()),
    }
    const results = new Map<Way, number[]>(ways.map((way) => [way, []]))
    const runs = quick ? 2 : 40
    for (let run = -2; run < runs; run++) {
      for (const [index, way] of ways.entries()) {
        const first = nextSpeech(hall.server)
        const stop = await begin[way](connections[index]!)
        const arrival = await first
        if (run >= 0) results.get(way)!.push(arrival - given)
        stop()
        // The last silence leaves, and the next start finds another phase of the library's clock.
        await sleep(150 + Math.random() * 40)
      }
    }
    await sessions.drain(AbortSignal.timeout(100))
    await hall.close()

    const ours = results.get('ours')!
    for (const [way, times] of results) yield rowOf(way, times, median(ours))
    if (!hasFfmpeg())
      yield { what: WHAT, how: 'file, ffmpeg, AudioPlayer', values: {}, note: 'ffmpeg is not installed' }
  },
}

const WHAT = 'first 20 ms of PCM → first packet (ms)'

function rowOf(way: Way, times: readonly number[], ours: number): Row {
  const values = { ...spread(times), ratio: round(median(times) / ours, 1), runs: times.length }
  if (way === 'ours') {
    const reached = median(times) <= 1 && quantile(times, 0.99) <= 5
    return { what: WHAT, how: way, values, goal: { ...atMost(1, median(times), 'median, p99 ≤ 5'), reached } }
  }
  const note = way.startsWith('file')
    ? `the whole sentence (${SECONDS} s, at four times its speed) is waited for`
    : undefined
  return { what: WHAT, how: way, values, ...(note && { note }) }
}
