import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../page/public/styles/theme.css'), 'utf8')
const themes = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map(([, name, body]) => ({
  name: name!.trim(),
  colours: new Map([...body!.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key!, value!])),
}))

/** What is written on what. */
const PAIRS = [
  ...['ground', 'below', 'side', 'raised', 'tint'].flatMap((ground) => [
    ['text', ground],
    ['muted', ground],
    ['accent', ground],
  ]),
  ['on-accent', 'accent'],
  ['good', 'raised'],
  ['bad', 'raised'],
  ['ground', 'bad'],
] as const

describe('the colours of the page', () => {
  it('are there by day, by night, and by night as the system wants it', () => {
    expect(themes).toHaveLength(3)
    expect(themes[1]!.colours).toEqual(themes[2]!.colours)
  })

  it.each(themes)('can be read: $name', ({ colours }) => {
    const faint = PAIRS.map(([text, ground]) => ({ text, ground, ratio: contrast(colours, text, ground) }))
    expect(faint.filter(({ ratio }) => ratio < 4.5)).toEqual([])
  })

  it('carry a white initial on every disc', () => {
    const discs = [...css.matchAll(/--disc: (#[0-9a-f]{6})/g)].map(([, colour]) => colour!)
    expect(discs.length).toBe(5)
    expect(discs.filter((disc) => ratioOf(disc, '#ffffff') < 4.5)).toEqual([])
  })
})

function contrast(colours: ReadonlyMap<string, string>, text: string, ground: string): number {
  return ratioOf(colours.get(text)!, colours.get(ground)!)
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function ratioOf(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
