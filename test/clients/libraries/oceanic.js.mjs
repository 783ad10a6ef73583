import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import * as voice from '@discordjs/voice'
import { Client, InteractionTypes } from 'oceanic.js'

const { TOKEN, API, GUILD, LOUNGE, TONE } = process.env
const client = new Client({
  auth: `Bot ${TOKEN}`,
  rest: { baseURL: `${API}/v10` },
  gateway: { intents: ['GUILDS', 'GUILD_VOICE_STATES'] },
})
client.on('error', (error) => console.error(error))
client.on('interactionCreate', (interaction) => {
  if (interaction.type === InteractionTypes.APPLICATION_COMMAND) interaction.createMessage({ content: 'pong' })
})
client.once('ready', async () => {
  console.log('login')
  const guild = client.guilds.get(GUILD)
  if (guild.name === 'The Harbour' && guild.channels.has(LOUNGE)) console.log('guild')
  await client.application.bulkEditGlobalCommands([{ type: 1, name: 'ping', description: 'Answers.' }])
  console.log('commands')
  const connection = client.joinVoiceChannel({
    guildID: GUILD,
    channelID: LOUNGE,
    selfDeaf: false,
    selfMute: false,
    voiceAdapterCreator: guild.voiceAdapterCreator,
  })
  await voice.entersState(connection, voice.VoiceConnectionStatus.Ready, 10_000)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  console.log(`join ${connection.voicePrivacyCode ? 'with DAVE' : 'without DAVE'}`)
  const player = voice.createAudioPlayer()
  connection.subscribe(player)
  const packets = JSON.parse(readFileSync(TONE, 'utf8')).map((packet) => Buffer.from(packet, 'base64'))
  player.play(voice.createAudioResource(Readable.from(packets), { inputType: voice.StreamType.Opus }))
  await voice.entersState(player, voice.AudioPlayerStatus.Idle, 10_000)
  connection.destroy()
  console.log('leave')
  setTimeout(() => process.exit(0), 200)
})
client.connect()
