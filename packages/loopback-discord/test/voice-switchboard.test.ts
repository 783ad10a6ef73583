import { once } from 'node:events'
import tls from 'node:tls'
import { entersState, joinVoiceChannel, type VoiceConnection, VoiceConnectionStatus } from '@discordjs/voice'
import type { Client } from 'discord.js'
import { Events, GatewayOpcodes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { UnchangedAnswer } from '../src/switchboard-faults.ts'
import { type Harbour, harbour } from './harbour.ts'

const { ViewChannel, Connect, Speak, MoveMembers, MuteMembers, RequestToSpeak } = {
  ViewChannel: 1n << 10n,
  Connect: 1n << 20n,
  Speak: 1n << 21n,
  MuteMembers: 1n << 22n,
  MoveMembers: 1n << 24n,
  RequestToSpeak: 1n << 32n,
}

let scene: Harbour
let client: Client<true>
let connections: VoiceConnection[]

beforeEach(async () => {
  scene = await harbour()
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), scene.sandbox.certificate.cert])
  client = await scene.login()
  connections = []
})

afterEach(async () => {
  for (const connection of connections) if (connection.state.status !== 'destroyed') connection.destroy()
  await scene.close()
})

function join(channelId: string): VoiceConnection {
  const guild = client.guilds.cache.get(scene.guild.id)
  if (!guild) throw new Error('The bot is not in the server.')
  const connection = joinVoiceChannel({ channelId, guildId: guild.id, adapterCreator: guild.voiceAdapterCreator })
  connection.on('error', () => {})
  connections.push(connection)
  return connection
}

function allow(channelId: string, allow: bigint, deny = 0n): void {
  const overwrite = { id: scene.bot.user.id, type: 1, allow: `${allow}`, deny: `${deny}` }
  scene.world.updateChannel(channelId, { permission_overwrites: [overwrite] })
}

const own = () => scene.world.voiceStates.get(scene.guild.id, scene.bot.user.id)

describe('joining', () => {
  test('@discordjs/voice gets ready, and leaving ends its voice session', async () => {
    const connection = join(scene.lounge.id)
    await entersState(connection, VoiceConnectionStatus.Ready, 5_000)
    expect(own()).toMatchObject({ channel_id: scene.lounge.id, self_deaf: true, suppress: false })
    const left = once(scene.sandbox.voice, 'left')
    connection.destroy()
    await left
    expect(own()).toBeUndefined()
  })

  test.each<[claim: string, prepare: () => void]>([
    ['it may not view the channel', () => allow(scene.lounge.id, 0n, ViewChannel)],
    ['it may not connect', () => allow(scene.lounge.id, 0n, Connect)],
    ['the channel is full', () => fill()],
  ])('a bot gets no answer at all when %s', async (_claim, prepare) => {
    prepare()
    const entered: unknown[] = []
    scene.world.on('change', (change) => {
      if (change.kind === 'voice-state') entered.push(change.after.channel_id)
    })
    // The gateway keeps order: when the second request is answered, the first one was passed over.
    for (const channel_id of [scene.lounge.id, scene.workshop.id]) {
      const d = { guild_id: scene.guild.id, channel_id, self_mute: false, self_deaf: true }
      client.guilds.cache.get(scene.guild.id)?.shard.send({ op: GatewayOpcodes.VoiceStateUpdate, d })
    }
    await expect.poll(() => entered.length).toBeGreaterThan(0)
    expect(entered).toEqual([scene.workshop.id])
  })

  test('a full channel lets in who may move members', async () => {
    fill()
    allow(scene.lounge.id, MoveMembers)
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
  })

  function fill(): void {
    scene.world.updateChannel(scene.lounge.id, { user_limit: 1 })
    scene.sandbox.switchboard.enter(scene.lounge.id, scene.tom.id)
  }
})

