import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { ChannelType } from 'discord-api-types/v10'
import { openSettings } from '../src/settings/open.ts'
import { atMost, type Bench, type Row } from './support/bench.ts'
import { residentOf } from './support/process-facts.ts'
import { median, round } from './support/statistics.ts'

/** What servers cost in which nothing is said: the start, the memory, and their settings. */
export const servers: Bench = {
  name: 'servers',
  async *run({ quick }) {
    yield* starting(quick ? 20 : 1_000, quick ? 1 : 3)
    yield* settings(quick ? 50 : 10_000)
  },
}

async function* starting(count: number, runs: number): AsyncGenerator<Row> {
  const sandbox = await startSandbox()
  const few = await startAndWeigh(sandbox, runs)
  for (let index = 0; index < count; index++) settle(sandbox, index)
  const many = await startAndWeigh(sandbox, runs)
  await sandbox.close()
  const what = 'start of the process → ready (s)'
  yield { what, how: '1 server', values: { median: round(few.seconds, 2) } }
  const goal = atMost(2, round(many.seconds, 2), 's')
  yield { what, how: `${count} servers`, values: { median: round(many.seconds, 2) }, goal }
  const kib = (many.memory - few.memory) / count / 1024
  const note = 'resident after the start, rest of the start’s garbage included; each has four channels and two members'
  if (Number.isNaN(kib)) yield { what: 'memory of an idle server (KiB)', how: '', values: {}, note: 'needs /proc' }
  else yield { what: 'memory of an idle server (KiB)', how: `${count} servers`, values: { KiB: round(kib, 1) }, note }
}

async function startAndWeigh(sandbox: Sandbox, runs: number): Promise<{ seconds: number; memory: number }> {
  const seconds: number[] = []
  let memory = Number.NaN
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    const bot = await startBot(sandbox)
    seconds.push((performance.now() - start) / 1_000)
    await sleep(300)
    memory = residentOf(bot.child.pid)
    await bot.stop()
  }
  return { seconds: median(seconds), memory }
}

function settle({ discord: { world }, fixture }: Sandbox, index: number): void {
  const guild = world.addGuild({ name: `server ${index}`, ownerId: fixture.people.mia.id })
  world.addMember(guild.id, fixture.bot.user.id)
  for (const name of ['general', 'announcements']) world.addChannel(guild.id, { type: ChannelType.GuildText, name })
  for (const name of ['lounge', 'workshop']) world.addChannel(guild.id, { type: ChannelType.GuildVoice, name })
}

async function* settings(count: number): AsyncGenerator<Row> {
  const directory = await mkdtemp(join(tmpdir(), 'lector-bench-'))
  const ids = Array.from({ length: count }, (_, index) => String(1_000_000_000_000_000_000n + BigInt(index)))
  const writer = await openSettings({ directory })
  const writing = await perCall(ids, (id) => writer.guilds.update(id, { voice: 'Cherry' }))
  await writer.close()
  const opening = performance.now()
  const reader = await openSettings({ directory })
  const opened = performance.now() - opening
  const cold = await perCall(ids.slice(0, 1_000), (id) => reader.guilds.read(id))
  const warm = await perCall(ids.slice(0, 1_000), (id) => reader.guilds.read(id))
  await reader.close()
  await rm(directory, { recursive: true, force: true })
  yield {
    what: 'settings in SQLite',
    how: `${count} servers`,
    values: {
      'open ms': round(opened, 1),
      'write µs': round(writing, 0),
      'first read µs': round(cold, 0),
      'read again µs': round(warm, 1),
    },
  }
}

/** Microseconds, one call after the other. */
async function perCall(ids: readonly string[], call: (id: string) => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (const id of ids) await call(id)
  return ((performance.now() - start) * 1_000) / ids.length
}
