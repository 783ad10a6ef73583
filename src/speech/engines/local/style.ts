/** What a style in plain words does to a voice; factors, 1 leaves it as it is. */
export interface Manner {
  readonly pitch: number
  readonly tempo: number
  readonly gain: number
}

export const PLAIN: Manner = { pitch: 1, tempo: 1, gain: 1 }

/**
 * Reads the few words of a style (English or Chinese) that a simple synthesiser can follow, or undefined when there
 * are none. Several add up, within limits that keep the voice understandable.
 */
export function mannerOf(style: string): Manner | undefined {
  const heard = MANNERS.filter(({ words }) => words.test(style))
  if (heard.length === 0) return undefined
  const product = (key: keyof Manner) => heard.reduce((total, manner) => total * (manner[key] ?? 1), 1)
  return {
    pitch: clamp(product('pitch'), 0.75, 1.35),
    tempo: clamp(product('tempo'), 0.7, 1.4),
    gain: clamp(product('gain'), 0.4, 1.3),
  }
}

const MANNERS: readonly ({ readonly words: RegExp } & Partial<Manner>)[] = [
  {
    words: wished('whisper\\w*|murmur\\w*|hush\\w*|quiet\\w*|soft\\w*|gentl[ey]', '低语|耳语|悄悄|轻声|小声|轻柔|温柔'),
    gain: 0.5,
    tempo: 0.92,
  },
  { words: wished('shout\\w*|yell\\w*|loud\\w*', '大声|大喊|喊|吼'), gain: 1.25, pitch: 1.1 },
  {
    words: wished('slow\\w*|calm\\w*|sleepy|tired|relax\\w*|solemn\\w*', '慢|平静|冷静|困倦|疲惫|庄重|严肃'),
    tempo: 0.82,
  },
  {
    words: wished('fast\\w*|quick\\w*|rapid\\w*|hurr\\w*|brisk\\w*', '快速|加快|较快|很快|急|迅速|语速快|快点|快一点'),
    tempo: 1.22,
  },
  {
    words: wished(
      'excit\\w*|happ(?:y|ily|ier|iness)|cheer\\w*|joy\\w*|energetic\\w*|enthusias\\w*',
      '兴奋|激动|开心|高兴|欢快|快乐|活泼|热情',
    ),
    pitch: 1.15,
    tempo: 1.1,
  },
  {
    words: wished('sad\\w*|gloom\\w*|melanchol\\w*|sorrow\\w*|depress\\w*', '悲伤|难过|伤心|忧郁|沮丧'),
    pitch: 0.9,
    tempo: 0.86,
  },
  { words: wished('angr\\w*|furious\\w*|rag(?:e|ing)', '生气|愤怒|恼火'), gain: 1.25, tempo: 1.12, pitch: 0.94 },
  { words: wished('deep\\w*|low(?:er)?|bass', '低沉|深沉|低音|浑厚'), pitch: 0.82 },
  { words: wished('high(?:er)?|squeak\\w*|shrill|child\\w*', '高音|尖|童声|音调高'), pitch: 1.22 },
]

/** Matches the words unless a negation stands close before: "not too fast", 不要太快. */
function wished(english: string, chinese: string): RegExp {
  return new RegExp(
    `(?<!\\b(?:not|never|no|don.?t)\\s(?:\\w+\\s){0,2})\\b(?:${english})\\b|(?<![不别勿]\\p{L}{0,2})(?:${chinese})`,
    'iu',
  )
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
