import { expect, it } from 'vitest'
import { PRESETS, presetFor } from '../../../../src/speech/engines/local/presets.ts'
import { VOICES } from '../../../../src/speech/voices/voice-catalogue.ts'

it('every cloud voice has exactly one preset, of its own gender', () => {
  const names = PRESETS.flatMap(({ id, alsoFor }) => [id, ...alsoFor])
  expect(names.toSorted()).toEqual(VOICES.map(({ id }) => id).toSorted())
  for (const { id, gender } of VOICES) {
    const { preset, known } = presetFor(id)
    expect({ id, gender: preset.gender, known }).toEqual({ id, gender, known: true })
  }
})

it('strangers always get the same preset, and not all the same one', () => {
  const given = Array.from({ length: 100 }, (_, i) => presetFor(`voice-${i}`).preset.id)
  expect(given).toEqual(Array.from({ length: 100 }, (_, i) => presetFor(`voice-${i}`).preset.id))
  expect(new Set(given).size).toBe(PRESETS.length)
  expect(presetFor('cherry').known).toBe(false)
})
