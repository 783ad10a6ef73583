import { describe, expect, it } from 'vitest'
import { fromLufs, toLufs } from '../../../src/audio/loudness.ts'
import { LoudnessMemory, refine } from '../../../src/speech/stack/loudness-memory.ts'

const at = (lufs: number, seconds = 3) => ({ power: fromLufs(lufs), seconds })

describe('LoudnessMemory', () => {
  it('knows each voice, model and style by itself', () => {
    const memory = new LoudnessMemory()
    memory.learn({ voice: 'Serena' }, at(-20))
    memory.learn({ voice: 'Serena', style: 'whispering' }, at(-32))
    memory.learn({ voice: 'Serena', style: 'shouting' }, at(-12))
    memory.learn({ voice: 'Serena', model: 'instruct' }, at(-25))
    const known = (manner: object) => toLufs(memory.known({ voice: 'Serena', ...manner })!.power)
    expect(known({})).toBeCloseTo(-20)
    expect(known({ style: ' Whispering' })).toBeCloseTo(-32)
    expect(known({ style: 'shouting' })).toBeCloseTo(-12)
    expect(known({ model: 'instruct' })).toBeCloseTo(-25)
    expect(memory.known({ voice: 'Serena', style: 'slowly' })).toBeUndefined()
  })

  it('expects an unknown voice to be as loud as the others of the engine', () => {
    const memory = new LoudnessMemory()
    expect(memory.expect({ voice: 'Serena' })).toEqual({ lufs: -20, deviation: 7 })
    memory.learn({ voice: 'Ethan' }, at(-32))
    const { lufs, deviation } = memory.expect({ voice: 'Serena' })
    expect(lufs).toBeCloseTo(-32)
    expect(deviation).toBe(3)
  })

  it('expects a style to change all voices alike', () => {
    const memory = new LoudnessMemory()
    for (const voice of ['Serena', 'Ethan', 'Kai', 'Roy']) {
      memory.learn({ voice }, at(-22))
      memory.learn({ voice, style: 'whispering' }, at(-32))
    }
    memory.learn({ voice: 'Neil' }, at(-18))
    expect(memory.expect({ voice: 'Neil', style: 'whispering' }).lufs).toBeLessThan(-25)
    expect(memory.expect({ voice: 'Neil', style: 'whispering' }).lufs).toBeGreaterThan(-28)
    expect(memory.expect({ voice: 'Neil', style: 'slowly' }).lufs).toBeCloseTo(-18)
  })

  it('starts from what the engine says of itself', () => {
    const memory = new LoudnessMemory({ lufs: -26, deviation: 1, styles: 2 })
    expect(memory.expect({ voice: 'Serena' })).toEqual({ lufs: -26, deviation: 1 })
    expect(memory.expect({ voice: 'Serena', style: 'sad' })).toEqual({ lufs: -26, deviation: Math.hypot(1, 2) })
  })

  it('forgets what has not been used for longest, and follows a voice that changes', () => {
    const memory = new LoudnessMemory()
    for (let voice = 0; voice < 1_500; voice++) memory.learn({ voice: `v${voice}` }, at(-20))
    expect(memory.known({ voice: 'v0' })).toBeUndefined()
    expect(memory.known({ voice: 'v1499' })).toBeDefined()
    for (let turn = 0; turn < 60; turn++) memory.learn({ voice: 'v1499' }, at(-30))
    expect(toLufs(memory.known({ voice: 'v1499' })!.power)).toBeLessThan(-28)
  })
})

describe('refine', () => {
  it('trusts a long first piece, and hardly a short one', () => {
    const expected = { lufs: -20, deviation: 7 }
    expect(refine(expected, at(-34, 0.3)).lufs).toBeLessThan(-32)
    expect(refine(expected, at(-34, 0.04)).lufs).toBeGreaterThan(-24)
    expect(refine({ lufs: -20, deviation: 0.5 }, at(-34, 0.2)).lufs).toBeGreaterThan(-21)
  })
})
