import type { Rule } from '../../src/settings/limits.ts'
import type { Word } from '../../src/settings/types.ts'

export function literal(pattern: string, replacement: string): Word {
  return { kind: 'literal', pattern, replacement, wholeWord: true, matchCase: false }
}

export function pattern(expression: string): Word {
  return { ...literal(expression, ''), kind: 'regex' }
}

/** A value at the edge of what the rule allows. */
export function example(rule: Rule, edge: 'min' | 'max'): string | number | boolean {
  switch (rule.kind) {
    case 'text':
      return '名'.repeat(rule[edge])
    case 'choice':
      return edge === 'min' ? rule.of[0]! : rule.of.at(-1)!
    case 'time-zone':
      return edge === 'min' ? 'UTC' : 'America/Argentina/Buenos_Aires'
    case 'switch':
      return edge === 'max'
    default:
      return rule[edge]
  }
}
