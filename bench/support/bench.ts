/** One measured number, as the table and the JSON show it. */
export interface Row {
  /** What was measured: `first sound`. */
  readonly what: string
  /** Under which circumstances: `ours`, `ffmpeg`, `300 speakers`. */
  readonly how: string
  readonly values: Readonly<Record<string, number | string>>
  /** What it should be, where there is something it should be. */
  readonly goal?: Goal
  /** Why a number has to be read with care, or is missing. */
  readonly note?: string
}

export interface Goal {
  readonly text: string
  readonly reached: boolean
}

export interface BenchOptions {
  /** A few runs of everything, to see that it works; the numbers mean nothing. */
  readonly quick: boolean
}

/** A measurement. Rows are printed as they come. */
export interface Bench {
  /** For `--only`. */
  readonly name: string
  readonly run: (options: BenchOptions) => AsyncIterable<Row>
}

/** A goal that a number may reach from above. */
export function atMost(limit: number, value: number, unit: string): Goal {
  return { text: `≤ ${limit} ${unit}`, reached: value <= limit }
}

/** A goal that a number may reach from below. */
export function atLeast(limit: number, value: number, unit: string): Goal {
  return { text: `≥ ${limit} ${unit}`, reached: value >= limit }
}
