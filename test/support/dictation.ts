import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createResampler } from '../../src/audio/resample.ts'
import { encodeWav } from '../../src/audio/wav.ts'

const MODEL = '/usr/share/pocketsphinx/model/en-us'

/** True where Debian's `pocketsphinx` and `pocketsphinx-en-us` are installed. */
export const canDictate = existsSync('/usr/bin/pocketsphinx_batch') && existsSync(MODEL)

/** Writes down any English in these recordings, s16le mono PCM of this rate. */
export async function dictate(recordings: readonly Buffer[], rate: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lector-dictation-'))
  try {
    for (const [index, pcm] of recordings.entries()) {
      const resampler = createResampler(rate, RATE)
      const narrowed = Buffer.concat([PAUSE, resampler.push(pcm), resampler.flush(), PAUSE])
      await writeFile(join(folder, `${index}.wav`), encodeWav(narrowed, { sampleRate: RATE }))
    }
    const [list, heard] = [join(folder, 'list'), join(folder, 'heard')]
    await writeFile(list, recordings.map((_, index) => `${index}\n`).join(''))
    const sound = ['-adcin', 'yes', '-adchdr', '44', '-cepdir', folder, '-cepext', '.wav', '-ctl', list, '-hyp', heard]
    const model = ['-hmm', `${MODEL}/en-us`, '-lm', `${MODEL}/en-us.lm.bin`, '-dict', `${MODEL}/cmudict-en-us.dict`]
    await promisify(execFile)('pocketsphinx_batch', [...sound, ...model, '-logfn', '/dev/null'])
    // A line is the words, and the name and a score in brackets.
    const lines = (await readFile(heard, 'utf8')).matchAll(/^(.*) \((\d+) \S+\)$/gm)
    const texts = new Map([...lines].map(([, words = '', index = '']) => [Number(index), words]))
    return recordings.map((_, index) => texts.get(index) ?? '')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The share of words that are wrong, missing or too many: edits over the number of words said. */
export function wordErrorRate(said: readonly string[], heard: readonly string[]): number {
  const words = (text: string) => text.toLowerCase().match(/[a-z']+/g) ?? []
  const edits = said.reduce((sum, text, index) => sum + editsBetween(words(text), words(heard[index] ?? '')), 0)
  return edits / said.reduce((sum, text) => sum + words(text).length, 0)
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
