import { setTimeout as sleep } from 'node:timers/promises'
import type { HeardFrame } from '@lector/loopback-discord'
import { disorder, longestBreak, type Measurement, speechFrames } from './measure.ts'
import { type Server, type Town, until } from './town.ts'

export interface Round {
  readonly town: Town
  readonly server: Server
  /** In [0, 1), the same in every run with the same seed. */
  readonly random: () => number
  /** How long a bot that should give up is watched, in milliseconds. */
  readonly watch: number
}

export interface SpokenRound {
  /** Happens while the bot speaks. */
  cause(text: string): unknown
  /** Happens before the bot is asked to speak. */
  prepare?(text: string): unknown
  /** Those who hear it, of whom each must have heard all; `together` when they share it between them. */
  readonly listeners?: 'each' | 'together'
}

/** The bot says one long utterance to Mia and Tom, and something happens meanwhile. */
export async function speakThrough({ town, server, random }: Round, scene: SpokenRound): Promise<Measurement> {
  await gather(town, server)
  const text = town.newText()
  await scene.prepare?.(text)
  await town.command(server, 'say', { text })
  const moment = Math.round(town.frames * (0.2 + 0.3 * random()))
  const began = await until(() => speechFrames(town.heard(server, 'mia')) >= moment, START_DEADLINE_MS)
  const since = performance.now()
  const asked = town.requests(server.guild.id)
  await scene.cause(text)
  const ended = await until(() => isOver(town, server), END_DEADLINE_MS)

  const heard = (['mia', 'tom'] as const).map((person) => town.heard(server, person))
  const shared = scene.listeners === 'together'
  const counts = shared ? [speechFrames(heard.flat())] : heard.map(speechFrames)
  const breaks = (shared ? [inOrder(heard.flat())] : heard).map((frames) => longestBreak(frames, since))
  const problems = [
    ...(began ? [] : ['it did not begin to speak']),
    ...(ended ? [] : ['it did not finish']),
    ...(town.isAlive ? [] : ['the process has ended']),
    ...(Math.max(...counts) > town.frames ? ['frames were heard twice'] : []),
    ...heard.flatMap(disorder),
  ]
  return {
    lost: town.frames - Math.min(...counts),
    gap: Math.max(...breaks.map(({ gap }) => gap)),
    recovered: Math.max(...breaks.map(({ recovered }) => recovered)),
    requests: town.requests(server.guild.id) - asked,
    problems,
  }
}

/** Everybody in the lounge, the bot too if it is anywhere, with nothing heard. */
export async function gather(town: Town, server: Server): Promise<void> {
  const { switchboard } = town.sandbox.discord
  const lounge = server.channels.lounge.id
  if ((town.whereabouts(server) ?? lounge) !== lounge) {
    switchboard.move(server.guild.id, town.sandbox.fixture.bot.user.id, lounge)
    await sleep(SETTLING_MS)
  }
  await Promise.all((['mia', 'tom'] as const).map((person) => town.enter(server, person, 'lounge')))
  await sleep(SETTLING_MS)
}

/** Each has heard closing silence, and then nothing for a while. Who hears nothing at all has been left behind. */
function isOver(town: Town, server: Server): boolean {
  const last = [town.heard(server, 'mia').at(-1), town.heard(server, 'tom').at(-1)].filter(
    (frame) => frame !== undefined,
  )
  const latest = last.reduce((newest, frame) => (frame.arrival > newest.arrival ? frame : newest), last[0]!)
  return latest?.silence === true && performance.now() - latest.arrival > QUIET_MS
}

function inOrder(frames: readonly HeardFrame[]): HeardFrame[] {
  return frames.toSorted((a, b) => a.arrival - b.arrival)
}

const START_DEADLINE_MS = 15_000
const END_DEADLINE_MS = 30_000
const QUIET_MS = 500
/** For keys to be agreed on. */
const SETTLING_MS = 300
