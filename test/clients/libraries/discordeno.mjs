import { createBot, Intents } from '@discordeno/bot'

const { TOKEN, API, GUILD, LOUNGE, APPLICATION } = process.env
const bot = createBot({
  token: TOKEN,
  applicationId: BigInt(APPLICATION),
  intents: Intents.Guilds | Intents.GuildVoiceStates,
  desiredProperties: {
    guild: { id: true, name: true, channels: true },
    channel: { id: true },
    interaction: { id: true, token: true, type: true, data: true },
  },
  rest: { proxy: { baseUrl: API, authorization: `Bot ${TOKEN}` } },
  events: {
    async ready() {
      console.log('login')
      await bot.helpers.upsertGlobalApplicationCommands([{ name: 'ping', description: 'Answers.' }])
      console.log('commands')
      setTimeout(() => process.exit(0), 3_000)
    },
    guildCreate(guild) {
      if (`${guild.id}` === GUILD && guild.channels.has(BigInt(LOUNGE))) console.log('guild')
    },
    async interactionCreate(interaction) {
      await bot.helpers.sendInteractionResponse(interaction.id, interaction.token, {
        type: 4,
        data: { content: 'pong' },
      })
    },
  },
})
await bot.start()
