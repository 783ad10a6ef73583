import { Agent } from 'node:https'
import { Client } from 'eris'

const { TOKEN, HTTPS_PORT, GUILD, LOUNGE } = process.env
// It speaks HTTPS alone, and takes a port only this way.
const agent = Object.assign(new Agent(), { defaultPort: Number(HTTPS_PORT) })
const client = new Client(`Bot ${TOKEN}`, {
  intents: ['guilds', 'guildVoiceStates'],
  rest: { domain: 'localhost', agent, baseURL: '/api/v10' },
})
client.on('error', (error) => console.error(error))
client.on('interactionCreate', (interaction) => interaction.createMessage('pong'))
client.once('ready', async () => {
  console.log('login')
  const guild = client.guilds.get(GUILD)
  if (guild.name === 'The Harbour' && guild.channels.has(LOUNGE)) console.log('guild')
  await client.bulkEditCommands([{ type: 1, name: 'ping', description: 'Answers.' }])
  console.log('commands')
  // It has no DAVE, and Discord would close its voice connection with 4017.
  setTimeout(() => process.exit(0), 2_000)
})
client.connect()
