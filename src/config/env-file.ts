import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import dotenv from 'dotenv'
import { unknownVariables } from './unknown-variables.ts'

export interface EnvFile {
  /** Undefined when the folder has none that can be read. */
  readonly path?: string
  /** A sentence for each thing that its author should know. */
  readonly notes: readonly string[]
}

/** Adds the variables of `.env` in a folder to the environment; variables that are set already keep their values. */
export function loadEnvFile(folder = process.cwd(), environment: NodeJS.ProcessEnv = process.env): EnvFile {
  const path = join(folder, '.env')
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    return { notes: [...whyNot(error, path, folder), ...unknownVariables(environment, {})] }
  }
  const { text, notes } = decode(bytes, path)
  const values = dotenv.parse(text)
  notes.push(...unknownVariables(environment, values))
  for (const [name, value] of Object.entries(values)) environment[name] ??= value
  return { path, notes }
}

function whyNot(error: unknown, path: string, folder: string): string[] {
  const code = (error as { code?: string }).code
  if (code === 'ENOENT') return lookalikes(folder)
  if (code === 'EISDIR') {
    return [
      `${path} is a folder. Docker makes one when the file to mount does not exist: remove it and write the file.`,
    ]
  }
  return [`${path} cannot be read (${code}): let the user that runs Lector read it.`]
}

/** What editors and browsers make of the name. */
function lookalikes(folder: string): string[] {
  const others = filesIn(folder).filter((name) => /^\.?env(\.txt)?$|^\.env\.(local|txt|save)$/i.test(name))
  return others.map((name) => `Lector reads .env, not ${join(folder, name)}: rename it to .env.`)
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** PowerShell and Notepad write UTF-16 when they are not told otherwise. */
function decode(bytes: Buffer, path: string): { text: string; notes: string[] } {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  if (!bigEndian && !bytes.includes(0)) return { text: bytes.toString('utf8'), notes: [] }
  const note = `${path} is UTF-16. Lector reads it, but Docker and systemd do not: save it as UTF-8.`
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return { text: (bigEndian ? Buffer.from(even).swap16() : even).toString('utf16le'), notes: [note] }
}
