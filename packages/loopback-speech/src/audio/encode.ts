import { readFileSync } from 'node:fs'
import { SAMPLE_RATE } from './pcm.ts'
import { resample } from './resample.ts'
import { encodeChunk, encodeWav, encodeWavHeader, type WavFormat } from './wav.ts'

/** Sound as it is made: s16le mono PCM of 24 kHz, piece by piece. */
export type Sound = AsyncIterable<Buffer>

/** Formats of `response_format`, and what else servers send without being asked. */
export type Format = 'pcm' | 'wav' | Compressed

/** Compressed sound; `sounds/README.md` names the encoders. */
export type Compressed = 'mp3' | 'mp3-with-id3' | 'aac' | 'm4a' | 'opus' | 'flac' | 'webm'

/** The sound in a format, as bytes that can leave while it is made. */
export function encode(format: Format, sound: Sound, rate: number = SAMPLE_RATE): AsyncIterable<Buffer> {
  if (format === 'pcm') return resample(sound, rate)
  return format === 'wav' ? ffmpegWav(sound, rate) : compress(format, sound)
}

/** The sound as a finished file, with sizes that are true. */
export async function encodeFile(format: Format, sound: Sound, rate: number = SAMPLE_RATE): Promise<Buffer> {
  if (format !== 'wav') return collect(encode(format, sound, rate))
  return encodeWav(await collect(resample(sound, rate)), { sampleRate: rate })
}

export async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/** A WAV as ffmpeg writes it into a pipe: sizes of 0xffffffff, and the encoder's name in a chunk before the sound. */
async function* ffmpegWav(sound: Sound, sampleRate: number): AsyncGenerator<Buffer> {
  const header = encodeWavHeader(0xffff_ffff, { sampleRate })
  const name = encodeChunk(
    'LIST',
    Buffer.concat([Buffer.from('INFO'), encodeChunk('ISFT', Buffer.from('Lavf59.27.100\0'))]),
  )
  yield Buffer.concat([header.subarray(0, 36), name, header.subarray(36)])
  yield* resample(sound, sampleRate)
}

/** Always 440 Hz for two seconds: the sound is only made, so that it takes its time and is counted. */
async function* compress(format: Compressed, sound: Sound): AsyncGenerator<Buffer> {
  await collect(sound)
  const file = readFileSync(new URL(`./sounds/${FILES[format]}`, import.meta.url))
  for (let at = 0; at < file.length; at += PIECE_BYTES) yield file.subarray(at, at + PIECE_BYTES)
}

/** Converts s16le mono samples to another width and number of channels. */
export function widen(pcm: Buffer, { channels = 1, bits = 16, float = false }: Omit<WavFormat, 'sampleRate'>): Buffer {
  const bytes = bits / 8
  const output = Buffer.alloc((pcm.length / 2) * channels * bytes)
  for (let i = 0; i < pcm.length / 2; i++) {
    const sample = pcm.readInt16LE(i * 2)
    for (let channel = 0; channel < channels; channel++) {
      const at = (i * channels + channel) * bytes
      if (float) output.writeFloatLE(sample / 32_768, at)
      else if (bits === 8) output.writeUInt8((sample >> 8) + 128, at)
      else if (bits === 16) output.writeInt16LE(sample, at)
      else if (bits === 24) output.writeIntLE(sample * 256, at, 3)
      else output.writeInt32LE(sample * 65_536, at)
    }
  }
  return output
}

/** Server-sent events: the sound in Base64, then the event that ends it. */
export async function* events(
  sound: AsyncIterable<Buffer>,
  delta: (audio: string) => string,
  done?: string,
): AsyncGenerator<string> {
  for await (const piece of sound) yield delta(piece.toString('base64'))
  if (done !== undefined) yield done
}

export function event(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`
}

const PIECE_BYTES = 4_096
const FILES: Readonly<Record<Compressed, string>> = {
  mp3: 'tone.mp3',
  'mp3-with-id3': 'tone-with-id3.mp3',
  aac: 'tone.aac',
  m4a: 'tone.m4a',
  opus: 'tone.opus',
  flac: 'tone.flac',
  webm: 'tone.webm',
}
