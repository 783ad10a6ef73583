import { expect, test } from 'vitest'
import { editDistance, prefixDistance } from '../../src/kernel/edit-distance.ts'

test('counts letters that are added, taken away or changed', () => {
  expect(editDistance('', '')).toBe(0)
  expect(editDistance('cherry', 'cherry')).toBe(0)
  expect(editDistance('', 'abc')).toBe(3)
  expect(editDistance('kitten', 'sitting')).toBe(3)
  expect(editDistance('ab', 'ba')).toBe(2)
})

test('what is not typed yet is no mistake', () => {
  expect(prefixDistance('jen', 'jennifer')).toBe(0)
  expect(prefixDistance('jenifr', 'jennifer')).toBe(2)
  expect(prefixDistance('chery', 'cherry')).toBe(1)
  expect(prefixDistance('cherrys', 'cherry')).toBe(1)
})
