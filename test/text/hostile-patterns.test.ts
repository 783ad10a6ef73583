import { describe, expect, it } from 'vitest'
import { compileDictionary } from '../../src/text/pronunciations.ts'
import { longestTurn } from '../support/longest-turn.ts'
import { spoken } from './tables.ts'

const pattern = (written: string) => ({ written, spoken: 'x', kind: 'pattern', matchCase: false }) as const

describe('patterns of members', () => {
  it('that are large together do not hold up the event loop, however often a long message is edited', async () => {
    const member = compileDictionary(Array.from({ length: 28 }, () => pattern('(?:\\pL+\\pN?){2}z')))
    const server = compileDictionary(Array.from({ length: 85 }, () => pattern('(?:\\pN*\\pL+){2}q')))
    const text = 'abc déf 12 ghi '.repeat(270)
    const say = () => spoken('en', text, { pronunciations: [member, server], limit: 2_000 })
    const none = () => spoken('en', text, { limit: 2_000 })
    for (let warm = 0; warm < 5; warm++) {
      say()
      none()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const without = await longestTurn(none)
    expect((await longestTurn(say)) - without).toBeLessThan(20)
  })

  it('are all used on an ordinary message', async () => {
    const dictionary = compileDictionary(Array.from({ length: 20 }, (_, index) => pattern(`colou?r${index}\\b`)))
    await new Promise((resolve) => setImmediate(resolve))
    const text = Array.from({ length: 20 }, (_, index) => `color${index}`).join(' ')
    expect(spoken('en', text, { pronunciations: [dictionary] })).toBe(Array(20).fill('x').join(' '))
  })
})
