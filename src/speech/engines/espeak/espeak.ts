import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createPcmReader } from '../../../audio/pcm-reader.ts'
import { LectorError } from '../../../kernel/errors.ts'

/** What to say and how, in eSpeak's own terms. */
export interface EspeakRequest {
  readonly text: string
  /** A voice and a variant: `fr+f2`. */
  readonly voice: string
  /** Words per minute, 80 to 450. */
  readonly rate: number
  /** 0 to 99; 50 is the voice's own. */
  readonly pitch: number
}

/** An eSpeak NG that is installed on this machine: a program that runs once for each text. */
export interface Espeak {
  readonly file: string
  /** What stands before eSpeak's own arguments. */
  readonly args: readonly string[]
}

/**
 * Runs eSpeak NG on one text and yields s16le mono 24 kHz while it speaks. Leaving the loop, or the signal, kills it.
 *
 * The text goes through standard input: as an argument every user of the machine could read it. SSML stays off.
 */
export async function* runEspeak(espeak: Espeak, request: EspeakRequest, signal: AbortSignal): AsyncGenerator<Buffer> {
  signal.throwIfAborted()
  const { text, voice, rate, pitch } = request
  const settings = ['-v', voice, '-s', `${rate}`, '-p', `${pitch}`, '-b', '1', '--stdin', '--stdout']
  const child = spawn(espeak.file, [...espeak.args, ...settings], { stdio: ['pipe', 'pipe', 'ignore'] })
  // It closes its end early when it is killed; how it ended says all there is to say.
  child.stdin.on('error', () => {})
  const closed = once(child, 'close').catch((error: unknown) => [error])
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill, { once: true })
  try {
    child.stdin.end(text)
    const reader = createPcmReader()
    for await (const bytes of child.stdout) {
      signal.throwIfAborted()
      const pcm = reader.push(bytes)
      if (pcm.length > 0) yield pcm
    }
    const [ended] = await closed
    signal.throwIfAborted()
    if (ended !== 0) throw failed(ended)
    const rest = reader.flush()
    if (rest.length > 0) yield rest
  } finally {
    signal.removeEventListener('abort', kill)
    kill()
  }
}

function failed(ended: unknown): LectorError {
  if (ended === null) {
    const message = 'eSpeak NG was killed while it was speaking'
    return new LectorError('speech.cut', { engine: 'espeak' }, message, { retryable: true })
  }
  if (typeof ended === 'number') {
    return new LectorError('speech.malformed', { engine: 'espeak' }, `eSpeak NG ended with exit code ${ended}`)
  }
  return new LectorError('speech.malformed', { engine: 'espeak' }, 'eSpeak NG cannot be run', { cause: ended })
}
