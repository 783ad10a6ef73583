import { describe, expect, it } from 'vitest'
import { modelHasVoice, modelsOfVoice } from '../../../../src/speech/engines/dashscope/voice-sets.ts'
import { VOICES } from '../../../../src/speech/voices/voice-catalogue.ts'

const ids = (voices: readonly { id: string }[]) => voices.map(({ id }) => id)

describe('the voices of DashScope’s models', () => {
  it('knows which models have a voice', () => {
    expect(ids(modelsOfVoice('Cherry'))).toHaveLength(17)
    expect(ids(modelsOfVoice('Rocky'))).not.toContain('qwen3-tts-instruct-flash')
    expect(ids(modelsOfVoice('Stella'))).toContain('qwen3-tts-instruct-flash')
    expect(ids(modelsOfVoice('Aiden'))).not.toContain('qwen3-tts-flash-2025-09-18')
    expect(modelsOfVoice('Nobody')).toEqual([])
  })

  it('counts the voices of every set', () => {
    const count = (model: string) => VOICES.filter(({ id }) => modelHasVoice(model, id) === true).length
    expect(count('qwen3-tts-flash')).toBe(48)
    expect(count('qwen3-tts-instruct-flash')).toBe(24)
    expect(count('qwen3-tts-flash-2025-09-18')).toBe(17)
    expect(count('qwen-tts')).toBe(4)
    expect(count('qwen-tts-latest')).toBe(7)
    expect(modelHasVoice('qwen3-tts-vc-2026-01-22', 'Cherry')).toBe('unknown')
    expect(modelHasVoice('qwen9-tts', 'Cherry')).toBe('unknown')
  })
})
