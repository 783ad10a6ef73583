import type { Row } from './bench.ts'

/** One line of the table. */
export function lineOf({ what, how, values, goal, note }: Row): string {
  const numbers = Object.entries(values).map(([name, value]) => `${name} ${value}`)
  const verdict = goal ? `${goal.reached ? 'reached' : 'MISSED'} (${goal.text})` : ''
  return `| ${[what, how, numbers.join(', '), verdict, note ?? ''].join(' | ')} |`
}

/** The table's head. */
export const HEAD = ['| What | How | Numbers | Goal | Note |', '|---|---|---|---|---|'].join('\n')
