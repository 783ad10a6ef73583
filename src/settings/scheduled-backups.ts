import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'

export interface BackupPlan {
  /** Copies the settings into a new file. */
  readonly backup: (file: string) => Promise<void>
  readonly folder: string
  readonly everyMs: number
  /** How many copies stay; older ones are removed. */
  readonly keep: number
  readonly clock: Clock
  readonly log: Log
}

const NAME = /^lector-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.db$/
const PAUSE_AFTER_FAILURE_MS = 600_000

/** Copies the settings again and again until the signal. The pause counts from the newest copy, so restarts do not matter. */
export async function scheduleBackups(plan: BackupPlan, signal: AbortSignal): Promise<void> {
  const { everyMs, clock, log } = plan
  while (!signal.aborted) {
    try {
      const [newest] = await copiesIn(plan.folder)
      const due = newest ? timeOf(newest) + everyMs - clock.wall() : 0
      if (due > 0) await clock.sleep(due, signal)
      await backUp(plan)
    } catch (error) {
      if (signal.aborted) return
      log.error({ err: error }, 'the settings could not be backed up')
      await clock.sleep(Math.min(everyMs, PAUSE_AFTER_FAILURE_MS), signal).catch(() => {})
    }
  }
}

async function backUp({ backup, folder, keep, clock, log }: BackupPlan): Promise<void> {
  const moment = new Date(clock.wall()).toISOString().replace(/\.\d+/, '').replaceAll(':', '-')
  const file = join(folder, `lector-${moment}.db`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await backup(file)
  log.info({ file }, 'the settings are backed up')
  for (const old of (await copiesIn(folder)).slice(keep)) await rm(join(folder, old))
}

/** Newest first. Other files of the folder are none of ours. */
async function copiesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
}

function timeOf(name: string): number {
  const [day, time] = NAME.exec(name)![1]!.split('T')
  return Date.parse(`${day}T${time!.replaceAll('-', ':')}`)
}
