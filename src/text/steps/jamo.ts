import type { Step } from '../context.ts'

/** Korean written in initials, of any length and mixture: ㅋㅋㅋㅋ is "크크크", ㄱㅅㄱㅅ is "감사감사", ㄹㅇㅋㅋ is "레알 크크". */
export const jamo: Step = (text, { context }) =>
  context.expandShorthand ? text.replace(runs, (run) => spokenRun(run) ?? run) : text

const runs = /[ㄱ-ㅣ]+/gu

/** Undefined for a run with letters that stand for nothing known. */
function spokenRun(run: string): string | undefined {
  const words: { readonly sound: string; count: number }[] = []
  for (let at = 0; at < run.length; ) {
    const found = soundAt(run, at)
    if (found === undefined) return undefined
    const last = words.at(-1)
    if (last?.sound === found.sound) last.count += found.count
    else words.push({ sound: found.sound, count: found.count })
    at += found.length
  }
  return words.map(({ sound, count }) => sound.repeat(Math.min(count, MOST_REPEATED))).join(' ')
}

interface Sound {
  readonly sound: string
  readonly count: number
  readonly length: number
}

function soundAt(run: string, at: number): Sound | undefined {
  for (const [pattern, sound] of LAUGHTER) {
    pattern.lastIndex = at
    const length = pattern.exec(run)?.[0].length
    if (length !== undefined) return { sound, count: length, length }
  }
  for (let length = LONGEST; length >= 2; length--) {
    const word = INITIALS.get(run.slice(at, at + length))
    if (word !== undefined) return { sound: word, count: 1, length }
  }
  return undefined
}

/** Three of a kind say what thirty say. */
const MOST_REPEATED = 3

/** What is drawn out, one sign of it as one sound: laughter, tears, "go", "no", "yes". */
const LAUGHTER: readonly (readonly [RegExp, string])[] = [
  [/ㅋ+/y, '크'],
  [/ㅎ+(?![ㄱ-ㅍ])/y, '흐'],
  [/[ㅠㅜ]+/y, '흑'],
  [/ㄱ{2,}/y, '고'],
  [/ㄴ{2,}/y, '노'],
  [/ㄷ{2,}/y, '덜'],
  [/ㅂ{2,}/y, '바이'],
  [/ㅇ{2,}/y, '응'],
  [/ㅌ{2,}/y, '튀'],
]

const INITIALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ㄱㄷ: '기다려',
    ㄱㅅ: '감사',
    ㄱㅊ: '괜찮아',
    ㄴㅇㅅ: '나이스',
    ㄹㅇ: '레알',
    ㅁㄹ: '몰라',
    ㅂㅇ: '바이',
    ㅅㄱ: '수고',
    ㅇㄷ: '어디',
    ㅇㅈ: '인정',
    ㅇㅋ: '오케이',
    ㅇㅎ: '아하',
    ㅈㅅ: '죄송',
    ㅊㅊ: '추천',
    ㅊㅋ: '축하',
    ㅍㅇㅌ: '파이팅',
    ㅎㄷㄷ: '후덜덜',
    ㅎㅇ: '하이',
  }),
)

const LONGEST = 3
