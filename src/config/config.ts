import { readFileSync } from 'node:fs'
import { InvalidValue, type ValuesOf, type Variable } from '../kernel/variables.ts'
import { VARIABLES } from './variables.ts'

/** The value of every variable; undefined is possible only for those without a fallback. */
export type Config = Readonly<ValuesOf<typeof VARIABLES>>

/** Lists all wrong variables at once, each with its allowed values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export interface Environment {
  readonly [name: string]: string | undefined
}

/**
 * Reads the configuration from environment variables. An empty variable counts as not set. A secret `NAME` can also
 * come from the file that `NAME_FILE` names, as Docker and systemd pass secrets.
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
  if (problems.length > 0) throw new ConfigError(`Invalid configuration:\n  ${problems.join('\n  ')}`)
  return Object.freeze(config) as Config
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
