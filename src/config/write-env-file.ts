import { readFile, rename, writeFile } from 'node:fs/promises'

/** Only the person who runs Lector may read the token and the key. */
const MODE = 0o600

/** Sets variables in an `.env` file and leaves its other lines as they are; undefined comments a variable out. */
export async function writeEnvFile(path: string, values: Readonly<Record<string, string | undefined>>): Promise<void> {
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // Renamed into place: a full disk must not cost the settings that were there.
  const draft = `${path}.new`
  await writeFile(draft, withValues(before, values), { mode: MODE })
  await rename(draft, path)
}

export function withValues(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
  for (const [name, value] of Object.entries(values)) {
    const assigned = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`)
    const at = lines.findIndex((line) => assigned.test(line))
    const line = value === undefined ? `#${name}=` : `${name}=${value}`
    if (at >= 0) lines[at] = line
    else if (value !== undefined) lines.push(line)
  }
  return `${lines.join('\n')}\n`
}
