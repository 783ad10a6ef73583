import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import * as voice from '@discordjs/voice'
import { Client, GatewayIntentBits } from 'discord.js'

const { TOKEN, API, GUILD, LOUNGE, TONE } = process.env
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
  rest: { api: API },
})
client.on('interactionCreate', (interaction) => interaction.reply({ content: 'pong' }))
client.once('clientReady', async () => {
  console.log('login')
  const guild = client.guilds.cache.get(GUILD)
  if (guild.name === 'The Harbour' && guild.channels.cache.has(LOUNGE)) console.log('guild')
  await client.application.commands.set([{ name: 'ping', description: 'Answers.' }])
  console.log('commands')
  const adapterCreator = guild.voiceAdapterCreator
  const connection = voice.joinVoiceChannel({ guildId: GUILD, channelId: LOUNGE, adapterCreator, selfDeaf: false })
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
  await client.destroy()
  process.exit(0)
})
void client.login(TOKEN)
