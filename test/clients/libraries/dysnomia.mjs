import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Client } from '@projectdysnomia/dysnomia'

const { TOKEN, PORT, GUILD, LOUNGE, TONE } = process.env
const client = new Client(`Bot ${TOKEN}`, {
  gateway: { intents: ['guilds', 'guildVoiceStates'] },
  rest: { domain: '127.0.0.1', port: Number(PORT), https: false, baseURL: '/api/v10' },
})
client.on('error', (error) => console.error(error))
client.on('interactionCreate', (interaction) => interaction.createMessage('pong'))
client.once('ready', async () => {
  console.log('login')
  const guild = client.guilds.get(GUILD)
  if (guild.name === 'The Harbour' && guild.channels.has(LOUNGE)) console.log('guild')
  await client.bulkEditCommands([{ type: 1, name: 'ping', description: 'Answers.' }])
  console.log('commands')
  const connection = await client.joinVoiceChannel(LOUNGE, { opusOnly: true })
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  console.log('join')
  const packets = JSON.parse(readFileSync(TONE, 'utf8')).map((packet) => Buffer.from(packet, 'base64'))
  const ended = new Promise((resolve) => connection.once('end', resolve))
  connection.play(Readable.from(packets), { format: 'opusPackets' })
  await ended
  client.leaveVoiceChannel(LOUNGE)
  console.log('leave')
  setTimeout(() => process.exit(0), 300)
})
client.connect()
