import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import createModule from 'soundswallower'
import { createResampler } from '../../src/audio/resample.ts'

/** Listens to speech and says which of the given sentences it was. */
export interface Recogniser {
  /**
   * The sentence that was heard in s16le mono PCM, or '' when it was none of them. Sentences are plain lower-case
   * English words; give decoys, because among few sentences the nearest is taken for right. It hears 130 to 3700 Hz
   * and no dropouts: level, length and spectrum need checks of their own.
   */
  hear(pcm: Buffer, rate: number, sentences: readonly string[]): string
  close(): void
}

/** Opens a recogniser; takes about 200 ms and 100 MB, so share it within a test file. */
export async function createRecogniser(): Promise<Recogniser> {
  const folder = dirname(createRequire(import.meta.url).resolve('soundswallower'))
  // Its types do not know this option; without it the model is looked for in the current folder.
  const options: object = { modelBase: join(folder, 'model') + sep }
  const module = await createModule(options)
  const decoder = new module.Decoder({ loglevel: 'FATAL', samprate: RATE })
  await decoder.initialize()
  return {
    hear(pcm, rate, sentences) {
      decoder.set_grammar(`#JSGF V1.0;\ngrammar sentences;\npublic <sentence> = ${sentences.join(' | ')};`)
      decoder.start()
      decoder.process_audio(samplesAt16k(pcm, rate), false, true)
      decoder.stop()
      // A second pronunciation of a word is written as "the(2)".
      return decoder
        .get_text()
        .replaceAll(/\(\d+\)/g, '')
        .trim()
    },
    close: () => decoder.delete(),
  }
}

const RATE = 16_000

function samplesAt16k(pcm: Buffer, rate: number): Float32Array {
  const resampler = createResampler(rate, RATE)
  const narrowed = Buffer.concat([resampler.push(pcm), resampler.flush()])
  return Float32Array.from({ length: narrowed.length / 2 }, (_, i) => narrowed.readInt16LE(i * 2) / 32_768)
}
