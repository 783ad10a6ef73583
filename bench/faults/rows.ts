import { setTimeout as sleep } from 'node:timers/promises'
import { UNCHANGED_ANSWERS, type UnchangedAnswer } from '@lector/loopback-discord'
import type { FaultValues } from '@lector/sandbox'
import type { Measurement } from './measure.ts'
import { gather, type Round, type SpokenRound, speakThrough } from './round.ts'
import { until } from './town.ts'

export interface Row {
  readonly name: string
  readonly goal: Goal
  /**
   * `server`: concerns one server. `comeback`: the same, and takes two requests (op 4), of which Discord takes 120 a minute
   * from a bot. `everywhere`: hits all at once. `fatal`: the bot has to give up.
   */
  readonly scope: 'server' | 'comeback' | 'everywhere' | 'fatal'
  /** One round; `strike` causes what hits all servers, once for all of them. */
  play(round: Round, strike: (name: string, values?: FaultValues) => Promise<void>): Promise<Measurement>
}

/** What may be at most. */
export type Goal = Partial<Record<'lost' | 'recovered' | 'requests', number>>

export const ROWS: readonly Row[] = [
  ...[4006, 4009, 4015].map((code) => spoken(`closed with ${code}`, { lost: 1 }, ['voice-close', { code }])),
  spoken('TCP cut', { lost: 1 }, ['voice-cut']),
  withSwitch('TCP cut, resume refused', { lost: 1 }, ['voice-resume-refused'], ['voice-cut']),
  withSwitch('voice server before voice state', { lost: 1 }, ['server-before-state'], ['voice-close', { code: 4006 }]),
  withSwitch('no voice server at first', { lost: 1 }, ['server-pending'], ['voice-close', { code: 4006 }]),
  ...UNCHANGED_ANSWERS.flatMap(comebackRows),
  {
    name: 'channel move',
    goal: { lost: 1 },
    scope: 'server',
    async play(round) {
      const { town, server } = round
      const workshop = server.channels.workshop.id
      return speakThrough(round, {
        prepare: () => town.enter(server, 'tom', 'workshop'),
        cause: () => town.sandbox.discord.switchboard.move(server.guild.id, town.sandbox.fixture.bot.user.id, workshop),
        listeners: 'together',
      })
    },
  },
  spoken('region move', { lost: 1 }, ['region-move', { away: 1_000 }]),
  spoken('stray binary frame', { lost: 1 }, ['stray-frame']),
  spoken('garbage binary frame', { lost: 1 }, ['garbage-frame']),
  {
    name: 'two members join at once',
    // The bot speaks with new keys as soon as it has them; who gets them a moment later misses that moment.
    goal: { lost: 3 },
    scope: 'server',
    async play(round) {
      const { town, server } = round
      const { yuki, ana } = server.people
      const measured = await speakThrough(round, {
        cause: () => town.sandbox.faults.cause('two-join', { first: yuki, second: ana }, server.guild.id),
      })
      for (const person of [yuki, ana]) town.sandbox.voicePresence.leave(person)
      return measured
    },
  },
  {
    name: 'provider stall, 1.2 s',
    goal: { lost: 0 },
    scope: 'server',
    async play(round) {
      const { town } = round
      return speakThrough(round, {
        prepare: (text) => town.speechFaults.set(text, { stall: { after: 4, ms: 1_200 }, pace: 1 }),
        cause: () => undefined,
      })
    },
  },
  { name: '10 % UDP loss at join', goal: { recovered: 10_000 }, scope: 'server', play: joinThroughLoss },
  { name: 'kicked', goal: { requests: 0 }, scope: 'server', play: beKicked },
  everywhere('gateway cut, resumed', { lost: 0 }, ['gateway-cut']),
  everywhere('gateway op 7', { lost: 0 }, ['gateway-reconnect']),
  everywhere('INVALID_SESSION', { lost: 1 }, ['gateway-invalid-session']),
  ...[4004, 4011, 4012, 4016, 4017, 4021].map(
    (code): Row => ({
      name: `${code} for ever`,
      goal: { requests: 5 },
      scope: 'fatal',
      play: (round) => beRefused(round, code),
    }),
  ),
]

/** Whether a measurement keeps within its row's goal. */
export function keeps({ goal }: Row, measured: Measurement): boolean {
  const figures = Object.entries(goal) as [keyof Goal, number][]
  return measured.problems.length === 0 && figures.every(([figure, most]) => measured[figure] <= most)
}

