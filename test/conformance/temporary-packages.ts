import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface TemporaryPackages {
  readonly directory: string
  load<T>(name: string): T
  remove(): Promise<void>
}

/** Installs packages into a folder of their own, for checks that need what Lector does not. */
export async function temporaryPackages(versions: Readonly<Record<string, string>>): Promise<TemporaryPackages> {
  const directory = await mkdtemp(join(tmpdir(), 'lector-check-'))
  const file = join(directory, 'package.json')
  await writeFile(file, JSON.stringify({ private: true, type: 'module', dependencies: versions }))
  // Without install scripts and optional packages: nothing is built, and nothing else is downloaded.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', ['install', ...flags], { cwd: directory })
  const require = createRequire(file)
  return {
    directory,
    load: (name) => require(name),
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
