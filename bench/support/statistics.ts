/** The value below which this share of all values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Median, 99th percentile and worst, in milliseconds with two decimals. */
export function spread(values: readonly number[]): Record<'median' | 'p99' | 'worst', number> {
  return {
    median: round(median(values), 2),
    p99: round(quantile(values, 0.99), 2),
    worst: round(Math.max(...values), 2),
  }
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
