import { describe, expect, it } from 'vitest'
import { findVoice, nearestVoices, VOICES } from '../../../src/speech/voices/voice-catalogue.ts'

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
})
