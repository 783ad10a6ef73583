import { once } from 'node:events'
import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js'
import { ChannelType } from 'discord-api-types/v10'
import { DiscordSandbox, type DiscordSandboxOptions } from '../src/discord-sandbox.ts'

export const NARRATOR_INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildVoiceStates,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.MessageContent,
]

/** A small server with one bot and two people, and clients of the real discord.js for it. */
export async function harbour(options?: DiscordSandboxOptions) {
  const sandbox = await DiscordSandbox.start(options)
  const { world } = sandbox
  const mia = world.addUser({ username: 'mia', displayName: 'Mia' })
  const tom = world.addUser({ username: 'tom', displayName: 'Tom' })
  const bot = sandbox.addBot('narrator')
  const guild = world.addGuild({ name: 'The Harbour', ownerId: mia.id })
  const general = world.addChannel(guild.id, { type: ChannelType.GuildText, name: 'general' })
  const lounge = world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'lounge' })
  const workshop = world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'workshop' })
  const stage = world.addChannel(guild.id, { type: ChannelType.GuildStageVoice, name: 'stage' })
  world.addMember(guild.id, tom.id)
  world.addMember(guild.id, bot.user.id)

  const clients: Client[] = []
  const login = async (clientOptions: Partial<ClientOptions> = {}): Promise<Client<true>> => {
    const client = new Client({ intents: NARRATOR_INTENTS, rest: { api: sandbox.api }, ...clientOptions })
    clients.push(client)
    const ready = once(client, Events.ClientReady)
    await client.login(bot.token)
    await ready
    return client as Client<true>
  }
  const close = async () => {
    await Promise.all(clients.map((client) => client.destroy()))
    await sandbox.close()
  }
  return { sandbox, world, guild, general, lounge, workshop, stage, mia, tom, bot, login, close }
}

export type Harbour = Awaited<ReturnType<typeof harbour>>

/** What the event brings when it happens next. */
export async function next<T>(emitter: Client, event: string): Promise<T> {
  const [value] = await once(emitter, event, { signal: AbortSignal.timeout(5_000) })
  return value
}
