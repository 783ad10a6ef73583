import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { encodeWav } from '../../../audio/wav.ts'

/**
 * eSpeak NG's npm package as a program that takes the same arguments as `espeak-ng`. It is a process of its own, so
 * that nothing under the GPL is ever loaded into Lector.
 */
interface EspeakPackage {
  default(): Promise<{ eSpeakNGWorker: new () => Promise<EspeakVoice> }>
}

interface EspeakVoice {
  /** 0 when it has the voice; else it keeps the one before. */
  set_voice(name: string): number
  set_rate(wordsPerMinute: number): void
  set_pitch(pitch: number): void
  /** Calls back with pieces of 22 050 Hz sound; an answer of true ends the work. */
  synthesize(text: string, onSound: (pcm: ArrayBufferView | ArrayBuffer | null) => boolean): void
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    voice: { type: 'string', short: 'v', default: 'en-us' },
    rate: { type: 'string', short: 's', default: '175' },
    pitch: { type: 'string', short: 'p', default: '50' },
    encoding: { type: 'string', short: 'b' },
    stdin: { type: 'boolean' },
    stdout: { type: 'boolean' },
  },
})

const { default: init }: EspeakPackage = await import(positionals[0]!)
const { eSpeakNGWorker } = await init()
const voice = await new eSpeakNGWorker()
if (voice.set_voice(values.voice) !== 0) process.exit(2)
voice.set_rate(Number(values.rate))
voice.set_pitch(Number(values.pitch))

const sounds: Buffer[] = []
voice.synthesize(literally(await readAll(process.stdin)), (pcm) => {
  if (pcm && pcm.byteLength > 0) sounds.push(copyOf(pcm))
  return false
})
process.stdout.write(encodeWav(Buffer.concat(sounds), { sampleRate: 22_050 }))

/** The package always reads SSML. */
function literally(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The sound lies in memory that the next piece overwrites. */
function copyOf(pcm: ArrayBufferView | ArrayBuffer): Buffer {
  return ArrayBuffer.isView(pcm)
    ? Buffer.from(Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength))
    : Buffer.from(Buffer.from(pcm))
}
