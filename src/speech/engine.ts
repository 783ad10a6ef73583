import type { LectorError } from '../kernel/errors.ts'
import type { SpokenCode, SpokenLanguage } from '../kernel/spoken-languages.ts'

/** What configuration, logs and receipts call an engine: `dashscope`, `openai`, … */
export type EngineId = string

export interface Voice {
  /** What the provider calls it, exact spelling: `Cherry`, `Ono Anna`. */
  readonly id: string
  /** What people call it, if that is not the id. */
  readonly name?: string
  /** What it can speak; the ten interface languages are another list. */
  readonly languages: readonly SpokenCode[]
  readonly gender: 'female' | 'male' | 'neutral'
  /** One short English line: age, character, accent. */
  readonly description: string
  /** The Chinese variety it speaks in place of Mandarin, e.g. `Cantonese`. */
  readonly dialect?: string
  /** A likely voice; the engine has not confirmed it. */
  readonly guessed?: true
  /** The credit that its licence asks for, such as `VOICEVOX:ずんだもん`. */
  readonly credit?: string
}

/** One thing to say. Immutable: code that changes it makes a new one. */
export interface Utterance {
  /** Speakable text, already cleaned; never empty. */
  readonly text: string
  /** A voice id; an engine that does not know it uses its nearest or fails with `speech.voice-unknown`. */
  readonly voice: string
  readonly language: SpokenLanguage
  /** How to speak, in plain words (Chinese or English). */
  readonly style?: string
  /** Preferred engine; an id that is not configured is ignored. */
  readonly engine?: string
  /** A model id; undefined lets the engine choose (its default, or its instruct model when a style is given). */
  readonly model?: string
  /** 1 is the voice's own pace; engines without a rate control ignore it. */
  readonly speed?: number
  /** 1 is as loud as every voice; 0 is silence. */
  readonly volume?: number
  /** The server it is spoken in. Requests wait for a provider by server, and its budget pays. Never sent anywhere. */
  readonly guildId?: string
  /** The person whose budget pays. Never sent anywhere. */
  readonly speaker?: string
  /** True for Lector's own phrases, which may be cached on disk; people's words and names may not. Never sent anywhere. */
  readonly fixed?: boolean
}

/** Something the person should be told although speech goes on. */
export type SpeechNotice =
  | { readonly code: 'style-ignored'; readonly engine: EngineId; readonly model: string }
  | { readonly code: 'model-replaced'; readonly engine: EngineId; readonly model: string; readonly by: string }
  | { readonly code: 'voice-replaced'; readonly engine: EngineId; readonly voice: string; readonly by: string }
  /** The requested voice does not speak the language of the text. */
  | {
      readonly code: 'voice-for-language'
      readonly engine: EngineId
      readonly voice: string
      readonly by: string
      readonly language: SpokenCode
    }
  /** The server makes whole files, so each text takes a while. */
  | { readonly code: 'slow'; readonly engine: EngineId; readonly seconds: number }
  | {
      readonly code: 'engine-replaced'
      readonly engine: EngineId
      readonly by: EngineId
      /** What kept the engine from speaking. */
      readonly because: LectorError
    }

export interface SpeechReceipt {
  readonly engine: EngineId
  readonly model: string
  /** Characters as the provider bills them; 0 for engines that cost nothing. */
  readonly characters: number
  readonly requestId?: string
  /** Where the provider keeps the whole file for a day, if it does. Signed: never log it. */
  readonly url?: string
  /** Not what was asked for: another engine or voice spoke, or a sentence was begun twice. Not to be cached. */
  readonly fallback?: true
}

/**
 * What an engine yields, in this order: any number of `audio` and `notice`, then exactly one `end`. A stream that ends
 * without `end`, or is left, was not spoken to its end.
 */
export type SpeechEvent =
  | {
      readonly kind: 'audio'
      /** s16le mono 24 kHz (src/audio/format.ts), whole samples, never empty, as it arrived. Not reused: keep it freely. */
      readonly pcm: Buffer
    }
  | { readonly kind: 'notice'; readonly notice: SpeechNotice }
  | { readonly kind: 'end'; readonly receipt: SpeechReceipt }

/** How loud an engine's voices are: the mean in LUFS, and standard deviations in dB from voice to voice and by style. */
export interface TypicalLoudness {
  readonly lufs: number
  readonly deviation: number
  readonly styles: number
}

/** What an engine needs of those who ask it. */
export interface RequestLimits {
  /** Milliseconds of silence before it has failed, if the usual 10 s are not enough. */
  readonly silence?: number
  /** The longest text of one request, in characters as `countCharacters` counts. */
  readonly text?: number
  /** A shorter first request, for an engine whose sound begins only when all of it has been made. */
  readonly firstText?: number
}

/**
 * The port between text and sound. One adapter per provider, and wrappers that are engines themselves.
 *
 * - `speak` starts nothing before the first `next()`.
 * - Leaving the loop (`return()`), or the signal, ends the request upstream at once and frees its connection.
 * - An aborted signal makes the loop throw the signal's reason (an `AbortError`); every other failure is a
 *   `LectorError` with a `speech.*` code.
 * - Any number of `speak` calls may run at the same time.
 */
export interface SpeechEngine {
  readonly id: EngineId
  /** How loud it is before loudness normalisation, if that is known. */
  readonly loudness?: TypicalLoudness
  /**
   * Voices of the given engine, or of the first engine if that id is unknown. A server tells its voices only once it has
   * been asked: until then, likely ones.
   */
  voices(engine?: string): readonly Voice[]
  speak(utterance: Utterance, signal: AbortSignal): AsyncIterable<SpeechEvent>
  /** May change as the engine learns about its server. */
  limits?(utterance: Utterance): RequestLimits
  /** Opens connections and loads what the first utterance would wait for. Never throws; speaking works without it. */
  warm?(): Promise<void>
  close(): Promise<void>
}
