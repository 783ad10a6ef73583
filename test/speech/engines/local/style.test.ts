import { describe, expect, it } from 'vitest'
import { mannerOf } from '../../../../src/speech/engines/local/style.ts'

describe('mannerOf', () => {
  it.each([
    ['whisper, as if someone slept', 'gain', -1],
    ['悄悄地说', 'gain', -1],
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
    ['shouting over the wind', 'gain', 1],
  ] as const)('reads %j as a change of %s', (style, key, direction) => {
    expect(Math.sign(mannerOf(style)![key] - 1)).toBe(direction)
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
    expect(manner.gain).toBeGreaterThanOrEqual(0.4)
  })
})
