/** Matches words of a style in English or Chinese, unless a negation stands before them: "not too fast", 不要太快. */
export function styleWords(english: string, chinese: string): RegExp {
  return new RegExp(
    `(?<!\\b(?:not|never|no|don.?t)\\s(?:\\w+\\s){0,2})\\b(?:${english})\\b|(?<![不别勿]\\p{L}{0,2})(?:${chinese})`,
    'iu',
  )
}

/** Styles in which people speak without voice. */
export const WHISPERED = styleWords('whisper\\w*|murmur\\w*|hush\\w*|under (?:one|your) breath', '低语|耳语|悄悄|气声')

/** Styles in which people speak softly, whispering included. */
export const SOFT = styleWords(
  'whisper\\w*|murmur\\w*|hush\\w*|under (?:one|your) breath|quiet\\w*|soft\\w*|gentl[ey]',
  '低语|耳语|悄悄|气声|轻声|小声|轻柔|温柔',
)
