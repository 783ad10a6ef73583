import { SOFT, styleWords, WHISPERED } from '../../style-words.ts'

/**
 * What a style in plain words does to a voice. It says nothing of loudness, which the loudness normalisation sets for
 * every style.
 */
export interface Manner {
  /** Factors; 1 leaves the voice as it is. */
  readonly pitch: number
  readonly tempo: number
  /** Speaks with breath alone. */
  readonly whispers: boolean
  /** Speaks with the bright sound of a raised voice. */
  readonly raised: boolean
}

export const PLAIN: Manner = { pitch: 1, tempo: 1, whispers: false, raised: false }

/**
 * Reads the few words of a style (English or Chinese) that a simple synthesiser can follow, or undefined when there
 * are none. Several add up, within limits that keep the voice understandable.
 */
export function mannerOf(style: string): Manner | undefined {
  const found = MANNERS.filter(({ words }) => words.test(style))
  if (found.length === 0) return undefined
  const product = (key: 'pitch' | 'tempo') => found.reduce((total, manner) => total * (manner[key] ?? 1), 1)
  const whispers = found.some((manner) => manner.whispers)
  return {
    pitch: clamp(product('pitch'), 0.75, 1.35),
    tempo: clamp(product('tempo'), 0.7, 1.4),
    whispers,
    raised: !whispers && found.some((manner) => manner.raised),
  }
}

const MANNERS: readonly ({ readonly words: RegExp } & Partial<Manner>)[] = [
  { words: WHISPERED, whispers: true },
  { words: SOFT, tempo: 0.92 },
  { words: styleWords('shout\\w*|yell\\w*|loud\\w*', '大声|大喊|喊|吼'), raised: true, pitch: 1.15 },
  {
    words: styleWords('slow\\w*|calm\\w*|sleepy|tired|relax\\w*|solemn\\w*', '慢|平静|冷静|困倦|疲惫|庄重|严肃'),
    tempo: 0.82,
  },
  {
    words: styleWords(
      'fast\\w*|quick\\w*|rapid\\w*|hurr\\w*|brisk\\w*',
      '快速|加快|较快|很快|急|迅速|语速快|快点|快一点',
    ),
    tempo: 1.22,
  },
  {
    words: styleWords(
      'excit\\w*|happ(?:y|ily|ier|iness)|cheer\\w*|joy\\w*|energetic\\w*|enthusias\\w*',
      '兴奋|激动|开心|高兴|欢快|快乐|活泼|热情',
    ),
    pitch: 1.15,
    tempo: 1.1,
  },
  {
    words: styleWords('sad\\w*|gloom\\w*|melanchol\\w*|sorrow\\w*|depress\\w*', '悲伤|难过|伤心|忧郁|沮丧'),
    pitch: 0.9,
    tempo: 0.86,
  },
  { words: styleWords('angr\\w*|furious\\w*|rag(?:e|ing)', '生气|愤怒|恼火'), raised: true, tempo: 1.12, pitch: 0.94 },
  { words: styleWords('deep\\w*|low(?:er)?|bass', '低沉|深沉|低音|浑厚'), pitch: 0.82 },
  { words: styleWords('high(?:er)?|squeak\\w*|shrill|child\\w*', '高音|尖|童声|音调高'), pitch: 1.22 },
]

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
