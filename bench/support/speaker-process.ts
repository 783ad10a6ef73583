import { Socket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMemoryPacketCache } from '../../src/audio/packet-cache.ts'
import { Recordings } from '../../src/call/recordings.ts'
import { VoiceSessions } from '../../src/call/sessions.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { normalised } from '../../src/speech/stack/normalised.ts'
import { staged } from '../../src/speech/stack/staged.ts'
import { playPackets, playRaw, type Stop } from '../peers/players.ts'
import { type Address, channelId, guildId } from './hall.ts'
import { connectionOf, linksTo } from './links.ts'
import { SHORTEST_SPEECH } from './next-speech.ts'
import { type Pacing, pacingOf } from './pacing.ts'
import { answerOf, engineOf, hearAnswer } from './provider.ts'
import { packetsOf, speech } from './sound.ts'

/** Who speaks: the product or the usual way, encoding while the provider speaks or with packets ready. */
export type Way = 'ours live' | 'ours ready' | 'usual live' | 'usual ready'

export type Order =
  | { readonly kind: 'join'; readonly address: Address; readonly guilds: number }
  | { readonly kind: 'speak'; readonly way: Way; readonly speakers: number }
  | { readonly kind: 'measure' }
  | { readonly kind: 'report' }
  | { readonly kind: 'silenceChannel' }
  | { readonly kind: 'first'; readonly guild: number; readonly runs: number }
  | { readonly kind: 'memory' }

/** What one process did between `measure` and `report`. */
export interface Report {
  /** How long that was, in milliseconds. */
  readonly elapsed: number
  /** Milliseconds of CPU per second. */
  readonly cpu: number
  /** Share of the time in which the event loop was at work. */
  readonly busy: number
  /** Share of the time in which the main thread could have run, had others not had the cores; 0 where unknown. */
  readonly waited: number
  /** Milliseconds that timers were late by. */
  readonly delay: { readonly median: number; readonly p99: number; readonly worst: number }
  /** Bytes. */
  readonly memory: number
  /** Packets by the moment at which they were handed to the system. */
  readonly left: Pacing
}

const SECONDS = 30
const READY = 'said before'
const SHORT = 'short '

const pcm = await speech(SECONDS)
const answer = answerOf(pcm)
const packets = await packetsOf(pcm)

const departures = new WeakMap<Socket, number[]>()
let streams: number[][] = []
let noting = false
let given = 0
let awaited: { readonly socket: Socket; readonly resolve: (moment: number) => void } | undefined
noteDepartures()

let sessions: VoiceSessions
let joined = 0
const stops: Stop[] = []
const delay = monitorEventLoopDelay({ resolution: 1 })
let cpu = process.cpuUsage()
let began = performance.now()
let loop = performance.eventLoopUtilization()
let waiting = waitedSoFar()

process.on('message', (order: Order) => {
  void handle(order).then((answer) => process.send?.(answer ?? 'done'))
})
// A bench that died does not leave its speakers behind.
process.on('disconnect', () => process.exit())
process.send?.('started')

async function handle(order: Order): Promise<Report | readonly number[] | number | undefined> {
  switch (order.kind) {
    case 'join':
      return join(order.address, order.guilds)
    case 'speak':
      return speak(order.way, order.speakers)
    case 'measure':
      return measure()
    case 'report':
      return report()
    case 'silenceChannel':
      for (const stop of stops.splice(0)) stop()
      return undefined
    case 'first':
      return first(guildId(order.guild), order.runs)
    case 'memory':
      // What is garbage already is no cost of a session.
      globalThis.gc?.()
      return process.memoryUsage.rss()
  }
}

async function join(address: Address, guilds: number): Promise<undefined> {
  sessions ??= open(address)
  while (joined < guilds) {
    const batch = Array.from({ length: Math.min(20, guilds - joined) }, (_, index) => guildId(joined + index))
    await Promise.all(batch.map((guild) => sessions.join(guild, channelId(guild))))
    await Promise.all(batch.map(connectionOf))
    joined += batch.length
  }
}

