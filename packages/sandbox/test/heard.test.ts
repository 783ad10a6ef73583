import { once } from 'node:events'
import { Readable } from 'node:stream'
import tls from 'node:tls'
import {
  AudioPlayerStatus,
  createAudioPlayer,
  createAudioResource,
  entersState,
  joinVoiceChannel,
  NoSubscriberBehavior,
  StreamType,
  VoiceConnectionStatus,
} from '@discordjs/voice'
import { Encoder } from '@evan/opus'
import { FRAME_MS, shareOf, sine } from '@lector/loopback-discord'
import { Client, Events, GatewayIntentBits } from 'discord.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/sandbox.ts'

const FRAMES = 50
const WAV_HEADER = 44

let sandbox: Sandbox
let client: Client
beforeAll(async () => {
  sandbox = await startSandbox()
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), sandbox.discord.certificate.cert])
  client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
    rest: { api: sandbox.description.rest },
  })
  const ready = once(client, Events.ClientReady)
  await client.login(sandbox.description.token)
  await ready
})
afterAll(async () => {
  await client.destroy()
  await sandbox.close()
})

test('a person hears every frame that the bot plays, end-to-end encrypted', async () => {
  const { description, voicePresence } = sandbox
  const guild = client.guilds.cache.get(description.guild)
  const channelId = sandbox.fixture.channels.lounge.id
  const listener = await voicePresence.join(sandbox.fixture.people.mia.id, channelId)
  const connection = joinVoiceChannel({
    channelId,
    guildId: description.guild,
    adapterCreator: (guild as NonNullable<typeof guild>).voiceAdapterCreator,
  })
  await entersState(connection, VoiceConnectionStatus.Ready, 5_000)
  await expect.poll(() => listener.group.length, { timeout: 5_000 }).toBe(2)

  const player = createAudioPlayer({ behaviors: { noSubscriber: NoSubscriberBehavior.Pause } })
  connection.subscribe(player)
  player.play(createAudioResource(Readable.from(tone()), { inputType: StreamType.Opus }))
  await entersState(player, AudioPlayerStatus.Idle, 10_000)
  connection.destroy()

  const response = await fetch(`${description.control}/people/mia/heard`)
  const { [description.applicationId]: utterances } = (await response.json()) as Record<string, object[]>
  expect(utterances).toHaveLength(1)
  expect(utterances?.[0]).toMatchObject({ lost: 0, undecryptable: 0, unencrypted: 0, speech: FRAMES * FRAME_MS })
  const sound = await fetch(`${description.control}/people/mia/heard.wav`)
  const wav = Buffer.from(await sound.arrayBuffer())
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
  const speech = new Int16Array(new Uint8Array(wav.subarray(WAV_HEADER, WAV_HEADER + 2 * 48_000)).buffer)
  expect(shareOf(440, speech, 48_000)).toBeGreaterThan(0.9)
})

/** One second of 440 Hz in packets of 20 ms. */
function tone(): Buffer[] {
  const encoder = new Encoder({ channels: 1, sample_rate: 24_000 })
  const pcm = sine(440, FRAMES * FRAME_MS)
  const size = pcm.length / FRAMES
  return Array.from({ length: FRAMES }, (_, i) => Buffer.from(encoder.encode(pcm.subarray(i * size, (i + 1) * size))))
}
