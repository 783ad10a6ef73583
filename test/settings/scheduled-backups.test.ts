import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scheduleBackups } from '../../src/settings/scheduled-backups.ts'
import { silentLog } from '../support/silent-log.ts'

const HOUR = 3_600_000

let folder: string
let time: number
let slept: number[]
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lector-backups-')), 'backups')
  time = Date.parse('2026-11-28T10:00:00Z')
  slept = []
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

/** Runs until it has slept so often; every sleep is over at once. */
async function run(sleeps: number, backup = (file: string) => writeFile(file, 'copy')): Promise<void> {
  const stop = new AbortController()
  const clock = {
    now: () => time,
    wall: () => time,
    sleep: async (ms: number) => {
      slept.push(ms)
      if (slept.length === sleeps) stop.abort()
      stop.signal.throwIfAborted()
      time += ms
    },
  }
  await scheduleBackups({ backup, folder, everyMs: 24 * HOUR, keep: 2, clock, log: silentLog }, stop.signal)
}

describe('scheduleBackups', () => {
  it('copies at once and then regularly, and removes the oldest copies', async () => {
    await run(4)
    expect(slept).toEqual([24, 24, 24, 24].map((hours) => hours * HOUR))
    expect(await readdir(folder)).toEqual(['lector-2026-11-30T10-00-00Z.db', 'lector-2026-12-01T10-00-00Z.db'])
  })

  it('counts the pause from the newest copy, also after a restart', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'lector-2026-11-28T07-00-00Z.db'), 'copy')
    await run(1)
    expect(slept).toEqual([21 * HOUR])
  })

  it('leaves files alone that it did not make', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'mine.db'), 'precious')
    await run(5)
    expect(await readdir(folder)).toContain('mine.db')
  })

  it('tries again ten minutes after a failure', async () => {
    let calls = 0
    await run(2, async (file) => {
      calls += 1
      if (calls === 1) throw new Error('the disk is full')
      await writeFile(file, 'copy')
    })
    expect(slept).toEqual([600_000, 24 * HOUR])
  })
})
