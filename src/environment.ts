import { resolve } from 'node:path'
import { type EnvFile, loadEnvFile } from './config/env-file.ts'

let loaded: EnvFile | undefined

/** Reads `.env` of the current folder, once in a process, and tells the person at the console what looks wrong. */
export function loadEnvironment(): EnvFile {
  if (loaded) return loaded
  loaded = loadEnvFile()
  for (const note of loaded.notes) console.error(note)
  return loaded
}

/** The path of a file that somebody named, who may stand in another folder than the one npm runs its scripts in. */
export function fromWhereTheyStand(path: string, environment: NodeJS.ProcessEnv = process.env): string {
  const { npm_lifecycle_event: byNpm, INIT_CWD: folder } = environment
  return byNpm !== undefined && folder ? resolve(folder, path) : resolve(path)
}
