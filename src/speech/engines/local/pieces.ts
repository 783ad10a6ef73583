/** A part of a text that is synthesised in one go. */
export interface Piece {
  readonly text: string
  /** The silence after it, in milliseconds. */
  readonly pause: number
}

/**
 * Cuts text into sentences, and a long sentence at its clauses, at its words, or anywhere: the first sound then comes
 * early, and no text can make the synthesiser's memory grow. Parts without a letter or digit have no sound and go.
 */
export function piecesOf(text: string): Piece[] {
  return sentencesOf(text)
    .flatMap((sentence) => cut(sentence))
    .filter(({ text }) => /[a-z0-9]/i.test(text))
}

/** About ten seconds of speech, synthesised in about a tenth of a second. */
const LONGEST = 140
/** A cut before this many characters would leave a splinter. */
const SHORTEST = 30

const SENTENCE_PAUSE = 200
const CLAUSE_PAUSE = 110
const WORD_PAUSE = 20

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let open = ''
  for (const { segment } of sentenceSegmenter.segment(text)) {
    open += segment
    if (ABBREVIATED.test(open)) continue
    sentences.push(open.trim())
    open = ''
  }
  return [...sentences, open.trim()]
}

/** A full stop after these, or after a single capital, is no end. */
const ABBREVIATED = /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|No|e\.g|i\.e|[A-Z])\.\s*$/

function cut(sentence: string): Piece[] {
  const pieces: Piece[] = []
  let rest = sentence
  while (rest.length > LONGEST) {
    const { at, pause } = placeToCut(rest)
    pieces.push({ text: rest.slice(0, at).trim(), pause })
    rest = rest.slice(at).trim()
  }
  return [...pieces, { text: rest, pause: SENTENCE_PAUSE }]
}

function placeToCut(text: string): { at: number; pause: number } {
  const head = text.slice(0, LONGEST)
  const clause = /^.*[,;:)]\s/s.exec(head)?.[0].length ?? 0
  if (clause >= SHORTEST) return { at: clause, pause: CLAUSE_PAUSE }
  const word = /^.*\s/s.exec(head)?.[0].length ?? 0
  return { at: word >= SHORTEST ? word : LONGEST, pause: WORD_PAUSE }
}
