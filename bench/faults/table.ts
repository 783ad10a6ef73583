import type { Measurement } from './measure.ts'
import { type Goal, keeps, type Row } from './rows.ts'
import type { Results } from './run.ts'

/** Results as lines of a table: the median and the worst of each figure. */
export function table(results: Results): string {
  const head = ['fault', 'rounds', 'frames lost', 'longest gap, ms', 'recovered in, ms', 'op 4 sent', 'goal', '']
  const lines = [...results].map(([row, measured]) => [
    row.name,
    String(measured.length),
    ...(['lost', 'gap', 'recovered', 'requests'] as const).map((figure) => spread(measured, figure)),
    goalText(row.goal),
    verdict(row, measured),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)))
  const format = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [format(head), ...lines.map(format)].join('\n')
}

/** The same for other programs. */
export function summary(results: Results): object[] {
  return [...results].map(([row, measured]) => ({
    fault: row.name,
    goal: row.goal,
    kept: measured.every((one) => keeps(row, one)),
    rounds: measured,
  }))
}

function spread(measured: readonly Measurement[], figure: 'lost' | 'gap' | 'recovered' | 'requests'): string {
  const sorted = measured.map((one) => Math.round(one[figure])).toSorted((a, b) => a - b)
  return `${sorted[Math.floor((sorted.length - 1) / 2)]} / ${sorted.at(-1)}`
}

const FIGURES: Readonly<Record<keyof Goal, string>> = { lost: 'lost', recovered: 'ms', requests: 'op 4' }

function goalText(goal: Goal): string {
  return Object.entries(goal)
    .map(([figure, most]) => `≤ ${most} ${FIGURES[figure as keyof Goal]}`)
    .join(', ')
}

function verdict(row: Row, measured: readonly Measurement[]): string {
  const failed = measured.filter((one) => !keeps(row, one)).length
  const problems = new Set(measured.flatMap((one) => one.problems))
  if (failed === 0) return 'kept'
  return [`${failed} of ${measured.length} not kept`, ...problems].join('; ')
}
