import { expect, test } from 'vitest'
import { prefixDistance } from '../../src/kernel/edit-distance.ts'

test('prefixDistance ignores letters that are not typed yet', () => {
  expect(prefixDistance('jen', 'jennifer')).toBe(0)
  expect(prefixDistance('jenifr', 'jennifer')).toBe(2)
  expect(prefixDistance('chery', 'cherry')).toBe(1)
  expect(prefixDistance('cherrys', 'cherry')).toBe(1)
})
