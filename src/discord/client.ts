import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js'
import type { Log } from '../kernel/log.ts'

/** discord.js, asked for no more than Lector needs: each intent is something Discord sends us about people. */
export function createClient(api: string, log: Log): Client {
  const client = new Client({
    rest: { api },
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
    // Nothing reads old messages; keeping them would keep people's words.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
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

/** Resolves when every server is known. */
export async function logIn(client: Client, token: string): Promise<void> {
  const ready = once(client, Events.ClientReady)
  await client.login(token)
  await ready
}

/** Calls back whenever a gateway connection is usable again, resumed or anew. */
export function onGatewayBack(client: Client, callback: (shardId: number) => void): void {
  client.on(Events.ShardReady, callback)
  client.on(Events.ShardResume, callback)
}
