import { pino } from 'pino'
import type { Log } from '../kernel/log.ts'
import { patientLines } from './patient-lines.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** JSON lines on standard error; standard output belongs to what a command prints. */
export function createLog(level: LogLevel): Log {
  const lines = patientLines(2)
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error, MAX_CAUSES) },
    },
    lines.stream,
  )
  lines.onRecovered((dropped) => log.warn({ dropped }, 'log lines were dropped because nobody read them'))
  return log
}

/** An error can be its own cause. */
const MAX_CAUSES = 4

/**
 * A whitelist of an error's fields: errors of HTTP clients carry request headers, which contain keys, and bodies,
 * which contain people's words.
 */
function describeError(error: unknown, causes: number): unknown {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack } = error
  const code = 'code' in error && typeof error.code !== 'object' ? error.code : undefined
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined
  const cause = causes > 0 && error.cause instanceof Error ? describeError(error.cause, causes - 1) : undefined
  return { type: name, message, code, status, cause, stack: stack?.split('\n').slice(1, 8).join('\n') }
}
