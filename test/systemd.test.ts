import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { notifySystemd } from '../src/systemd.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lector-systemd-'))
  // As systemd's own is not on every machine.
  await writeFile(join(folder, 'systemd-notify'), `#!/bin/sh\necho "$NOTIFY_SOCKET $*" >> ${folder}/said\n`)
  await chmod(join(folder, 'systemd-notify'), 0o755)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const said = async () => (await readFile(join(folder, 'said'), 'utf8').catch(() => '')).split('\n').slice(0, -1)

describe.skipIf(process.platform === 'win32')('notifySystemd', () => {
  it('says that the bot is ready, alive and stopping', async () => {
    const environment = { PATH: `${folder}:${process.env.PATH}`, NOTIFY_SOCKET: '/run/x', WATCHDOG_USEC: '200000' }
    const systemd = notifySystemd(environment)
    systemd.ready()
    await vi.waitFor(
      async () => expect((await said()).filter((line) => line.includes('WATCHDOG=1')).length).toBeGreaterThan(2),
      5_000,
    )
    systemd.stopping()
    await vi.waitFor(async () => expect(await said()).toContain('/run/x STOPPING=1'), 5_000)
    expect((await said())[0]).toBe('/run/x READY=1')
  })

  it('does nothing without systemd', async () => {
    notifySystemd({ PATH: folder }).ready()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await said()).toEqual([])
  })
})
