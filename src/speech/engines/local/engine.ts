import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../../../audio/format.ts'
import { LectorError } from '../../../kernel/errors.ts'
import { type NumberKind, writeOut } from '../../../text/numbers/write-out.ts'
import type { SpeechEngine, SpeechEvent, Utterance, Voice } from '../../engine.ts'
import { writeSigns } from '../../signs.ts'
import { createFliteThread } from './flite-thread.ts'
import { jobOf } from './job.ts'
import { piecesOf } from './pieces.ts'
import { PRESETS, presetFor } from './presets.ts'
import { toPronounceable } from './pronounceable.ts'
import { mannerOf, PLAIN } from './style.ts'

/**
 * A recogniser heard Flite say "slash" in dates, single digits in "2026-11-22", and the letters of units; money, times,
 * percents, ordinals and large numbers it reads well.
 */
const READS_BADLY: readonly NumberKind[] = ['dates', 'units']

/**
 * The voice that needs no key and no network: English, twelve presets, in a thread of its own. It takes every voice
 * name of the cloud catalogue, and the few words of a style that it can follow.
 *
 * Text in other scripts fails with `speech.unpronounceable`, a thread that died with a retryable `speech.cut`.
 */
export function createLocalEngine(): SpeechEngine {
  const thread = createFliteThread()

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const text = toPronounceable(writeSigns(writeOut(utterance.text, 'en', READS_BADLY), 'en'))
    if (text === undefined) throw unpronounceable()
    const { preset, known } = presetFor(utterance.voice)
    if (!known) yield notice({ code: 'voice-replaced', engine: 'local', voice: utterance.voice, by: preset.id })
    const manner = utterance.style === undefined ? PLAIN : mannerOf(utterance.style)
    if (!manner) yield notice({ code: 'style-ignored', engine: 'local', model: MODEL })

    const jobs = piecesOf(text).map((piece) => jobOf(piece, preset.sound, manner ?? PLAIN, utterance.speed ?? 1))
    const left = new AbortController()
    const either = AbortSignal.any([signal, left.signal])
    let heard = false
    try {
      for await (const result of oneAhead(jobs, (job) => thread.run(job, either))) {
        if (result.kind === 'failed') throw malformed(result.reason)
        if (result.kind === 'silent') continue
        heard = true
        for (const pcm of chunksOf(result.pcm)) {
          yield { kind: 'audio', pcm }
          signal.throwIfAborted()
        }
      }
    } finally {
      left.abort()
    }
    if (!heard) throw unpronounceable()
    yield { kind: 'end', receipt: { engine: 'local', model: MODEL, characters: 0 } }
  }

  return {
    id: 'local',
    loudness: { lufs: -20, deviation: 0.7, styles: 1.2 },
    voices: () => VOICES,
    speak,
    async warm() {
      const job = jobOf({ text: 'Ready.', pause: 0 }, PRESETS[0]!.sound, PLAIN, 1)
      await thread.run(job, new AbortController().signal).catch(() => {})
    },
    close: () => thread.close(),
  }
}

const MODEL = 'flite'
const VOICES: readonly Voice[] = PRESETS.map(({ id, gender, description }) => ({
  id,
  gender,
  description,
  languages: ['en'],
}))

/** Runs the jobs in order, the next one while the result before it is used, and none further ahead. */
async function* oneAhead<J, R>(jobs: readonly J[], run: (job: J) => Promise<R>): AsyncGenerator<R> {
  const begin = (job: J | undefined) => {
    const result = job === undefined ? undefined : run(job)
    // When the loop is left, nobody waits for the job ahead.
    result?.catch(() => {})
    return result
  }
  let ahead = begin(jobs[0])
  for (let i = 1; ahead; i++) {
    const result = await ahead
    ahead = begin(jobs[i])
    yield result
  }
}

/** Enough for a first estimate of the loudness. */
const CHUNK_BYTES = SAMPLE_RATE * 0.2 * BYTES_PER_SAMPLE

function* chunksOf(pcm: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < pcm.length; at += CHUNK_BYTES) {
    yield Buffer.from(pcm.buffer, pcm.byteOffset + at, Math.min(CHUNK_BYTES, pcm.length - at))
  }
}

function notice(notice: Extract<SpeechEvent, { kind: 'notice' }>['notice']): SpeechEvent {
  return { kind: 'notice', notice }
}

function unpronounceable(): LectorError {
  return new LectorError('speech.unpronounceable', { engine: 'local' }, 'The local voice speaks English only')
}

function malformed(reason: string): LectorError {
  return new LectorError('speech.malformed', { engine: 'local' }, 'The local voice failed to synthesise', {
    cause: reason,
  })
}
