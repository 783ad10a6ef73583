import { SPOKEN_LANGUAGES, type SpokenCode } from '../../../kernel/spoken-languages.ts'
import type { Voice } from '../../engine.ts'
import { VOICES } from '../../voices/voice-catalogue.ts'

/** eSpeak's names are names of files, and mostly the code: `zh` or `en-gb` would silently be another voice. */
const LANGUAGE_VOICES: Readonly<Partial<Record<SpokenCode, string>>> = { zh: 'cmn', en: 'en-us', pt: 'pt-br' }

/** The variants that a recogniser understood best, in an English test after Opus. */
const VARIANTS: Readonly<Record<Voice['gender'], readonly string[]>> = {
  female: ['f2', 'f1', 'f5', 'f3'],
  male: ['klatt4', 'm2', 'adam', 'klatt6', 'benjamin', 'edward', 'klatt3', 'michel'],
  neutral: ['klatt5'],
}

/** How much higher or lower the second and third voice of a variant is. */
const PITCHES = [50, 36, 64]

/** The sound of one of Lector's voices: a variant of its gender, and no two of twelve in a row alike. */
export interface EspeakSound {
  readonly variant: string
  readonly pitch: number
}

const sounds = new Map<string, EspeakSound>(
  (['female', 'male', 'neutral'] as const).flatMap((gender) =>
    VOICES.filter((voice) => voice.gender === gender).map(({ id }, index): [string, EspeakSound] => {
      const variants = VARIANTS[gender]
      const round = Math.floor(index / variants.length)
      return [id, { variant: variants[index % variants.length]!, pitch: PITCHES[round % PITCHES.length]! }]
    }),
  ),
)

/** The voice of a stranger. */
export const DEFAULT_VOICE = 'Cherry'

/** Undefined for a voice that Lector does not know. */
export function soundOf(voice: string): EspeakSound | undefined {
  return sounds.get(voice)
}

/** eSpeak's name for a sound in a language. All voices whisper alike. */
export function espeakVoice(language: SpokenCode, { variant }: EspeakSound, whispers = false): string {
  return `${LANGUAGE_VOICES[language] ?? language}+${whispers ? WHISPER : variant}`
}

const WHISPER = 'whisper'

export const ESPEAK_VOICES: readonly Voice[] = VOICES.map(({ id, gender }) => ({
  id,
  gender,
  description: gender === 'female' ? 'Woman, robotic (eSpeak NG stand-in)' : 'Man, robotic (eSpeak NG stand-in)',
  languages: SPOKEN_LANGUAGES,
}))
