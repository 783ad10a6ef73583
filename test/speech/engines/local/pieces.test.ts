import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../../src/speech/engines/local/pieces.ts'

const texts = (text: string) => piecesOf(text).map((piece) => piece.text)

describe('piecesOf', () => {
  it('cuts after sentences and at line ends', () => {
    expect(texts('Hello there. How are you?\nFine!')).toEqual(['Hello there.', 'How are you?', 'Fine!'])
  })

  it('does not take an abbreviation for an end', () => {
    expect(texts('Mr. Smith met Dr. J. Doe at St. James. They sang.')).toEqual([
      'Mr. Smith met Dr. J. Doe at St. James.',
      'They sang.',
    ])
  })

  it('leaves out what has no sound', () => {
    expect(texts('Wait!\n...\n!!!\nGo.')).toEqual(['Wait!', 'Go.'])
    expect(piecesOf('...')).toEqual([])
  })

  it('cuts a long sentence at its clauses, with a shorter pause', () => {
    const clause = 'and then the little green dragon went to sleep under the bridge, '
    const pieces = piecesOf(`${clause.repeat(5)}for ever.`)
    expect(pieces.length).toBeGreaterThanOrEqual(3)
    for (const piece of pieces.slice(0, -1)) expect(piece.text).toMatch(/,$/)
    expect(pieces[0]!.pause).toBeLessThan(pieces.at(-1)!.pause)
  })

  it.each(['word '.repeat(200), 'a'.repeat(3_000), `${'x, '.repeat(500)}y`, '1234567890'.repeat(60)])(
    'keeps every piece short and loses nothing of a text without ends',
    (text) => {
      const pieces = piecesOf(text)
      for (const piece of pieces) expect(piece.text.length).toBeLessThanOrEqual(140)
      const bare = (value: string) => value.replaceAll(/\s/g, '')
      expect(bare(pieces.map((piece) => piece.text).join(''))).toBe(bare(text))
    },
  )
})
