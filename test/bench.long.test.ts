import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { benches } from '../bench/benches.ts'

const MAIN = join(import.meta.dirname, '../bench/main.ts')
const run = promisify(execFile)

it('every bench runs, and each of its rows has numbers or says why not', { timeout: 180_000 }, async () => {
  const { stdout } = await run(process.execPath, [MAIN, '--quick', '--json'], { maxBuffer: 2 ** 22 })
  const { rows } = JSON.parse(stdout) as { rows: { bench: string; values: object; note?: string }[] }
  expect(new Set(rows.map(({ bench }) => bench))).toEqual(new Set(benches.map(({ name }) => name)))
  for (const row of rows) {
    const isTold = Object.values(row.values).length > 0 && !Object.values(row.values).some(Number.isNaN)
    expect(isTold || row.note, JSON.stringify(row)).toBeTruthy()
  }
})

it('a bench that does not exist is refused by name', async () => {
  await expect(run(process.execPath, [MAIN, '--only', 'nothing'])).rejects.toThrow('no bench is called nothing')
})
