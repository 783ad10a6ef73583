import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type AudioPlayer,
  type AudioResource,
  createAudioPlayer,
  createAudioResource,
  StreamType,
  type VoiceConnection,
} from '@discordjs/voice'
import { encodeWavHeader } from '../../src/audio/wav.ts'
import { stereo48 } from './stereo.ts'

/** Stops playing. */
export type Stop = () => void

/** The way of @discordjs/voice's guide: raw 48 kHz stereo, the library encodes with its defaults. */
export function playRaw(connection: VoiceConnection, pcm: AsyncIterable<Buffer>): Stop {
  return play(connection, createAudioResource(Readable.from(stereo48(pcm)), { inputType: StreamType.Raw }))
}

/** The library's player, Opus packets of our own. */
export function playPackets(connection: VoiceConnection, packets: AsyncIterable<Buffer> | Iterable<Buffer>): Stop {
  return play(connection, createAudioResource(Readable.from(packets), { inputType: StreamType.Opus }))
}

/** The way of most narrators: the provider's whole answer into a file, ffmpeg makes 48 kHz stereo of it. */
export async function playFile(connection: VoiceConnection, pcm: AsyncIterable<Buffer>): Promise<Stop> {
  const folder = await mkdtemp(join(tmpdir(), 'lector-bench-'))
  const file = join(folder, 'speech.wav')
  await pipeline(Readable.from(withHeader(pcm)), createWriteStream(file))
  const { stdout } = spawn('ffmpeg', ffmpegOptions(file), { stdio: ['ignore', 'pipe', 'ignore'] })
  const stop = play(connection, createAudioResource(stdout, { inputType: StreamType.Raw }))
  return () => {
    stop()
    void rm(folder, { recursive: true, force: true })
  }
}

export function ffmpegOptions(input: string): string[] {
  return ['-loglevel', 'error', '-i', input, '-f', 's16le', '-ar', '48000', '-ac', '2', 'pipe:1']
}

export function hasFfmpeg(): boolean {
  return spawnSync('ffmpeg', ['-version']).status === 0
}

async function* withHeader(pcm: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield encodeWavHeader(0x7fff_0000, { sampleRate: 24_000, channels: 1 })
  yield* pcm
}

function play(connection: VoiceConnection, resource: AudioResource): Stop {
  // By default a player gives up on speech after a pause of 100 ms; a peer that falls silent could not be measured.
  const player: AudioPlayer = createAudioPlayer({ behaviors: { maxMissedFrames: Number.POSITIVE_INFINITY } })
  player.on('error', () => undefined)
  const subscription = connection.subscribe(player)
  player.play(resource)
  return () => {
    subscription?.unsubscribe()
    player.stop(true)
  }
}
