/**
 * Folds text into the ASCII that an English-only voice can read, or undefined when too much of it would be lost: such
 * a voice skips other scripts in silence, and a sentence with holes is worse than none.
 */
export function toPronounceable(text: string): string | undefined {
  const folded = fold(text)
  const words = [...wordSegmenter.segment(folded)].filter(({ isWordLike }) => isWordLike)
  const lost = words.filter(({ segment }) => /[^\p{ASCII}\p{M}]/u.test(segment)).length
  if (lost >= words.length * UNBEARABLE_LOSS) return undefined
  const ascii = folded
    .replaceAll(/[^\P{Cc}\n]|[^\p{ASCII}]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
  return /[a-z0-9]/i.test(ascii) ? ascii : undefined
}

/** A foreign word in a longer sentence, such as a name, may go missing; one word in five may not. */
const UNBEARABLE_LOSS = 0.2

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Accents go, look-alikes and typographic signs become their plain forms, what has no sound and no width vanishes. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\p{Cf}/gu, '')
    .replaceAll(/([€£])\s?(\d+(?:[.,]\d+)*)/g, '$2$1')
    .replaceAll(/[^\p{ASCII}]/gu, (character) => PLAIN_FORMS.get(character) ?? character)
}

const PLAIN_FORMS = new Map(
  Object.entries({
    ...{ '‘': "'", '’': "'", '‚': "'", '′': "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
    ...{ '‐': '-', '‑': '-', '–': ', ', '—': ', ', '―': ', ', '−': '-', '。': '. ', '、': ', ', '·': ' ', '•': ', ' },
    ...{ ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' },
    ...{
      ð: 'd',
      Ð: 'D',
      þ: 'th',
      Þ: 'Th',
      ı: 'i',
      '⁄': '/',
      '°': ' degrees ',
      '€': ' euros ',
      '£': ' pounds ',
      '×': ' times ',
    },
  }),
)
