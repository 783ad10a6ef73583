import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, Options, Partials, Status, type VoiceState } from 'discord.js'
import type { Log } from '../kernel/log.ts'
import { restAgent } from './rest-agent.ts'

/** How many people discord.js knows without being told again, who is in voice left aside: their names, when mentioned. */
const MEMBERS_OF_A_SERVER = 200
const USERS = 10_000

/** discord.js, asked for no more than Lector needs: each intent is something Discord sends us about people. */
export function createClient(api: string, log: Log): Client {
  const client = new Client({
    // Each interaction has a queue of its own there, which would be kept for an hour.
    rest: { api, agent: restAgent(), handlerSweepInterval: 60_000 },
    intents: [
      // Servers, channels, roles and the bot's own permissions.
      GatewayIntentBits.Guilds,
      // Who is in which voice channel: where `/say` speaks, and whether somebody listens.
      GatewayIntentBits.GuildVoiceStates,
      // Messages as they are written, edited and deleted: `/read here`.
      GatewayIntentBits.GuildMessages,
      // Their words. Privileged: to be switched on in the developer portal (src/start-error.ts says so).
      GatewayIntentBits.MessageContent,
    ],
    // Messages are not kept, so that edits and deletions are always of messages which discord.js does not know.
    partials: [Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      // Nothing reads old messages; keeping them would keep people's words.
      MessageManager: 0,
      // Whoever once wrote something would be kept for good: half a kilobyte each. Who is in voice is counted on.
      GuildMemberManager: {
        maxSize: MEMBERS_OF_A_SERVER,
        keepOverLimit: ({ id, voice, client }) => voice.channelId !== null || id === client.user.id,
      },
      UserManager: { maxSize: USERS, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      voiceStates: { interval: 3_600, filter: () => hasLeft },
    },
  })
  // An error event without a listener would end the process.
  client.on(Events.Error, (error) => log.warn({ err: error }, 'Discord client error'))
  client.on(Events.ShardError, (error, shardId) => log.warn({ err: error, shardId }, 'gateway connection error'))
  client.on(Events.ShardDisconnect, ({ code }, shardId) => log.error({ code, shardId }, 'gateway connection ended'))
  // While Discord is away, there is a new attempt every half second; once is enough to know.
  const away = new Set<number>()
  client.on(Events.ShardReconnecting, (shardId) => {
    if (!away.has(shardId)) log.info({ shardId }, 'gateway connection is being restored')
    away.add(shardId)
  })
  onGatewayBack(client, (shardId) => {
    if (away.delete(shardId)) log.info({ shardId }, 'gateway connection is back')
  })
  return client
}

function hasLeft({ channelId }: VoiceState): boolean {
  return channelId === null
}

/** Resolves when every server is known. */
export async function logIn(client: Client, token: string): Promise<void> {
  const ready = once(client, Events.ClientReady)
  await client.login(token)
  await ready
}

/** Resolves with the close code of the first gateway connection that Discord has ended for good. */
export function gatewayEnded(client: Client): Promise<number> {
  return new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)))
}

/** Whether every gateway connection of this process is usable. */
export function gatewayReady(client: Client): boolean {
  return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready)
}

/** Calls back with what happens to the gateway connections. */
export function onGatewayEvent(
  client: Client,
  callback: (
    event: { readonly kind: 'ready' | 'resumed' | 'reconnecting' } | { readonly kind: 'closed'; readonly code: number },
  ) => void,
): void {
  client.on(Events.ShardReady, () => callback({ kind: 'ready' }))
  client.on(Events.ShardResume, () => callback({ kind: 'resumed' }))
  client.on(Events.ShardReconnecting, () => callback({ kind: 'reconnecting' }))
  client.on(Events.ShardDisconnect, ({ code }) => callback({ kind: 'closed', code }))
}

/** Calls back whenever a gateway connection is usable again, resumed or anew. */
export function onGatewayBack(client: Client, callback: (shardId: number) => void): void {
  client.on(Events.ShardReady, callback)
  client.on(Events.ShardResume, callback)
}
