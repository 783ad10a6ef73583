import type { Voice } from '../../engine.ts'
import { type Fields, isRecord } from '../../http/json.ts'
import { isSameName } from '../../voices/voice-catalogue.ts'

/** A speaker of VOICEVOX, AivisSpeech or COEIROINK, with the ways in which it speaks. */
export interface Speaker {
  readonly name: string
  readonly uuid: string
  readonly styles: readonly { readonly id: number; readonly name: string }[]
}

/** Reads `/speakers` of VOICEVOX and AivisSpeech, and `/v1/speakers` of COEIROINK, which names its fields otherwise. */
export function readSpeakers(list: unknown): readonly Speaker[] | undefined {
  const speakers = (Array.isArray(list) ? list : []).filter(isRecord).flatMap((speaker: Fields) => {
    const name = speaker.name ?? speaker.speakerName
    const uuid = speaker.speaker_uuid ?? speaker.speakerUuid
    const styles = (Array.isArray(speaker.styles) ? speaker.styles : []).filter(isRecord).flatMap(readStyle)
    return typeof name === 'string' && styles.length > 0 ? [{ name, uuid: String(uuid ?? ''), styles }] : []
  })
  return speakers.length > 0 ? speakers : undefined
}

function readStyle(style: Fields) {
  const id = style.id ?? style.styleId
  const name = style.name ?? style.styleName
  // Songs need notes.
  const speaks = style.type === undefined || style.type === 'talk'
  return typeof id === 'number' && typeof name === 'string' && speaks ? [{ id, name }] : []
}

export interface Casting {
  readonly speaker: Speaker
  readonly style: Speaker['styles'][number]
  /** Whether the requested style was found among the speaker's. */
  readonly styled: boolean
}

/** The speaker of a voice id, and the style of it that comes nearest to what was asked for. */
export function castingOf(voice: string, style: string | undefined, speakers: readonly Speaker[]): Casting | undefined {
  const [name = voice, named] = voice.split('/')
  const speaker = speakers.find((known) => isSameName(known.name, voice) || isSameName(known.name, name))
  if (!speaker) return undefined
  const own = speaker.styles.find((known) => named !== undefined && isSameName(known.name, named))
  const found = style === undefined ? own : (styleNamed(style, speaker) ?? own)
  const styled = style === undefined || styleNamed(style, speaker) !== undefined
  return { speaker, style: found ?? speaker.styles[0]!, styled }
}

function styleNamed(style: string, { styles }: Speaker) {
  const exact = styles.find(({ name }) => isSameName(name, style))
  if (exact) return exact
  const wanted = STYLES.filter(([words]) => words.test(style)).map(([, names]) => names)
  return styles.find(({ name }) => wanted.some((names) => names.test(name)))
}

/** What people ask for, and what speakers' styles are called. */
const STYLES: readonly (readonly [RegExp, RegExp])[] = [
  [/whisper|耳语|轻声|ささや|ひそ/i, /ささやき|ヒソヒソ|ひそひそ|内緒/],
  [/excit|cheer|happy|joy|开心|兴奋|うれし|楽し/i, /喜び|嬉しい|楽々|たのしい|元気|わーい|あまあま/],
  [/\bsad|悲|哀/i, /悲しみ|哀しみ|かなしい|泣き|なみだめ|悲観/],
  [/angr|rage|愤怒|生气|怒/i, /怒り|おこ|ツンツン|ツンギレ/],
  [/calm|gentl|sooth|sleep|平静|温柔|穏やか/i, /穏やか|おだやか|低血圧|ぬくもり|おねむ|しっとり/],
]

/** The speakers as voices: VOICEVOX reads Japanese alone. */
export function voicesOf(speakers: readonly Speaker[], brand: string): readonly Voice[] {
  return speakers.map(({ name, styles }) => ({
    id: name,
    gender: 'neutral',
    languages: ['ja'],
    description: styles.map((style) => style.name).join('、'),
    credit: `${brand}:${name}`,
  }))
}
