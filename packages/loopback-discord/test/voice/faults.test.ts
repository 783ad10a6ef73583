import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { entersState, VoiceConnectionStatus } from '@discordjs/voice'
import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import { describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { MediaPacket } from '../../src/voice/media.ts'
import type { VoiceServer } from '../../src/voice/voice-server.ts'
import type { VoiceSession } from '../../src/voice/voice-session.ts'
import { ANN, BOB, BOT, GUILD, grouped, Scene } from './scene.ts'
import { talk, tonePackets } from './talk.ts'

describe('a connection that breaks in the middle of a sentence', () => {
  test.each([
    ['is cut', (server: VoiceServer) => server.faults.cutSocket(GUILD, BOT)],
    ['is closed with 4015', (server: VoiceServer) => server.faults.closeSocket(GUILD, BOT, 4015)],
  ])('%s, resumes and loses nothing', async (_name, interrupt) => {
    await using scene = await Scene.open()
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await grouped(2, ann, bot)
    const talking = talk(bot, tonePackets(50))
    await sleep(300)
    const resumed = once(scene.server, 'resumed')
    interrupt(scene.server)
    // Somebody comes while the bot is away: what it is told of that has to be kept for it.
    const bob = await scene.listen(BOB)
    await resumed
    await grouped(3, ann, bob)
    await talking
    await sleep(100)
    expect(ann.recording.framesOf(BOT)).toHaveLength(55)
    expect(ann.recording.framesOf(BOT).filter(({ opus }) => opus === undefined)).toHaveLength(0)
  })

  test('joins anew when the resume is refused', async () => {
    await using scene = await Scene.open()
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await grouped(2, ann, bot)
    scene.server.faults.refuseResumes = true
    const codes: number[] = []
    scene.server.on('closed', (_session, code) => codes.push(code))
    const ready = once(scene.server, 'ready')
    scene.server.faults.cutSocket(GUILD, BOT)
    await ready
    expect(codes).toEqual([1006, 4006])
    await entersState(bot, VoiceConnectionStatus.Ready, 5000)
    await grouped(2, ann)
  })
})

describe('a client that joins', () => {
  test('without end-to-end encryption is closed with 4017', async () => {
    await using scene = await Scene.open()
    const closed = once(scene.server, 'closed')
    const bot = scene.join(BOT, { daveEncryption: false })
    expect((await closed)[1]).toBe(4017)
    bot.destroy()
  })

  test('with a token that nobody gave out is closed with 4004', async () => {
    await using scene = await Scene.open({ admit: () => undefined })
    await expect(scene.listen(ANN)).rejects.toThrow('4004')
  })

  test('is closed with the code of the fault', async () => {
    await using scene = await Scene.open()
    scene.server.faults.closeIdentifies = 4022
    await expect(scene.listen(ANN)).rejects.toThrow('4022')
  })

  test('a second time ends its first connection with 4006', async () => {
    await using scene = await Scene.open()
    const first = await scene.listen(ANN)
    const closed = once(first, 'closed')
    await scene.listen(ANN)
    expect(await closed).toEqual([4006])
  })

  test('waits for ever when its one discovery is lost, and a client that asks again does not', async () => {
    await using scene = await Scene.open()
    scene.server.faults.loseDiscoveries = 1
    const bot = scene.join()
    await once(scene.server, 'identified')
    await sleep(200)
    expect(bot.state.status).toBe(VoiceConnectionStatus.Connecting)
    scene.server.faults.loseDiscoveries = 1
    await scene.listen(ANN)
    expect(scene.server.faults.loseDiscoveries).toBe(0)
  })

  test('gets no answer when its identify is ignored', async () => {
    await using scene = await Scene.open()
    scene.server.faults.ignoreIdentifies = 1
    const bot = scene.join()
    await sleep(300)
    expect(bot.state.status).toBe(VoiceConnectionStatus.Connecting)
    expect(scene.server.faults.ignoreIdentifies).toBe(0)
  })
})

describe('bytes that make no sense', () => {
  test.each([
    ['no JSON', 'hello', 4002],
    ['an opcode that does not exist', '{"op":99,"d":{}}', 4001],
    ['a word before the identify', '{"op":5,"d":{"speaking":1}}', 4003],
    ['an identify without token', '{"op":0,"d":{"server_id":"1"}}', 4002],
    ['a resume of nothing', '{"op":7,"d":{"server_id":"1","session_id":"1","token":"1","seq_ack":1}}', 4006],
    ['binary before the identify', Buffer.of(26, 1, 2), 4003],
    ['an empty binary message', Buffer.alloc(0), 4001],
  ])('close the connection: %s', async (_name, message, code) => {
    await using scene = await Scene.open()
    const socket = new WebSocket(`wss://${scene.server.endpoint}?v=8`)
    await once(socket, 'open')
    socket.send(message)
    expect((await once(socket, 'close'))[0]).toBe(code)
  })

  test('as key package or commit close that member alone', async () => {
    await using scene = await Scene.open()
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await grouped(2, ann, bot)
    const bob = await scene.listen(BOB)
    await grouped(3, ann, bob)
    const closed = once(bob, 'closed')
    bob.sendBinary(VoiceOpcodes.DaveMlsCommitWelcome, Buffer.alloc(40, 7))
    expect(await closed).toEqual([4020])
    await talk(bot, tonePackets(10))
    await sleep(50)
    expect(ann.recording.framesOf(BOT)).toHaveLength(15)
  })
})

describe('keys that go astray', () => {
  test.each(['corruptCommits', 'corruptWelcomes'] as const)('%s: the member is taken back', async (fault) => {
    await using scene = await Scene.open()
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await grouped(2, ann, bot)
    scene.server.faults[fault] = 1
    const bob = await scene.listen(BOB)
    await sleep(500)
    await grouped(3, ann, bob)
    expect(scene.server.faults[fault]).toBe(0)
    await talk(bot, tonePackets(10))
    await sleep(50)
    for (const listener of [ann, bob]) {
      const last = listener.recording.framesOf(BOT).filter(({ silence }) => !silence)
      expect(last.at(-1)?.opus).toBeDefined()
      expect(last.at(-1)?.endToEndEncrypted).toBe(true)
    }
  })

  test('members find together although the external sender and the proposals come late', async () => {
    await using scene = await Scene.open()
    scene.server.faults.delayExternalSender = 50
    scene.server.faults.delayProposals = 100
    const [ann, bob] = await Promise.all([scene.listen(ANN), scene.listen(BOB)])
    await grouped(2, ann, bob)
  })

  test('a message that makes no sense ends the connection of the member who gets it', async () => {
    await using scene = await Scene.open()
    const ann = await scene.listen(ANN)
    const closed = once(ann, 'closed')
    scene.server.faults.sendStray(GUILD, ANN, VoiceOpcodes.DaveMlsWelcome, Buffer.of(1))
    expect(await closed).toEqual([1002])
  })

  test('a late execution is late, and only that', async () => {
    await using scene = await Scene.open()
    scene.server.faults.delayExecution = 300
    const ann = await scene.listen(ANN)
    await scene.ready()
    while (ann.group.length < 2) await sleep(5)
    const start = performance.now()
    await once(ann, 'transitioned')
    expect(performance.now() - start).toBeGreaterThan(200)
  })
})

test('a connection that falls silent is closed with 4009', async () => {
  await using scene = await Scene.open({ heartbeatInterval: 20 })
  const ann = await scene.listen(ANN)
  const socket = new WebSocket(`wss://${scene.server.endpoint}?v=8`)
  expect((await once(socket, 'close'))[0]).toBe(4009)
  await scene.ready()
  await grouped(2, ann)
})

describe('media that goes astray', () => {
  test('is lost in the same places for the same seed', async () => {
    const lost: number[][] = []
    for (let run = 0; run < 2; run++) {
      await using scene = await Scene.open({ daveVersion: 0 })
      const bot = await scene.ready()
      const packets: MediaPacket[] = []
      scene.server.on('packet', (_session, packet) => packets.push(packet))
      await talk(bot, tonePackets(1))
      // All of the first talk is there before chance begins to count.
      await vi.waitFor(() => expect(packets).toHaveLength(6))
      const { sequence } = packets[0]!
      packets.length = 0
      scene.server.faults.media = { drop: 0.3, late: 0.3, delay: 30, seed: 5 }
      await talk(bot, tonePackets(40))
      await sleep(80)
      lost.push(packets.map((packet) => (packet.sequence - sequence) & 0xffff).sort((a, b) => a - b))
    }
    expect(lost[0]).toEqual(lost[1])
    expect(lost[0]!.length).toBeGreaterThan(20)
    expect(lost[0]!.length).toBeLessThan(40)
  })
})

test('a deaf member is sent nothing', async () => {
  await using scene = await Scene.open()
  const sessions = new Map<string, VoiceSession>()
  scene.server.on('ready', (session) => sessions.set(session.identity.userId, session))
  const [deaf, speaker] = await Promise.all([scene.ready(BOT), scene.ready(BOB)])
  await grouped(2, deaf, speaker)
  await talk(speaker, tonePackets(5))
  await sleep(50)
  expect(sessions.get(BOT)?.media?.sealed).toBe(0)
  await talk(deaf, tonePackets(5))
  await sleep(50)
  expect(sessions.get(BOB)?.media?.sealed).toBe(10)
})

test('packets are shown with their time, number and encryption', async () => {
  await using scene = await Scene.open()
  const ann = await scene.listen(ANN)
  const bot = await scene.ready()
  await grouped(2, ann, bot)
  const packets: MediaPacket[] = []
  scene.server.on('packet', (_session, packet) => packets.push(packet))
  await talk(bot, tonePackets(5))
  await sleep(50)
  expect(packets.map(({ endToEndEncrypted }) => endToEndEncrypted)).toEqual([
    ...Array(5).fill(true),
    ...Array(5).fill(false),
  ])
  expect(packets.slice(1).map(({ timestamp }, index) => (timestamp - packets[index]!.timestamp) >>> 0)).toEqual(
    Array(9).fill(960),
  )
  expect(packets.map(({ arrival }) => arrival)).toEqual(packets.map(({ arrival }) => arrival).sort((a, b) => a - b))
})
