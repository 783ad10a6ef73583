import { describe, expect, it } from 'vitest'
import {
  findVoice,
  modelHasVoice,
  modelsOfVoice,
  nearestVoices,
  VOICES,
} from '../../../src/speech/voices/voice-catalogue.ts'

const ids = (voices: readonly { id: string }[]) => voices.map(({ id }) => id)

describe('the voice catalogue', () => {
  it('has 48 voices with distinct names, ten of them in a Chinese variety of their own', () => {
    expect(new Set(ids(VOICES)).size).toBe(48)
    expect(VOICES.filter(({ dialect }) => dialect !== undefined)).toHaveLength(10)
    for (const voice of VOICES) {
      expect(voice.languages).toHaveLength(10)
      expect(voice.description.length).toBeGreaterThan(10)
      expect(voice.description.length).toBeLessThan(80)
    }
  })

  it('finds a voice in any case and spacing', () => {
    expect(findVoice('cherry')?.id).toBe('Cherry')
    expect(findVoice('ONO ANNA')?.id).toBe('Ono Anna')
    expect(findVoice('ono_anna')?.id).toBe('Ono Anna')
    expect(findVoice('radiogol')?.id).toBe('Radio Gol')
    expect(findVoice('Nobody')).toBeUndefined()
  })

  it('offers the nearest names for a misspelt one', () => {
    expect(nearestVoices('chery')[0]?.id).toBe('Cherry')
    expect(nearestVoices('Jenifer')[0]?.id).toBe('Jennifer')
    expect(nearestVoices('kat')[0]?.id).toBe('Katerina')
    expect(nearestVoices('Eldrick Sage')[0]?.id).toBe('Eldric Sage')
    expect(nearestVoices('m', 5)).toHaveLength(5)
    expect(nearestVoices('xxxxxxxxxxxx')).toEqual([])
    expect(nearestVoices('')).toEqual([])
  })

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