/** The bot comes back however Discord answers a request for the channel it shows the bot in. */
function comebackRows(answer: UnchangedAnswer): Row[] {
  const unchanged: Cause = ['join-unchanged', { answer }]
  const goal = { lost: 1, recovered: 2_000 }
  const losses: readonly (readonly [name: string, faults: readonly Cause[], also?: string])[] = [
    ...[4006, 4009, 4014].map((code) => [`${code}`, [['voice-close', { code }]]] as const),
    ['resume refused', [['voice-resume-refused'], ['voice-cut']], 'voice-resume-refused'],
    ['region move', [['region-move', { away: 300 }]]],
  ]
  return losses.map(([loss, causes, lasting]) => ({
    name: `${loss}, op 4 answered by ${answer}`,
    goal,
    scope: 'comeback',
    async play(round) {
      const { faults } = round.town.sandbox
      const { id } = round.server.guild
      const measured = await speakThrough(round, {
        cause: async () => {
          for (const [name, values] of [unchanged, ...causes]) await faults.cause(name, values, id)
        },
      })
      faults.end('join-unchanged', id)
      if (lasting) faults.end(lasting, id)
      return measured
    },
  }))
}

type Cause = readonly [name: string, values?: FaultValues]

function spoken(name: string, goal: Goal, [fault, values]: Cause, more: Partial<SpokenRound> = {}): Row {
  return {
    name,
    goal,
    scope: 'server',
    play: (round) =>
      speakThrough(round, {
        ...more,
        cause: () => round.town.sandbox.faults.cause(fault, values, round.server.guild.id),
      }),
  }
}

/** A fault that meets with another one, which is on for as long as the round lasts. */
function withSwitch(name: string, goal: Goal, [lasting, values]: Cause, [fault, faultValues]: Cause): Row {
  return {
    name,
    goal,
    scope: 'server',
    async play(round) {
      const { town, server } = round
      const { faults } = town.sandbox
      const measured = await speakThrough(round, {
        cause: async () => {
          await faults.cause(lasting, values, server.guild.id)
          await faults.cause(fault, faultValues, server.guild.id)
        },
      })
      faults.end(lasting, server.guild.id)
      return measured
    },
  }
}

function everywhere(name: string, goal: Goal, [fault, values]: Cause): Row {
  return {
    name,
    goal,
    scope: 'everywhere',
    play: (round, strike) => speakThrough(round, { cause: () => strike(fault, values) }),
  }
}

async function joinThroughLoss({ town, server, random }: Round): Promise<Measurement> {
  const { faults } = town.sandbox
  await gather(town, server)
  await town.command(server, 'leave')
  const seed = Math.floor(random() * 2 ** 32)
  await faults.cause('media-loss', { drop: 0.1, seed }, server.guild.id)
  const since = performance.now()
  const asked = town.requests(server.guild.id)
  await town.command(server, 'say', { text: town.newText() })
  const arrived = await until(() => town.heard(server, 'mia').length > 0)
  const measured = {
    lost: 0,
    gap: 0,
    recovered: performance.now() - since,
    requests: town.requests(server.guild.id) - asked,
    problems: arrived ? [] : ['it did not come'],
  }
  faults.end('media-loss', server.guild.id)
  await town.command(server, 'stop')
  return measured
}

async function beKicked(round: Round): Promise<Measurement> {
  const { town, server } = round
  const { world } = town.sandbox.discord
  const asked = await speakUntil(round)
  world.voiceStates.leave(server.guild.id, town.sandbox.fixture.bot.user.id)
  await sleep(RETURN_MS)
  const problems = town.whereabouts(server) === undefined ? [] : ['it came back']
  return { lost: 0, gap: 0, recovered: 0, requests: town.requests(server.guild.id) - asked, problems }
}

const told = new Set<string>()

/** Half of the time the connection is closed with the code, and half of the time the code meets the bot as it rejoins. */
async function beRefused(round: Round, code: number): Promise<Measurement> {
  const { town, server, random, watch } = round
  const { faults } = town.sandbox
  const before = town.announcements(server)
  const asked = await speakUntil(round)
  await faults.cause('voice-identify-closed', { code }, server.guild.id)
  await faults.cause('voice-close', { code: random() < 0.5 ? code : 4006 }, server.guild.id)
  await sleep(watch)
  const requests = town.requests(server.guild.id) - asked
  faults.end('voice-identify-closed', server.guild.id)
  // The same cause is told once an hour.
  const isTold = town.announcements(server) > before || told.has(`${server.guild.id} ${code}`)
  told.add(`${server.guild.id} ${code}`)
  const problems = [
    ...(town.whereabouts(server) === undefined ? [] : ['it is still shown in the channel']),
    ...(isTold ? [] : ['it told nobody']),
  ]
  return { lost: 0, gap: 0, recovered: 0, requests, problems }
}

/** Lets the bot speak for a moment; how often it had asked for a channel until then. */
async function speakUntil({ town, server, random }: Round): Promise<number> {
  await gather(town, server)
  await town.command(server, 'say', { text: town.newText() })
  const moment = 10 + Math.round(40 * random())
  await until(() => town.heard(server, 'mia').length >= moment)
  return town.requests(server.guild.id)
}

/** A bot that comes back does so within a moment. */
const RETURN_MS = 4_000
