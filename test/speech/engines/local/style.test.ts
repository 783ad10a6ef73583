import { describe, expect, it } from 'vitest'
import { mannerOf } from '../../../../src/speech/engines/local/style.ts'

describe('mannerOf', () => {
  it.each([
    ['softly, as if someone slept', 'tempo', -1],
    ['Very SLOWLY', 'tempo', -1],
    ['语速慢一点', 'tempo', -1],
    ['fast, like an auctioneer', 'tempo', 1],
    ['语速较快', 'tempo', 1],
    ['excited and happy', 'pitch', 1],
    ['用兴奋的语气', 'pitch', 1],
    ['deep and calm', 'pitch', -1],
    ['低沉的声音', 'pitch', -1],
    ['in a high voice', 'pitch', 1],
    ['sad', 'tempo', -1],
    ['shouting over the wind', 'pitch', 1],
  ] as const)('reads %j as a change of %s', (style, key, direction) => {
    expect(Math.sign(mannerOf(style)![key] - 1)).toBe(direction)
  })

  it.each(['whisper, as if someone slept', '悄悄地说', 'hushed and excited', 'loud, then whispering'])(
    'reads %j as whispered',
    (style) => {
      expect(mannerOf(style)).toMatchObject({ whispers: true, raised: false })
    },
  )

  it.each(['shouting over the wind', 'LOUD', '大声地说', 'angry'])('reads %j as a raised voice', (style) => {
    expect(mannerOf(style)).toMatchObject({ whispers: false, raised: true })
  })

  it.each([
    'like a pirate',
    '像海盗一样',
    'breakfast television',
    'not too fast',
    "don't whisper",
    '不要太快',
    '别慢',
    '',
  ])('finds nothing to follow in %j', (style) => {
    expect(mannerOf(style)).toBeUndefined()
  })

  it('stays understandable when everything is wished at once', () => {
    const manner = mannerOf('slow sad calm tired deep low whispering quiet')!
    expect(manner.tempo).toBeGreaterThanOrEqual(0.7)
    expect(manner.pitch).toBeGreaterThanOrEqual(0.75)
    expect(manner.raised).toBe(false)
  })
})
