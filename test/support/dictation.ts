import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createResampler } from '../../src/audio/resample.ts'
import { encodeWav } from '../../src/audio/wav.ts'

/**
 * Writes down any English that it hears in s16le mono PCM, with Debian's `pocketsphinx` and `pocketsphinx-en-us`.
 * Undefined where they are not installed.
 */
export async function openDictation(): Promise<((pcm: Buffer, rate: number) => Promise<string>) | undefined> {
  try {
    await promisify(execFile)('pocketsphinx_continuous', ['-help', 'yes'])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  }
  return async (pcm, rate) => {
    const folder = await mkdtemp(join(tmpdir(), 'lector-dictation-'))
    try {
      const resampler = createResampler(rate, RATE)
      const narrowed = Buffer.concat([PAUSE, resampler.push(pcm), resampler.flush(), PAUSE])
      const file = join(folder, 'heard.wav')
      await writeFile(file, encodeWav(narrowed, { sampleRate: RATE }))
      const { stdout } = await promisify(execFile)('pocketsphinx_continuous', ['-infile', file, '-logfn', '/dev/null'])
      return stdout.replaceAll(/\s+/g, ' ').trim()
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

/** The share of words that are wrong, missing or too many: edits over the words of what was said. */
export function wordErrorRate(pairs: readonly { readonly said: string; readonly heard: string }[]): number {
  const words = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? []
  const total = pairs.reduce((sum, { said }) => sum + words(said).length, 0)
  return pairs.reduce((sum, { said, heard }) => sum + editsBetween(words(said), words(heard)), 0) / total
}

const RATE = 16_000
const PAUSE = Buffer.alloc(RATE * 0.3 * 2)

function editsBetween(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, word] of from.entries()) {
    const next = [index + 1]
    for (const [at, other] of to.entries()) {
      next.push(Math.min(row[at]! + (word === other ? 0 : 1), row[at + 1]! + 1, next[at]! + 1))
    }
    row = next
  }
  return row.at(-1)!
}
