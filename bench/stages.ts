import { spawn } from 'node:child_process'
import type { Socket } from 'node:dgram'
import { once } from 'node:events'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import type { VoiceConnection } from '@discordjs/voice'
import { createEventStreamReader } from '@lector/qwen-tts/wire'
import { Leveller } from '../src/audio/leveller.ts'
import { OpusEncoder } from '../src/audio/opus.ts'
import { FrameClock } from '../src/call/frame-clock.ts'
import { Player } from '../src/call/player.ts'
import { VoiceSessions } from '../src/call/sessions.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { PacketFeed } from '../test/support/packet-feed.ts'
import { DefaultEncoder } from './peers/default-encoder.ts'
import { toStereo48 } from './peers/stereo.ts'
import type { Bench, Row } from './support/bench.ts'
import { channelId, guildId, Hall } from './support/hall.ts'
import { connectionOf, linksTo } from './support/links.ts'
import { answerOf, engineOf, readAnswer } from './support/provider.ts'
import { inTurns } from './support/rounds.ts'
import { packetsOf, speech } from './support/sound.ts'
import { round } from './support/statistics.ts'

const WHAT = 'CPU of one packet, stage by stage (µs)'

/** What each stage of one packet costs: one after the other in one process, each hot in its loop. */
export const stages: Bench = {
  name: 'stages',
  async *run({ quick }) {
    const pcm = await speech(quick ? 1 : 10)
    const answer = answerOf(pcm)
    const packets = await packetsOf(pcm)
    const stereo = toStereo48(pcm)
    const hall = await Hall.open()
    await hall.fill(1)
    const sessions = new VoiceSessions({
      output: linksTo(hall.address),
      engine: engineOf(async function* () {}),
      queueLimit: 1,
      bitrate: () => 64_000,
    })
    await sessions.join(guildId(0), channelId(guildId(0)))
    const connection = await connectionOf(guildId(0))
    const { dave, connectionData, udp, seal } = insideOf(connection)
    const sealed = seal(packets[0]!, connectionData, undefined)
    const sink = await openSink()
    const ours = await OpusEncoder.open()
    const usual = new DefaultEncoder()

    const times = await inTurns(
      {
        'provider’s events to PCM': () => {
          const reader = createEventStreamReader()
          for (const event of answer) readAnswer(reader, event)
        },
        'loudness (ours alone)': () => {
          const leveller = new Leveller()
          for (let at = 0; at < pcm.length; at += PIECE_BYTES) leveller.push(pcm.subarray(at, at + PIECE_BYTES))
        },
        'encoding, ours': () => {
          for (let at = 0; at < pcm.length; at += PIECE_BYTES) {
            for (const _ of ours.encode(pcm.subarray(at, at + PIECE_BYTES)));
          }
        },
        'resampling, the usual way': () => toStereo48(pcm),
        'encoding, the usual way': () => usual.write(stereo),
        'end-to-end encryption': () => {
          for (const packet of packets) dave.encrypt(packet)
        },
        'transport encryption, RTP': () => {
          for (const packet of packets) seal(packet, connectionData, undefined)
        },
        sending: async () => {
          for (const _ of packets) udp.socket.send(sealed, sink.port, LOOPBACK)
          // The library's socket hands a datagram to the system one turn later.
          await nextTurn()
        },
      },
      quick ? 1 : 15,
    )
    for (const [stage, time] of Object.entries(times)) yield rowOf(stage, (time * 1_000) / packets.length)
    yield rowOf('clock and player, 100 speakers', await clockCost(packets, quick ? 200 : 4_000))

    sink.close()
    ours.close()
    usual.close()
    await sessions.drain(AbortSignal.timeout(100))
    await hall.close()
  },
}

const PIECE_BYTES = 15_360

/** The clock and a hundred players that send nowhere, by the CPU of the whole process. */
async function clockCost(packets: readonly Buffer[], duration: number): Promise<number> {
  let sent = 0
  const link = {
    send: () => {
      sent += 1
      return true
    },
    connect: async () => undefined,
    check() {},
    rest() {},
    close() {},
  }
  const clock = new FrameClock()
  const players = Array.from({ length: 100 }, () => new Player(link, clock, systemClock))
  for (const player of players) {
    const buffer = new PacketFeed()
    for (const packet of packets) buffer.push(packet)
    void player.play(buffer)
    await sleep(0.5)
  }
  sent = 0
  const before = process.cpuUsage()
  await sleep(duration)
  const { user, system } = process.cpuUsage(before)
  for (const player of players) player.close()
  return (user + system) / sent
}

/** Takes datagrams in a process of its own, so that receiving them costs ours nothing. */
async function openSink() {
  const child = spawn(process.execPath, ['-e', SINK], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(child.stdout, 'data')
  return { port: Number(port), close: () => child.kill() }
}

const LOOPBACK = '127.0.0.1'
const SINK = `
  const socket = require('node:dgram').createSocket('udp4')
  socket.bind(0, '${LOOPBACK}', () => console.log(socket.address().port))`

interface Inside {
  readonly dave: { encrypt(packet: Buffer): Buffer }
  readonly connectionData: object
  readonly udp: { readonly socket: Socket }
  readonly seal: (packet: Buffer, connectionData: object, dave: undefined) => Buffer
}

/** The stages inside @discordjs/voice 0.19.2, which has no public way to them. */
function insideOf(connection: VoiceConnection): Inside {
  const { networking } = connection.state as unknown as {
    networking: { state: Inside; createAudioPacket: Inside['seal'] }
  }
  return { ...networking.state, seal: networking.createAudioPacket.bind(networking) }
}

function rowOf(how: string, time: number): Row {
  return { what: WHAT, how, values: { µs: round(time, 1) } }
}
