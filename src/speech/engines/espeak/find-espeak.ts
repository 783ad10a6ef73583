import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Espeak } from './espeak.ts'

const PROGRAM = 'espeak-ng'
const PACKAGE = '@echogarden/espeak-ng-emscripten'

/**
 * The eSpeak NG that the operator installed: the program `path`, or the one on PATH, or else the npm package beside
 * Lector. Undefined when there is none; Lector neither contains nor installs it, since its licence is the GPL.
 */
export async function findEspeak(path?: string): Promise<Espeak | undefined> {
  const program: Espeak = { file: path ?? PROGRAM, args: [] }
  if (await answers(program)) return program
  if (path !== undefined || !isInstalled(PACKAGE)) return undefined
  return { file: process.execPath, args: [fileURLToPath(new URL('./package-child.ts', import.meta.url)), PACKAGE] }
}

const PATIENCE_MS = 5_000

async function answers({ file, args }: Espeak): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(file, [...args, '--version'], { timeout: PATIENCE_MS })
    return stdout.includes('eSpeak NG')
  } catch {
    return false
  }
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}
