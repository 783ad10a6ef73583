import { describe, expect, it } from 'vitest'
import { mannerOf } from '../../../src/speech/engines/local/style.ts'
import { estimateTokens } from '../../../src/speech/tokens.ts'
import { presetOf, STYLE_PRESETS } from '../../../src/speech/voices/style-presets.ts'

describe('the presets of styles', () => {
  it('are a dozen or more, and fit on one list of choices with the way to have none', () => {
    expect(STYLE_PRESETS.length).toBeGreaterThanOrEqual(12)
    expect(STYLE_PRESETS.length).toBeLessThan(25)
  })

  it('are known again by their instruction in either language', () => {
    for (const preset of STYLE_PRESETS) {
      expect(presetOf(preset.en)).toEqual(preset)
      expect(presetOf(preset.zh)).toEqual(preset)
    }
    expect(presetOf('like a tired pirate')).toBeUndefined()
  })

  it.each(STYLE_PRESETS)('$id is described in English and in Chinese, as short as models like it', ({ en, zh }) => {
    expect(en).toMatch(/^[\p{Script=Latin}\p{P}\s]+$/u)
    expect(zh).toMatch(/^[\p{Script=Han}\p{P}]+$/u)
    for (const text of [en, zh]) expect(estimateTokens(text)).toBeLessThan(80)
  })

  it('mean the same to the local voice in both languages where it can follow them', () => {
    for (const id of ['whisper', 'sad', 'calm', 'excited']) {
      const { en, zh } = STYLE_PRESETS.find((preset) => preset.id === id)!
      expect(mannerOf(en), id).toBeDefined()
      expect(mannerOf(zh), id).toBeDefined()
    }
  })
})
