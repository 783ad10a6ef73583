import { isLanguageCode, type LanguageCode } from '../kernel/languages.ts'

/**
 * Writes out in words what simple synthesisers say badly or not at all: "&" is "ampersand" to them, "24/7" has a
 * "slash", and a plus between numbers is silent. Text in other languages than the ten stays as it is.
 */
export function writeSigns(text: string, language: string): string {
  if (!isLanguageCode(language)) return text
  const words = SIGNS[language]
  const apart = ['ja', 'zh'].includes(language) ? '' : ' '
  return RULES.reduce((written, rule) => rule(written, words, apart), text)
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

interface Signs {
  readonly and: string
  readonly plus: string
  readonly minus: string
  readonly equals: string
  /** Before a number: "#1". */
  readonly number: string
  /** Before a word: "#win". */
  readonly hashtag: string
  readonly about: string
  readonly of: (part: string, whole: string) => string
  /** Fractions that have a name, and what looks like one. */
  readonly fractions?: Readonly<Record<string, string>>
  /** What letters mean as words of their own, in lower case; after a number for `units`. */
  readonly words?: Readonly<Record<string, string>>
  readonly units?: Readonly<Record<string, string>>
}

const SIGNS: Readonly<Record<LanguageCode, Signs>> = {
  en: {
    ...{ and: 'and', plus: 'plus', minus: 'minus', equals: 'equals', number: 'number', hashtag: 'hashtag' },
    about: 'about',
    of: (part, whole) => `${part} out of ${whole}`,
    fractions: {
      '24/7': 'twenty-four seven',
      '50/50': 'fifty-fifty',
      '1/2': 'one half',
      '1/3': 'one third',
      '2/3': 'two thirds',
      '1/4': 'a quarter',
      '3/4': 'three quarters',
    },
    words: {
      ...{
        'w/': 'with',
        'w/o': 'without',
        'c#': 'C sharp',
        'f#': 'F sharp',
        thx: 'thanks',
        sry: 'sorry',
        l8r: 'later',
      },
      ...{ rofl: 'roffle', api: 'A P I', nyc: 'N Y C', faq: 'F A Q', url: 'U R L' },
    },
    units: { km: 'kilometers', cm: 'centimeters', mm: 'millimeters' },
  },
  de: {
    ...{ and: 'und', plus: 'plus', minus: 'minus', equals: 'gleich', number: 'Nummer', hashtag: 'Häschtäg' },
    about: 'etwa',
    of: (part, whole) => `${part} von ${whole}`,
    fractions: {
      '1/2': 'ein halb',
      '1/3': 'ein Drittel',
      '2/3': 'zwei Drittel',
      '1/4': 'ein Viertel',
      '3/4': 'drei Viertel',
    },
  },
  fr: {
    ...{ and: 'et', plus: 'plus', minus: 'moins', equals: 'égale', number: 'numéro', hashtag: 'hashtag' },
    about: 'environ',
    of: (part, whole) => `${part} sur ${whole}`,
    fractions: { '1/2': 'un demi', '1/3': 'un tiers', '2/3': 'deux tiers', '1/4': 'un quart', '3/4': 'trois quarts' },
  },
  es: {
    ...{ and: 'y', plus: 'más', minus: 'menos', equals: 'igual a', number: 'número', hashtag: 'jashtag' },
    about: 'aproximadamente',
    of: (part, whole) => `${part} de ${whole}`,
    fractions: {
      '1/2': 'un medio',
      '1/3': 'un tercio',
      '2/3': 'dos tercios',
      '1/4': 'un cuarto',
      '3/4': 'tres cuartos',
    },
  },
  it: {
    ...{ and: 'e', plus: 'più', minus: 'meno', equals: 'uguale', number: 'numero', hashtag: 'ashtag' },
    about: 'circa',
    of: (part, whole) => `${part} su ${whole}`,
    fractions: { '1/2': 'un mezzo', '1/3': 'un terzo', '2/3': 'due terzi', '1/4': 'un quarto', '3/4': 'tre quarti' },
  },
  pt: {
    ...{ and: 'e', plus: 'mais', minus: 'menos', equals: 'igual a', number: 'número', hashtag: 'réshtag' },
    about: 'cerca de',
    of: (part, whole) => `${part} de ${whole}`,
    fractions: { '1/2': 'um meio', '1/3': 'um terço', '2/3': 'dois terços', '1/4': 'um quarto', '3/4': 'três quartos' },
  },
  ru: {
    ...{ and: 'и', plus: 'плюс', minus: 'минус', equals: 'равно', number: 'номер', hashtag: 'хештег' },
    about: 'около',
    of: (part, whole) => `${part} из ${whole}`,
    fractions: {
      '1/2': 'одна вторая',
      '1/3': 'одна треть',
      '2/3': 'две трети',
      '1/4': 'одна четверть',
      '3/4': 'три четверти',
    },
  },
  // eSpeak NG reads kana only.
  ja: {
    ...{ and: 'と', plus: 'たす', minus: 'ひく', equals: 'わ', number: 'ナンバー', hashtag: 'ハッシュタグ' },
    about: 'やく',
    of: (part, whole) => `${whole}ぶんの${part}`,
    units: {
      ...{ km: 'キロメートル', m: 'メートル', cm: 'センチ', mm: 'ミリ', kg: 'キログラム', g: 'グラム', l: 'リットル' },
      ...{
        '%': 'パーセント',
        '°c': 'ど',
        '°': 'ど',
        '€': 'ユーロ',
        $: 'ドル',
        '¥': 'えん',
        円: 'えん',
        gb: 'ギガ',
        mb: 'メガ',
      },
    },
  },
  ko: {
    ...{ and: '그리고', plus: '더하기', minus: '빼기', equals: '는', number: '넘버', hashtag: '해시태그' },
    about: '약',
    of: (part, whole) => `${whole}분의 ${part}`,
    units: {
      km: '킬로미터',
      cm: '센티미터',
      mm: '밀리미터',
      kg: '킬로그램',
      '%': '퍼센트',
      '°c': '도',
      '€': '유로',
      $: '달러',
    },
  },
  zh: {
    ...{ and: '和', plus: '加', minus: '减', equals: '等于', number: '第', hashtag: '话题' },
    about: '大约',
    of: (part, whole) => `${whole}分之${part}`,
    units: { km: '公里', cm: '厘米', mm: '毫米', kg: '公斤', '°c': '度', '€': '欧元', $: '美元' },
  },
}

type Rule = (text: string, signs: Signs, apart: string) => string

const RULES: readonly Rule[] = [
  (text, { words = {} }) =>
    text.replaceAll(
      /(?<![\p{L}\p{N}/])[\p{L}\d]{1,5}(?:\/o?|#)?(?![\p{L}\p{N}/#])/gu,
      (word) => words[word.toLowerCase()] ?? word,
    ),
  // "$5" is written before the number and said after it.
  (text, { units = {} }) =>
    text
      .replaceAll(/([€$¥])\s?(\d+(?:[.,]\d+)*)/gu, (all, sign: string, number: string) =>
        units[sign] === undefined ? all : `${number}${units[sign]}`,
      )
      .replaceAll(/(?<=\d)(\s?)([a-z]{1,2}|°C|[%°€$¥円])(?![a-z\p{N}/])/giu, (all, space: string, unit: string) =>
        units[unit.toLowerCase()] === undefined ? all : `${space}${units[unit.toLowerCase()]}`,
      ),
  (text, { and }, apart) => text.replaceAll(/\s*&+\s*/g, `${apart}${and}${apart}`),
  (text, { minus }, apart) =>
    text.replaceAll(/(?<=\d)\s*[-−]\s*(?=[\d.,]+\s*(?:[-−+*×]\s*[\d.,]+\s*)*=)/g, `${apart}${minus}${apart}`),
  (text, { plus }, apart) => text.replaceAll(/\s*\+\s*/g, `${apart}${plus}${apart}`),
  (text, { equals }, apart) =>
    text.replaceAll(/(?<=[\p{L}\p{N})])\s*=\s*(?=[\p{L}\p{N}(])/gu, `${apart}${equals}${apart}`),
  (text, { number }, apart) => text.replaceAll(/#(?=\d)/g, `${number}${apart}`),
  (text, { hashtag }, apart) => text.replaceAll(/(?<![\p{L}\p{N}])#(?=\p{L})/gu, `${hashtag}${apart}`),
  (text, { about }, apart) => text.replaceAll(/(?<![\p{L}\p{N}])~(?=\d)/gu, `${about}${apart}`),
  (text, signs) => text.replaceAll(RATIO, (all, part: string, whole: string) => ratio(all, part, whole, signs)),
  // "and/or" is said without a word between; a path or a command begins with its slash.
  (text) => text.replaceAll(/(?<=\p{L})\/(?=\p{L})/gu, ' '),
]

/** Words stand right beside numbers in languages without spaces. */
const RATIO = /(?<![a-z\p{Script=Cyrillic}\p{N}/.,])(\d{1,4})\/(\d{1,4})(?![a-z\p{Script=Cyrillic}\p{N}/])/giu

/** "24/7" and "50/50" have names of their own. */
function ratio(all: string, part: string, whole: string, { of, fractions = {} }: Signs): string {
  if (fractions[all] !== undefined) return fractions[all]
  return part === whole || all === '24/7' ? `${part} ${whole}` : of(part, whole)
}
