import { once } from 'node:events'
import { type BotProcess, startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { ChannelType } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'

const SHARDS = 4
const PATIENCE = { timeout: 40_000, interval: 50 }

interface Server {
  readonly guild: string
  readonly text: string
  readonly voice: string
  readonly member: string
  readonly shard: number
}

/** Four shards, two for each process, one database, one person who listens in a server of each shard. */
let postgres: TestPostgres
let sandbox: Sandbox
let environment: Record<string, string>
let servers: Server[]
const bots: BotProcess[] = []
const logs: string[][] = []

beforeAll(async () => {
  postgres = await startPostgres()
  environment = { DATABASE_URL: await postgres.createDatabase(), LECTOR_SHARDS_PER_PROCESS: '2' }
  sandbox = await startSandbox({ discord: { shards: SHARDS, logins: { maxConcurrency: 16, strict: true } } })
  servers = serversOfAllShards()
  await Promise.all([start(), start()])
  for (const { member, voice } of servers) await sandbox.voicePresence.join(member, voice)
}, 120_000)
afterAll(async () => {
  for (const { child } of bots) child.kill('SIGKILL')
  await sandbox?.close()
  await postgres?.stop()
})

async function start(options: { standby?: boolean } = {}): Promise<BotProcess> {
  const log: string[] = []
  const bot = await startBot(sandbox, { ...options, environment, onLog: (line) => log.push(line) })
  // Processes become ready in any order: each keeps the log of its own place.
  bots.push(bot)
  logs.push(log)
  return bot
}

function serversOfAllShards(): Server[] {
  const { world } = sandbox.discord
  const found = new Map<number, Server>()
  while (found.size < SHARDS) {
    const owner = world.addUser({ username: `owner${world.users.size}` })
    const { id: guild } = world.addGuild({ name: 'A server', ownerId: owner.id })
    const shard = Number((BigInt(guild) >> 22n) % BigInt(SHARDS))
    if (found.has(shard)) continue
    world.addMember(guild, sandbox.fixture.bot.user.id)
    const text = world.addChannel(guild, { type: ChannelType.GuildText, name: 'general' }).id
    const voice = world.addChannel(guild, { type: ChannelType.GuildVoice, name: 'lounge' }).id
    found.set(shard, { guild, text, voice, member: owner.id, shard })
  }
  return [...found.values()].toSorted((one, other) => one.shard - other.shard)
}

const command = async ({ member, text }: Server, name: string, options = {}) => {
  const slash = { userId: member, channelId: text, command: name, options }
  return await sandbox.discord.interactions.slash(slash).until(AbortSignal.timeout(20_000))
}
const write = ({ member, text }: Server, content: string) => {
  sandbox.discord.world.messages.create(text, member, { content })
}
const asked = (words: string) => sandbox.speech.requests.filter(({ text }) => text.includes(words)).length
const shardsOf = (log: readonly string[]) =>
  /"shards":\[([\d,]+)\]/.exec(log.find((line) => line.includes('"ready"')) ?? '')?.[1]

it('shares the shards among processes, and each speaks in its own servers alone', async () => {
  expect(logs.map(shardsOf).sort()).toEqual(['0,1', '2,3'])
  for (const server of servers) {
    await command(server, 'join')
    await command(server, 'read here')
    write(server, `Hello from shard ${server.shard}.`)
  }
  for (const { shard } of servers) await expect.poll(() => asked(`from shard ${shard}`), PATIENCE).toBe(1)
  expect(sandbox.discord.gateway.logins.all.every(({ accepted }) => accepted)).toBe(true)
})

it('a setting that one process changes holds in the other at once', async () => {
  const [first] = servers
  await command(first!, 'server voice', { voice: 'Ethan' })
  write(first!, 'Said with the new voice.')
  await expect.poll(() => asked('new voice'), PATIENCE).toBe(1)
  expect(sandbox.speech.requests.at(-1)?.voice).toBe('Ethan')
})

it('a killed process is replaced by a standby, which goes back to its channels and reads what was missed', async () => {
  await start({ standby: true })
  const standby = logs.at(-1)!
  await expect.poll(() => standby.some((line) => line.includes('standby')), PATIENCE).toBe(true)
  expect(shardsOf(standby)).toBeUndefined()

  const victim = bots[0]!
  const orphaned = servers.filter(({ shard }) => shardsOf(logs[0]!)!.includes(String(shard)))
  const ended = once(victim.child, 'exit')
  victim.child.kill('SIGKILL')
  await ended
  const killedAt = performance.now()
  for (const server of orphaned) write(server, `Missed on shard ${server.shard}.`)
  for (const { shard } of orphaned) await expect.poll(() => asked(`Missed on shard ${shard}`), PATIENCE).toBe(1)
  // The lease runs for fifteen seconds; its successor has twenty more.
  expect(performance.now() - killedAt).toBeLessThan(35_000)
  await expect.poll(() => shardsOf(standby), PATIENCE).toBe(shardsOf(logs[0]!))
})

it('a process that is asked to stop hands its shards over, and nothing is lost or said twice', async () => {
  await start({ standby: true })
  const standby = logs.at(-1)!
  await expect.poll(() => standby.some((line) => line.includes('standby')), PATIENCE).toBe(true)
  const leaving = bots[1]!
  const orphaned = servers.filter(({ shard }) => shardsOf(logs[1]!)!.includes(String(shard)))
  for (const server of orphaned) write(server, `Before the stop on ${server.shard}.`)
  for (const { shard } of orphaned) await expect.poll(() => asked(`Before the stop on ${shard}`), PATIENCE).toBe(1)
  const stopped = leaving.stop()
  for (const server of orphaned) write(server, `During the stop on ${server.shard}.`)
  expect(await stopped).toBe(0)
  for (const { shard } of orphaned) await expect.poll(() => asked(`During the stop on ${shard}`), PATIENCE).toBe(1)
  expect(orphaned.map(({ shard }) => asked(`Before the stop on ${shard}`))).toEqual([1, 1])
})
