import { Client, GatewayIntentBits, Options } from 'discord.js'

/** discord.js, asked for no more than Lector needs: each intent is something Discord sends us about people. */
export function createClient(api: string): Client {
  return new Client({
    rest: { api },
    intents: [
      // Servers, channels, roles and the bot's own permissions.
      GatewayIntentBits.Guilds,
      // Who is in which voice channel: where `/say` speaks, and whether somebody listens.
      GatewayIntentBits.GuildVoiceStates,
    ],
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing reads old messages; keeping them would keep people's words.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  })
}
