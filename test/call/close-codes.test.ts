import { describe, expect, it } from 'vitest'
import { isFinal } from '../../src/call/close-codes.ts'

describe('isFinal', () => {
  it.each([4004, 4011, 4012, 4016, 4017, 4020, 4021])('gives up after close code %i', (code) => {
    expect(isFinal({ kind: 'closed', code })).toBe(true)
  })

  it.each([1000, 1006, 4006, 4009, 4014, 4015, 4022])('retries after close code %i', (code) => {
    expect(isFinal({ kind: 'closed', code })).toBe(false)
  })

  it('gives up when somebody disconnected the bot, not when the connection broke', () => {
    expect([isFinal({ kind: 'removed' }), isFinal({ kind: 'broken' })]).toEqual([true, false])
  })
})
