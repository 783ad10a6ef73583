import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPacketCache } from '../../src/audio/open-packet-cache.ts'
import { openDiskPacketCache } from '../../src/audio/packet-cache-disk.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../support/silent-log.ts'

describe('openDiskPacketCache', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lector-packets-'))
  })
  afterEach(() => rm(directory, { recursive: true, force: true }))

  const limits = { maxBytes: 100_000, maxEntries: 100, lifetime: 60_000 }
  const open = (changed: Partial<typeof limits> = {}) =>
    openDiskPacketCache(directory, { ...limits, ...changed }, systemClock, silentLog)
  const stored = (text = 'words') => ({ packed: Buffer.from(text), note: 'note' })

  it('never writes what must not last', async () => {
    const cache = await open()
    await cache.put('a', stored(), { lasting: false })
    expect(await readdir(directory)).toEqual([])
    expect(await cache.get('a')).toBeUndefined()
  })

  it('gives what lasts after a restart', async () => {
    await (await open()).put('a', stored(), { lasting: true })
    expect(await (await open()).get('a')).toEqual(stored())
  })

  it('writes files that only their owner may read', async () => {
    await (await open()).put('a', stored(), { lasting: true })
    const { mode } = await stat(join(directory, 'a.packets'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('takes a file that was cut at any byte, or changed, for missing, and removes it', async () => {
    const cache = await open()
    const path = join(directory, 'a.packets')
    await cache.put('a', stored(), { lasting: true })
    const whole = await readFile(path)
    for (let end = 0; end < whole.length; end++) {
      await writeFile(path, whole)
      await truncate(path, end)
      expect(await (await open()).get('a')).toBeUndefined()
      expect(await readdir(directory)).toEqual([])
    }
    whole.writeUInt8(whole.readUInt8(40) ^ 1, 40)
    await writeFile(path, whole)
    expect(await (await open()).get('a')).toBeUndefined()
  })

  it('obeys smaller limits after a restart, and clears away what a crash left', async () => {
    const cache = await open()
    for (const key of ['a', 'b', 'c']) await cache.put(key, stored(), { lasting: true })
    await writeFile(join(directory, '0123.unfinished'), 'half')
    await open({ maxEntries: 1 })
    expect(await readdir(directory)).toHaveLength(1)
  })

  it('leaves no file outside its folder, whatever the key', async () => {
    const cache = await open()
    await cache.put('../escaped', stored(), { lasting: true })
    expect(await readdir(directory)).toEqual([])
    expect(await readdir(join(directory, '..'))).not.toContain('escaped.packets')
  })

  it('forgets a file that somebody removed', async () => {
    const cache = await open()
    await cache.put('a', stored(), { lasting: true })
    await rm(join(directory, 'a.packets'))
    expect(await cache.get('a')).toBeUndefined()
    await cache.put('a', stored('again'), { lasting: true })
    expect(await cache.get('a')).toEqual(stored('again'))
  })

  it('is a cache that has nothing when its folder is gone', async () => {
    const cache = await open()
    await cache.put('a', stored(), { lasting: true })
    await rm(directory, { recursive: true })
    await cache.put('b', stored(), { lasting: true })
    expect([await cache.get('a'), await cache.get('b')]).toEqual([undefined, undefined])
  })

  it('has the same secret in a folder at every start, readable by its owner alone', async () => {
    const start = () => openPacketCache({ memoryBytes: 1, diskBytes: 1, directory, clock: systemClock, log: silentLog })
    const [one, two] = await Promise.all([start(), start()])
    expect(one!.secret).toHaveLength(32)
    expect([...two!.secret]).toEqual([...one!.secret])
    expect([...(await start())!.secret]).toEqual([...one!.secret])
    expect((await stat(join(directory, 'secret'))).mode & 0o777).toBe(0o600)
    expect(await readdir(directory)).toEqual(['secret'])
  })

  it('can be off, or in memory alone with a secret of its own', async () => {
    const options = { diskBytes: 0, directory, clock: systemClock, log: silentLog }
    expect(await openPacketCache({ ...options, memoryBytes: 0 })).toBeUndefined()
    const one = await openPacketCache({ ...options, memoryBytes: 1 })
    const two = await openPacketCache({ ...options, memoryBytes: 1 })
    expect([...one!.secret]).not.toEqual([...two!.secret])
    expect(await readdir(directory)).toEqual([])
  })
})
