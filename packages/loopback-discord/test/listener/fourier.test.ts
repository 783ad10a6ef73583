import { expect, test } from 'vitest'
import { crossCorrelate } from '../../src/listener/fourier.ts'

test('correlation through the Fourier transform is the one by hand', () => {
  const a = Float64Array.from({ length: 37 }, (_, index) => Math.sin(index * index))
  const b = Float64Array.from({ length: 53 }, (_, index) => Math.cos(3 * index * index))
  const correlation = crossCorrelate(a, b)
  for (let lag = -36; lag < 53; lag++) {
    const byHand = a.reduce((sum, value, index) => sum + value * (b[index + lag] ?? 0), 0)
    expect(correlation.at(lag)).toBeCloseTo(byHand, 9)
  }
})
