import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aloneOwnership } from '../../src/fleet/alone.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { shardOwnershipContract } from '../contracts/shard-ownership.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lector-alone-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

shardOwnershipContract({
  name: 'A single process',
  several: false,
  open: async () => aloneOwnership(directory, systemClock),
})

it('a killed process leaves its data folder to the next one', async () => {
  const program = `
    const { aloneOwnership } = await import('${new URL('../../src/fleet/alone.ts', import.meta.url).href}')
    const { systemClock } = await import('${new URL('../../src/kernel/clock.ts', import.meta.url).href}')
    await aloneOwnership(${JSON.stringify(directory)}, systemClock).acquire({ shards: 1, perProcess: 1 }, new AbortController().signal)
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const acquire = () =>
    aloneOwnership(directory, systemClock).acquire(
      { shards: 1, perProcess: 1 },
      AbortSignal.timeout(5_000),
      () => undefined,
    )
  await expect(acquire()).rejects.toThrow(`Lector runs on it already (process ${child.pid} on `)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await acquire()).release()
})
