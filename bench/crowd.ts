import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sine } from '@lector/loopback-discord'
import { type BotProcess, startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { ChannelType } from 'discord-api-types/v10'
import { openSettings } from '../src/settings/open.ts'
import type { Bench } from './support/bench.ts'
import { nextSpeech } from './support/next-speech.ts'
import { cpuOf, residentOf } from './support/process-facts.ts'
import { median, round } from './support/statistics.ts'

const SOUND = sine(440, 320)
const WINDOW_MS = 5_000
/** Discord lets a shard ask for not quite two voice channels a second. */
const RETURN_MS = 900
const MIB = 2 ** 20

interface Place {
  readonly guild: string
  readonly text: string
  readonly voice: string
  readonly member: string
}

/** One process for very many servers, some of them in voice: a bot that comes back after it was killed. */
export const crowd: Bench = {
  name: 'crowd',
  async *run({ quick }) {
    const [count, inVoice] = quick ? [50, 3] : [10_000, 200]
    const synthesize = async function* () {
      yield SOUND
    }
    const sandbox = await startSandbox({ speech: { synthesize, requestsPerMinute: Number.POSITIVE_INFINITY } })
    const directory = await mkdtemp(join(tmpdir(), 'lector-bench-'))
    const places = Array.from({ length: count }, (_, index) => settle(sandbox, index))
    const spoken = places.slice(0, inVoice)
    await keep(directory, places, spoken)
    for (const { member, voice } of spoken) await sandbox.voicePresence.join(member, voice)

    const start = performance.now()
    const bot = await startBot(sandbox, { environment: { LECTOR_DATA_DIR: directory } })
    const ready = performance.now() - start
    const back = await untilBack(sandbox, spoken, inVoice * RETURN_MS + 30_000)
    const returned = performance.now() - start
    const before = cpuOf(bot.child.pid)
    await sleep(quick ? 500 : WINDOW_MS)
    const cpu = (cpuOf(bot.child.pid) - before) / (quick ? 500 : WINDOW_MS)
    const memory = residentOf(bot.child.pid)
    const times: number[] = []
    for (const place of spoken.slice(0, 20)) times.push(await say(sandbox, place))
    yield {
      what: 'a crowd of servers',
      how: `${count} with settings, ${inVoice} of them in voice`,
      values: {
        'ready s': round(ready / 1_000, 1),
        'back in voice': `${back} of ${inVoice}`,
        'after s': round(returned / 1_000, 0),
        ...(Number.isNaN(memory) ? {} : { 'RSS MiB': round(memory / MIB, 0), 'CPU % in silence': round(100 * cpu, 1) }),
        '/say to first packet ms': round(median(times), 1),
        'worst ms': round(Math.max(...times), 1),
      },
      note: 'Discord lets one shard into a channel every 0.7 s',
    }
    await end(bot, sandbox, directory)
  },
}

function settle({ discord: { world }, fixture }: Sandbox, index: number): Place {
  const member = world.addUser({ username: `member${index}` }).id
  const guild = world.addGuild({ name: `server ${index}`, ownerId: member }).id
  world.addMember(guild, fixture.bot.user.id)
  const text = world.addChannel(guild, { type: ChannelType.GuildText, name: 'general' }).id
  const voice = world.addChannel(guild, { type: ChannelType.GuildVoice, name: 'lounge' }).id
  return { guild, text, voice, member }
}

/** What the bot wrote before it was killed. */
async function keep(directory: string, places: readonly Place[], spoken: readonly Place[]): Promise<void> {
  const settings = await openSettings({ directory })
  for (const { guild } of places) await settings.guilds.update(guild, { voice: 'Cherry' })
  for (const { guild, voice } of spoken) await settings.intents.set({ guild, channel: voice, since: Date.now() })
  await settings.close()
}

/** How many servers have the bot in their voice channel again, at the latest after so many milliseconds. */
async function untilBack({ discord, fixture }: Sandbox, spoken: readonly Place[], patience: number): Promise<number> {
  const { voiceStates } = discord.world
  const back = () => spoken.filter(({ guild }) => voiceStates.get(guild, fixture.bot.user.id)).length
  const deadline = performance.now() + patience
  while (back() < spoken.length && performance.now() < deadline) await sleep(200)
  return back()
}

async function say({ discord }: Sandbox, { text, member }: Place): Promise<number> {
  await sleep(500)
  const first = nextSpeech(discord.voice)
  const began = performance.now()
  discord.interactions.slash({
    userId: member,
    channelId: text,
    command: 'say',
    options: { text: `sentence ${crypto.randomUUID()}` },
  })
  return (await first) - began
}

async function end(bot: BotProcess, sandbox: Sandbox, directory: string): Promise<void> {
  await bot.stop()
  await sandbox.close()
  await rm(directory, { recursive: true, force: true })
}
