import { average } from '../../audio/leveller.ts'
import { fromLufs, type Loudness, toLufs } from '../../audio/loudness.ts'
import type { TypicalLoudness, Utterance } from '../engine.ts'
import { WHISPERED } from '../style-words.ts'

/** What decides how loud an engine speaks. */
export type Manner = Pick<Utterance, 'voice' | 'model' | 'style'>

/** How loud the next utterance will probably be, in LUFS, and the standard deviation of that, in dB. */
export interface Expectation {
  readonly lufs: number
  readonly deviation: number
}

/**
 * What is known of the loudness of one engine's voices: of each voice, model and style that was heard, and of those
 * that were not by what they have in common with others. A style that was heard is as much louder or quieter than the
 * plain voice with every voice.
 */
export class LoudnessMemory {
  readonly #heard = new Map<string, Loudness>()
  /** How many decibels a style is louder than the plain voice, and from how many utterances that is known. */
  readonly #styles = new Map<string, { readonly louder: number; readonly count: number }>()
  readonly #typical: TypicalLoudness
  /** Of all plain voices together. */
  #plain: Loudness | undefined

  /** @param typical what is known of the engine before it is heard */
  constructor(typical: TypicalLoudness = UNKNOWN) {
    this.#typical = typical
  }

  /** The loudness of exactly this voice, model and style, if it was heard. */
  known(manner: Manner): Loudness | undefined {
    return this.#heard.get(keyOf(manner))
  }

  expect(manner: Manner): Expectation {
    const style = nameOf(manner)
    const { lufs, deviation } = this.#expectPlain(manner)
    if (style === undefined) return { lufs, deviation }
    const heard = this.#styles.get(style)
    const uncertain = Math.min(this.#typical.styles, heard ? VOICES_WITH_STYLE_DB : UNKNOWN.styles)
    return { lufs: lufs + (heard?.louder ?? typicalOf(style)), deviation: Math.hypot(deviation, uncertain) }
  }

  learn(manner: Manner, heard: Loudness): void {
    keep(this.#heard, keyOf(manner), atMost(average(this.#heard.get(keyOf(manner)), heard)))
    const style = nameOf(manner)
    if (style === undefined) {
      this.#plain = atMost(average(this.#plain, heard))
      return
    }
    const plain = this.#expectPlain(manner)
    if (plain.deviation >= UNKNOWN.deviation) return
    const { louder, count } = this.#styles.get(style) ?? { louder: typicalOf(style), count: 0 }
    // The first utterance counts half: another voice may do the style differently.
    const step = (toLufs(heard.power) - plain.lufs - louder) / (Math.min(count, MOST_COUNTED) + 2)
    keep(this.#styles, style, { louder: louder + step, count: count + 1 })
  }

  #expectPlain({ voice, model }: Manner): Expectation {
    const heard = this.#heard.get(keyOf({ voice, ...(model !== undefined && { model }) }))
    if (heard) return { lufs: toLufs(heard.power), deviation: 0 }
    const deviation = Math.min(VOICES_DB, this.#typical.deviation)
    return this.#plain ? { lufs: toLufs(this.#plain.power), deviation } : this.#typical
  }
}

/** The expectation as loudness that counts as so many seconds of the utterance itself. */
export function loudnessOf({ lufs, deviation }: Expectation): Loudness {
  return { power: fromLufs(lufs), seconds: Math.min(LONGEST_MEMORY_S, (SPEECH_DB_S / deviation) ** 2) }
}

/** Combines an expectation with the first piece of the utterance; a long piece counts for more. */
export function refine({ lufs, deviation }: Expectation, brief: Loudness): Expectation {
  const doubt = BRIEF_DB_S / brief.seconds
  const trust = deviation ** 2 / (deviation ** 2 + doubt ** 2)
  return { lufs: lufs + trust * (toLufs(brief.power) - lufs), deviation: doubt * Math.sqrt(trust) }
}

/** Services that nothing is known of. */
const UNKNOWN: TypicalLoudness = { lufs: -20, deviation: 7, styles: 4 }
/** Standard deviations: of the voices of one engine, and of how much louder one style makes them. */
const VOICES_DB = 3
const VOICES_WITH_STYLE_DB = 2
/**
 * The standard deviation of `briefLoudness`, times its seconds. Measured: 5.5 dB for 0.08 s, 4.5 for 0.12, 2.2 for
 * 0.24 (200 sentences of Flite and eSpeak).
 */
const BRIEF_DB_S = 0.5
/** The standard deviation of one second of speech by `LoudnessMeter`. */
const SPEECH_DB_S = 1.4

/** Older speech counts for less and less, since a provider may change a voice. */
const LONGEST_MEMORY_S = 30
const MOST_KEPT = 1_000
const MOST_COUNTED = 20

/** How many decibels a style is louder than the plain voice, before it was heard. */
function typicalOf(style: string): number {
  return WHISPERED.test(style) ? -3 : 0
}

function keyOf(manner: Manner): string {
  return JSON.stringify([manner.voice, manner.model, nameOf(manner)])
}

function nameOf({ style }: Manner): string | undefined {
  return style?.trim().toLowerCase()
}

function atMost(loudness: Loudness): Loudness {
  return { ...loudness, seconds: Math.min(loudness.seconds, LONGEST_MEMORY_S) }
}

/** The latest moves to the end; the first has not been used for longest. */
function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > MOST_KEPT) map.delete(map.keys().next().value!)
}
