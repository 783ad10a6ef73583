import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { InvalidValue, VARIABLES, type Variable, type VariableName } from './variables.ts'

type Values = { [N in VariableName]: ReturnType<(typeof VARIABLES)[N]['parse']> }
type WithFallback = {
  [N in VariableName]: (typeof VARIABLES)[N] extends { fallback: string } ? N : never
}[VariableName]

/** Every variable's value; those without a fallback may be undefined. */
export type Config = Readonly<Pick<Values, WithFallback> & Partial<Omit<Values, WithFallback>>>

/** Says which variables are wrong and what they may be, all at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export interface Environment {
  readonly [name: string]: string | undefined
}

/**
 * Reads the configuration from environment variables. An empty variable counts as not set. A secret `NAME` is also
 * read from the file that `NAME_FILE` names (Docker and systemd hand them over like that).
 */
export function readConfig(
  environment: Environment,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  const config: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, variable] of Object.entries<Variable<unknown>>(VARIABLES)) {
    try {
      const value = rawValue(name, variable, environment, readFile)
      if (value !== undefined) config[name] = variable.parse(value)
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error
      problems.push(`${name} must be ${error.message}`)
    }
  }
  if (problems.length > 0) throw new ConfigError(`The configuration is not right:\n  ${problems.join('\n  ')}`)
  return Object.freeze(config) as Config
}

/** Adds what `.env` in the current folder says to the environment; what is set already stays. */
export function loadEnvFile(): void {
  dotenv.config({ quiet: true })
}

function rawValue(
  name: string,
  variable: Variable<unknown>,
  environment: Environment,
  readFile: (path: string) => string,
): string | undefined {
  const direct = environment[name]?.trim()
  if (direct) return direct
  const path = environment[`${name}_FILE`]
  if (!variable.secret || !path) return variable.fallback
  try {
    return readFile(path).trim() || variable.fallback
  } catch {
    throw new InvalidValue(`in a file that can be read; ${name}_FILE names ${JSON.stringify(path)}`)
  }
}
