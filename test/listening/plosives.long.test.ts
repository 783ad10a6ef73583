import { openOpusDecoder } from '@lector/loopback-discord'
import { expect, it } from 'vitest'
import { OpusEncoder, type OpusEncoderOptions } from '../../src/audio/opus.ts'
import { bandLevel, bursts, preEchoes } from '../support/bursts.ts'

const made = bursts(120)
const WINDOWS = [
  [0, 3],
  [3, 8],
  [8, 15],
] as const

it('noise before plosives is inaudible at every bitrate, and no bandwidth is lost', async () => {
  const rows: string[] = []
  const echoes = new Map<string, number>()
  const settings: [string, OpusEncoderOptions][] = [
    ['hurried', { hurried: true }],
    ['normal', {}],
    ['normal at 48 kb/s', { bitrate: 48_000 }],
    ['complexity 5', { complexity: 5 }],
    ['complexity 10', { complexity: 10 }],
  ]
  const source = bandLevel(new Int16Array(Uint8Array.from(made.pcm).buffer), 24_000, 8_000, 11_500)
  for (const [name, options] of settings) {
    const decoded = await throughOpus(options)
    const levels = WINDOWS.map(([from, to]) => {
      const sorted = preEchoes(decoded, made, from, to).sort((a, b) => a - b)
      return { median: sorted[60]!, worst: sorted.at(-1)! }
    })
    const band = bandLevel(decoded, 48_000, 8_000, 11_500) - source
    echoes.set(name, levels[1]!.median)
    rows.push(
      `${name}: ${levels.map(({ median, worst }) => `${median.toFixed(1)} (${worst.toFixed(1)})`).join(', ')}; high band ${band.toFixed(1)} dB`,
    )
    expect(Math.abs(band), name).toBeLessThan(1.5)
  }
  console.log(`0-3, 3-8, 8-15 ms before the burst, median (worst) in dB\n${rows.join('\n')}`)
  expect(echoes.get('normal')).toBeLessThan(-34)
  expect(echoes.get('normal at 48 kb/s')).toBeLessThan(-30)
  expect(echoes.get('normal')!).toBeLessThan(echoes.get('hurried')! - 10)
})

async function throughOpus(options: OpusEncoderOptions): Promise<Int16Array> {
  const encoder = await OpusEncoder.open(options)
  const decoder = await openOpusDecoder()
  const frames = [...encoder.encode(made.pcm), ...encoder.flush()].map((packet) => decoder.decode(packet))
  encoder.close()
  decoder.close()
  return Int16Array.from(frames.flatMap((frame) => [...frame]))
}
