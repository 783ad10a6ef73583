import { LectorError } from '../kernel/errors.ts'
import { isTimeZone } from '../kernel/time-zones.ts'
import type { Rule, Rules } from './limits.ts'
import type { Patch } from './types.ts'

/** Throws `settings.value-out-of-range` or `settings.value-not-allowed` for the first invalid value. */
export function checkPatch<T>(rules: Rules<T>, patch: Patch<T>): void {
  for (const [setting, value] of Object.entries(patch)) {
    if (!Object.hasOwn(rules, setting)) throw notAllowed(setting)
    if (value !== undefined && value !== null) checkValue(setting, rules[setting as keyof T], value)
  }
}

export function checkValue(setting: string, rule: Rule, value: unknown): void {
  if (!hasShape(rule, value)) throw notAllowed(setting)
  if (rule.kind === 'choice' || rule.kind === 'switch' || rule.kind === 'time-zone') return
  const { min, max } = rule
  const size = typeof value === 'string' ? value.length : (value as number)
  if (size >= min && size <= max) return
  const message = `Cannot set "${setting}": ${size} is not between ${min} and ${max}`
  throw new LectorError('settings.value-out-of-range', { setting, ...inUnits(rule) }, message)
}

function inUnits(rule: Exclude<Rule, { readonly kind: 'choice' | 'switch' | 'time-zone' }>) {
  const { kind, min, max } = rule
  if (kind === 'text') return { min, max, unit: 'characters' } as const
  return rule.unit === 'ms' ? ({ min: min / 1000, max: max / 1000, unit: 'seconds' } as const) : { min, max }
}

/** A snowflake is an unsigned 64-bit number: at most 20 digits. */
export function checkIds(ids: Readonly<Record<string, string>>): void {
  for (const [setting, id] of Object.entries(ids)) {
    if (!/^\d{1,20}$/.test(id)) throw notAllowed(setting)
  }
}

export function checkCount(setting: string, count: number, limit: number): void {
  if (count <= limit) return
  throw new LectorError('settings.too-many', { setting, limit }, `Cannot add to "${setting}": the limit is ${limit}`)
}

function hasShape(rule: Rule, value: unknown): boolean {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string' && isKeepable(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'choice':
      return rule.of.includes(value as string)
    case 'switch':
      return typeof value === 'boolean'
    case 'time-zone':
      return typeof value === 'string' && isTimeZone(value)
  }
}

/** Postgres rejects NUL and both databases reject half a surrogate pair; other controls have no sound. */
function isKeepable(text: string): boolean {
  return text.isWellFormed() && !/\p{Cc}/u.test(text)
}

function notAllowed(setting: string): LectorError {
  return new LectorError('settings.value-not-allowed', { setting }, `Cannot set "${setting}": not an allowed value`)
}