describe('once inside', () => {
  test('a bot that is moved connects to the other channel by itself', async () => {
    const connection = join(scene.lounge.id)
    await entersState(connection, VoiceConnectionStatus.Ready, 5_000)
    const identified = once(scene.sandbox.voice, 'identified')
    scene.sandbox.switchboard.move(scene.guild.id, scene.bot.user.id, scene.workshop.id)
    const [session] = await identified
    expect(session.identity.channelId).toBe(scene.workshop.id)
    await entersState(connection, VoiceConnectionStatus.Ready, 5_000)
    expect(client.guilds.cache.get(scene.guild.id)?.members.me?.voice.channelId).toBe(scene.workshop.id)
  })

  test.each<[what: string, act: () => void, code: number]>([
    ['kicked', () => scene.world.voiceStates.leave(scene.guild.id, scene.bot.user.id), 4014],
    ['in a channel that is deleted', () => scene.world.removeChannel(scene.lounge.id), 4022],
  ])('a bot that is %s is cut off', async (_what, act, code) => {
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
    const closed = once(scene.sandbox.voice, 'closed')
    act()
    expect((await closed)[1]).toBe(code)
  })

  test('a bot whose gateway session ends leaves its channel', async () => {
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
    const left = once(scene.sandbox.voice, 'left')
    for (const connection of scene.sandbox.gateway.connections) connection.invalidate()
    await left
    expect(own()).toBeUndefined()
  })

  test.each<[answer: UnchangedAnswer, events: string[]]>([
    ['nothing', []],
    ['state', ['state']],
    ['server', ['server']],
    ['both', ['state', 'server']],
  ])('a request that changes nothing is answered with %s', async (answer, events) => {
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
    if (answer !== 'nothing') scene.sandbox.switchboard.faults.of(scene.guild.id).unchanged = answer
    const seen: string[] = []
    client.on(Events.VoiceStateUpdate, () => seen.push('state'))
    client.on(Events.VoiceServerUpdate, () => seen.push('server'))
    const d = { guild_id: scene.guild.id, channel_id: scene.lounge.id, self_mute: false, self_deaf: true }
    const { shard } = client.guilds.cache.get(scene.guild.id)!
    shard.send({ op: GatewayOpcodes.VoiceStateUpdate, d })
    // The gateway keeps order: the answer to a question that is asked later comes later.
    const chunk = once(client, Events.GuildMembersChunk)
    shard.send({ op: GatewayOpcodes.RequestGuildMembers, d: { guild_id: d.guild_id, user_ids: [], limit: 0 } })
    await chunk
    expect(seen).toEqual(events)
  })

  test('losing Speak suppresses, and getting it back does not', async () => {
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
    allow(scene.lounge.id, 0n, Speak)
    expect(own()?.suppress).toBe(true)
    allow(scene.lounge.id, Speak)
    expect(own()?.suppress).toBe(false)
  })

  test('a server mute is told and outlasts the channel', async () => {
    await entersState(join(scene.lounge.id), VoiceConnectionStatus.Ready, 5_000)
    const told = once(client, Events.VoiceStateUpdate)
    scene.world.voiceStates.setServerMute(scene.guild.id, scene.bot.user.id, { mute: true })
    expect((await told)[1].serverMute).toBe(true)
    scene.world.voiceStates.leave(scene.guild.id, scene.bot.user.id)
    join(scene.workshop.id).rejoin()
    await expect.poll(() => own()?.mute).toBe(true)
  })
})

describe('on a stage', () => {
  test('a bot is audience until somebody with Mute Members, here itself, lets it speak', async () => {
    await entersState(join(scene.stage.id), VoiceConnectionStatus.Ready, 5_000)
    expect(own()?.suppress).toBe(true)
    const voice = client.guilds.cache.get(scene.guild.id)?.members.me?.voice
    allow(scene.stage.id, 0n, MuteMembers)
    await expect(voice?.setSuppressed(false)).rejects.toMatchObject({ code: 50013 })
    allow(scene.stage.id, RequestToSpeak)
    await voice?.setRequestToSpeak(true)
    expect(own()?.request_to_speak_timestamp).not.toBeNull()
    allow(scene.stage.id, MuteMembers)
    await voice?.setSuppressed(false)
    expect(own()).toMatchObject({ suppress: false, request_to_speak_timestamp: null })
  })
})