function open(address: Address): VoiceSessions {
  const limits = { maxBytes: 2 ** 26, maxEntries: 10, lifetime: 3_600_000 }
  const engine = staged(
    engineOf((text, signal) => {
      if (text === READY) return once(pcm)
      return text.startsWith(SHORT) ? short() : hearAnswer(answer, signal)
    }),
    [normalised()],
  )
  const recordings = new Recordings({ engine, cache: createMemoryPacketCache(limits, systemClock) })
  return new VoiceSessions({
    output: linksTo(address),
    engine,
    recordings,
    queueLimit: 10,
    bitrate: () => 64_000,
  })
}

/** Begins within a second, nobody in step with anybody else. */
async function speak(way: Way, speakers: number): Promise<undefined> {
  if (way === 'ours ready') await keep()
  const pause = 1_000 / speakers
  for (let index = 0; index < speakers; index++) {
    stops.push(await begin(way, guildId(index)))
    await sleep(pause)
  }
}

async function begin(way: Way, guild: string): Promise<Stop> {
  const connection = await connectionOf(guild)
  if (way === 'usual ready') return playPackets(connection, packets)
  if (way === 'usual live') {
    const leaving = new AbortController()
    const stop = playRaw(connection, hearAnswer(answer, leaving.signal))
    return () => {
      leaving.abort()
      stop()
    }
  }
  const session = sessions.get(guild)!
  const text = way === 'ours ready' ? READY : crypto.randomUUID()
  session.say(crypto.randomUUID(), { text, voice: 'Cherry', language: 'en' })
  return () => session.stop()
}

/** Says once what will be said by all. */
async function keep(): Promise<void> {
  const ticket = sessions.get(guildId(0))!.say('keep', { text: READY, voice: 'Cherry', language: 'en' })
  await ticket.notices
  await sleep(1_500)
  ticket.drop()
  await ticket.outcome
}

/** How long the first packet of something new takes, from its sound in hand, while others speak. */
async function first(guild: string, runs: number): Promise<readonly number[]> {
  const { networking } = (await connectionOf(guild)).state as unknown as {
    networking: { state: { udp: { socket: Socket } } }
  }
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const { promise, resolve } = Promise.withResolvers<number>()
    awaited = { socket: networking.state.udp.socket, resolve }
    const ticket = sessions.get(guild)!.say(crypto.randomUUID(), {
      text: SHORT + crypto.randomUUID(),
      voice: 'Cherry',
      language: 'en',
    })
    times.push((await promise) - given)
    await ticket.outcome
  }
  return times
}

async function* short(): AsyncGenerator<Buffer> {
  await sleep(130)
  given = performance.now()
  yield pcm.subarray(0, 9_600)
}

async function* once(sound: Buffer): AsyncGenerator<Buffer> {
  yield sound
}

/** Both ways end at the library's sockets. */
function noteDepartures(): void {
  const send = Socket.prototype.send as (...args: unknown[]) => void
  Socket.prototype.send = function (this: Socket, ...args: unknown[]) {
    const isSpeech = (args[0] as Buffer).length >= SHORTEST_SPEECH
    if (isSpeech && awaited?.socket === this) {
      awaited.resolve(performance.now())
      awaited = undefined
    }
    if (noting && isSpeech) {
      const moments = departures.get(this) ?? []
      if (moments.length === 0) {
        departures.set(this, moments)
        streams.push(moments)
      }
      moments.push(performance.now())
    }
    return Reflect.apply(send, this, args)
  } as typeof Socket.prototype.send
}

function measure(): undefined {
  for (const moments of streams) moments.length = 0
  streams = []
  noting = true
  delay.enable()
  delay.reset()
  cpu = process.cpuUsage()
  began = performance.now()
  loop = performance.eventLoopUtilization()
  waiting = waitedSoFar()
}

function report(): Report {
  noting = false
  const { user, system } = process.cpuUsage(cpu)
  const elapsed = performance.now() - began
  const busy = performance.eventLoopUtilization(loop).utilization
  delay.disable()
  // The histogram holds nanoseconds between ticks of a timer of one millisecond.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - 1)
  return {
    elapsed,
    cpu: (user + system) / elapsed,
    busy,
    waited: (waitedSoFar() - waiting) / elapsed,
    delay: { median: late(delay.percentile(50)), p99: late(delay.percentile(99)), worst: late(delay.max) },
    memory: process.memoryUsage.rss(),
    left: pacingOf(streams),
  }
}

/** Milliseconds that the main thread has waited for a core (Linux: Documentation/scheduler/sched-stats.rst). */
function waitedSoFar(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
