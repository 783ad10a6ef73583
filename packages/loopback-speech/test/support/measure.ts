import { spawnSync } from 'node:child_process'

/** What a sound is, measured on its samples. */
export interface Measured {
  readonly hertz: number
  readonly seconds: number
}

/** Pitch by how often it rises from clearly negative to clearly positive, and length, of s16le mono PCM. */
export function measurePcm(pcm: Buffer, rate: number): Measured {
  const samples = Array.from({ length: Math.floor(pcm.length / 2) }, (_, i) => pcm.readInt16LE(i * 2))
  let below = false
  const rises = samples.flatMap((sample, i) => {
    const rose = below && sample > CLEARLY
    if (rose || sample < -CLEARLY) below = !rose
    return rose ? [i] : []
  })
  const cycles = rises.length - 1
  return { hertz: cycles > 0 ? (cycles * rate) / (rises.at(-1)! - rises[0]!) : 0, seconds: samples.length / rate }
}

/** Reads a WAV as its specification says, with its own rate, channels and width; sizes that cannot be are ignored. */
export function measureWav(file: Buffer): Measured & { readonly channels: number; readonly bits: number } {
  let at = 12
  let format = { tag: 1, channels: 1, rate: 0, bits: 16 }
  for (;;) {
    const id = file.toString('latin1', at, at + 4)
    const size = file.readUInt32LE(at + 4)
    if (id === 'fmt ')
      format = {
        tag: file.readUInt16LE(at + 8),
        channels: file.readUInt16LE(at + 10),
        rate: file.readUInt32LE(at + 12),
        bits: file.readUInt16LE(at + 22),
      }
    if (id === 'data') break
    at += 8 + size + (size % 2)
  }
  const size = file.readUInt32LE(at + 4)
  const rest = file.subarray(at + 8)
  const data = size > 0 && size <= rest.length ? rest.subarray(0, size) : rest
  const { tag, channels, rate, bits } = format
  const frame = (channels * bits) / 8
  const mono = Buffer.alloc(Math.floor(data.length / frame) * 2)
  for (let i = 0; i < mono.length / 2; i++) {
    const sample =
      tag === 3
        ? data.readFloatLE(i * frame) * 32_767
        : bits === 8
          ? (data.readUInt8(i * frame) - 128) * 256
          : data.readIntLE(i * frame, bits / 8) / 2 ** (bits - 16)
    mono.writeInt16LE(Math.round(sample), i * 2)
  }
  return { ...measurePcm(mono, rate), channels, bits }
}

/** Decodes whatever it is with ffmpeg; undefined on a machine that has none. */
export function measureWithFfmpeg(file: Buffer): Measured | undefined {
  const { stdout, error } = spawnSync('ffmpeg', [...'-v error -i pipe:0 -f s16le -ac 1 -ar 24000 pipe:1'.split(' ')], {
    input: file,
    maxBuffer: 10_000_000,
  })
  return error ? undefined : measurePcm(stdout, 24_000)
}

/** Louder than what an encoder leaves in silence. */
const CLEARLY = 2_000
