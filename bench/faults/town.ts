import { setTimeout as sleep } from 'node:timers/promises'
import type { Guild, GuildChannel, HeardFrame, Listener } from '@lector/loopback-discord'
import type { Faults } from '@lector/loopback-speech'
import { babble } from '@lector/loopback-speech'
import { type BotProcess, startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { ChannelType } from 'discord-api-types/v10'
import { FRAME_BYTES, FRAME_MS } from '../../src/audio/format.ts'

/** A server with the bot, two people who listen, Mia, who also types, and Tom, and two who come later. */
export interface Server {
  readonly guild: Guild
  readonly channels: Readonly<Record<'general' | 'lounge' | 'workshop', GuildChannel>>
  readonly people: Readonly<Record<Person, string>>
}

export type Person = 'mia' | 'tom' | 'yuki' | 'ana'

export interface TownOptions {
  readonly servers: number
  /** How long every utterance is. */
  readonly duration: number
  /** More variables for the bot. */
  readonly environment?: Readonly<Record<string, string>>
}

/** The real bot in many servers of one sandbox. Every text sounds the same, so that what was made is known. */
export class Town {
  readonly sandbox: Sandbox
  readonly bot: BotProcess
  readonly servers: readonly Server[]
  /** The speech frames of every utterance. */
  readonly frames: number
  /** What goes wrong with the request for a text. */
  readonly speechFaults: Map<string, Faults>
  /** The bot's log lines. */
  readonly log: readonly string[]
  /** How many utterances were spoken to their end. */
  readonly spokenByGuild: ReadonlyMap<string, number>
  #asked = new Map<string, number>()
  #texts = 0

  static async open({ servers: count, duration, environment = {} }: TownOptions): Promise<Town> {
    const speechFaults = new Map<string, Faults>()
    const sound = murmur(duration)
    const sandbox = await startSandbox({
      speech: {
        async *synthesize() {
          yield sound
        },
        requestsPerMinute: Number.POSITIVE_INFINITY,
        keep: 20,
        faults: ({ text }) => speechFaults.get(text) ?? {},
      },
    })
    const servers = Array.from({ length: count }, (_, index) => settle(sandbox, index))
    const log: string[] = []
    const spoken = new Map<string, number>()
    const bot = await startBot(sandbox, {
      // What was said before would not be asked of the speech service again.
      environment: { LECTOR_CACHE_MB: '0', LECTOR_LOG_LEVEL: 'info', ...environment },
      onLog: (line) => {
        log.push(line)
        const { msg, outcome, guildId = '' } = parsed(line)
        if (msg === 'utterance' && outcome === 'spoken') spoken.set(guildId, (spoken.get(guildId) ?? 0) + 1)
      },
    })
    return new Town(sandbox, bot, {
      servers,
      speechFaults,
      log,
      spokenByGuild: spoken,
      frames: sound.length / FRAME_BYTES,
    })
  }

  private constructor(
    sandbox: Sandbox,
    bot: BotProcess,
    facts: Pick<Town, 'servers' | 'speechFaults' | 'log' | 'spokenByGuild' | 'frames'>,
  ) {
    this.sandbox = sandbox
    this.bot = bot
    this.servers = facts.servers
    this.speechFaults = facts.speechFaults
    this.log = facts.log
    this.spokenByGuild = facts.spokenByGuild
    this.frames = facts.frames
    sandbox.discord.gateway.on('voice', (_session, { guild_id, channel_id }) => {
      if (channel_id !== null) this.#asked.set(guild_id, this.requests(guild_id) + 1)
    })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async close(): Promise<void> {
    await this.bot.stop()
    await this.sandbox.close()
  }

  /** False when the bot's process has ended. */
  get isAlive(): boolean {
    return this.bot.child.exitCode === null && this.bot.child.signalCode === null
  }

  /** How often the bot asked Discord to enter a channel of a server (op 4). */
  requests(guildId: string): number {
    return this.#asked.get(guildId) ?? 0
  }

  async enter({ people, channels }: Server, person: Person, channel: 'lounge' | 'workshop'): Promise<Listener> {
    return this.sandbox.voicePresence.join(people[person], channels[channel].id)
  }

  /** What somebody heard of the bot. */
  heard({ people }: Server, person: Person): readonly HeardFrame[] {
    return this.sandbox.voicePresence.listener(people[person]).recording.framesOf(this.sandbox.fixture.bot.user.id)
  }

  /** How many utterances were spoken to their end, in all servers. */
  get spoken(): number {
    return this.spokenByGuild.values().reduce((sum, count) => sum + count, 0)
  }

  spokenIn({ guild }: Server): number {
    return this.spokenByGuild.get(guild.id) ?? 0
  }

  /** A text that was not said before. */
  newText(): string {
    this.#texts += 1
    return `Utterance number ${this.#texts}.`
  }

  /** Mia types a command; resolves when the bot has answered. */
  async command(server: Server, command: string, options: Record<string, string> = {}): Promise<void> {
    const { people, channels } = server
    const place = { userId: people.mia, channelId: channels.general.id, command, options }
    const patience = AbortSignal.timeout(PATIENCE_MS)
    await this.sandbox.discord.interactions
      .slash(place)
      .until(patience)
      .catch((cause) => {
        throw new Error([`/${command} was not answered; the bot's log:`, ...this.lastLines(server)].join('\n'), {
          cause,
        })
      })
  }

  /** What the bot logged last about a server, and what went wrong anywhere. */
  lastLines({ guild }: Server): readonly string[] {
    return this.log.filter((line) => line.includes(guild.id) || !line.includes('"level":"info"')).slice(-10)
  }

  /** In which voice channel the bot is. */
  whereabouts({ guild }: Server): string | undefined {
    return guild.voiceStates.get(this.sandbox.fixture.bot.user.id)?.channel_id ?? undefined
  }

  /** Messages of the bot in the text channel. */
  announcements({ channels }: Server): number {
    const { discord, fixture } = this.sandbox
    const messages = discord.world.messages.list(channels.general.id)
    return messages.filter(
      ({ author, interaction_metadata }) => author.id === fixture.bot.user.id && !interaction_metadata,
    ).length
  }
}

/** Waits for something to become true; false when it does not in time. */
export async function until(condition: () => boolean, patience = PATIENCE_MS): Promise<boolean> {
  const deadline = performance.now() + patience
  while (!condition()) {
    if (performance.now() > deadline) return false
    await sleep(20)
  }
  return true
}

const PATIENCE_MS = 30_000

function settle({ discord, fixture }: Sandbox, index: number): Server {
  const { world } = discord
  const newcomer = (name: Person) => world.addUser({ username: `${name}${index}` }).id
  const people = { mia: newcomer('mia'), tom: newcomer('tom'), yuki: newcomer('yuki'), ana: newcomer('ana') }
  const guild = world.addGuild({ name: `Server ${index}`, ownerId: people.mia })
  for (const id of [people.tom, people.yuki, people.ana, fixture.bot.user.id]) world.addMember(guild.id, id)
  const channels = {
    general: world.addChannel(guild.id, { type: ChannelType.GuildText, name: 'general' }),
    lounge: world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'lounge' }),
    workshop: world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'workshop' }),
  }
  return { guild, channels, people }
}

/** A log line; Node's own warnings are no JSON. */
function parsed(line: string): Record<string, string> {
  return line.startsWith('{') ? JSON.parse(line) : {}
}

/** So many milliseconds of murmur, whole frames of it. */
function murmur(duration: number): Buffer {
  const bytes = Math.round(duration / FRAME_MS) * FRAME_BYTES
  return Buffer.concat([...babble('la'.repeat(Math.ceil(duration / 50)))]).subarray(0, bytes)
}
