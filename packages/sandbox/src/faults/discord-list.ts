import type { SwitchboardSwitches } from '@lector/loopback-discord'
import { personCalled, UNCHANGED_ANSWERS } from '@lector/loopback-discord'
import { oneOf } from '@lector/loopback-discord/http'
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { VoiceCloseCodes } from 'discord-api-types/voice/v8'
import { type FaultPlace, fault, faultOfNext, faultWhileOn, milliseconds, number, times, whileAbove0 } from './fault.ts'

const ROUND_TRIP = [0, 10_000] as const

/** The way from a request to enter a channel to its voice server. */
export const JOINING_FAULTS = [
  faultOfNext('requests', switches, 'ignoreRequests', {
    name: 'join-unanswered',
    group: 'joining',
    summary: 'Discord does not answer the next requests to enter a channel (op 4).',
  }),
  faultOfNext('answers', switches, 'serverFirst', {
    name: 'server-before-state',
    group: 'joining',
    summary: 'Answers to a request name the voice server before they show the voice state.',
  }),
  fault({
    name: 'server-pending',
    group: 'joining',
    summary: 'Answers to a request name no voice server at first (endpoint null), and one later.',
    parameters: { times: times('answers'), delay: milliseconds(1_000, 'how much later') },
    cause: (place, { times, delay }) => {
      Object.assign(switches(place), { withoutEndpoint: times, endpointDelay: delay })
    },
    lasting: whileAbove0(switches, 'withoutEndpoint'),
  }),
  fault({
    name: 'join-unchanged',
    group: 'joining',
    summary:
      'Sets how Discord answers a request (op 4) for the channel the bot is in already: nothing, state, server or both.',
    parameters: { answer: { type: 'text', default: 'both', summary: 'nothing (as usual), state, server or both' } },
    cause: (place, { answer }) => {
      switches(place).unchanged = oneOf(UNCHANGED_ANSWERS, 'how it answers').read(answer, 'answer')
    },
    lasting: {
      isOn: (place) => switches(place).unchanged !== 'nothing',
      end: (place) => {
        switches(place).unchanged = 'nothing'
      },
    },
  }),
  fault({
    name: 'region-move',
    group: 'joining',
    summary: 'The voice server goes away (endpoint null), and Discord names another one later.',
    parameters: {
      away: milliseconds(1_000, 'how much later'),
      code: number(VoiceCloseCodes.Disconnected, [1000, 4999], 'the code that the old connection is closed with'),
    },
    cause: ({ discord, guildId, botId }, values) => discord.switchboard.relocate(guildId, botId, values),
  }),
  fault({
    name: 'two-join',
    group: 'joining',
    summary: 'Two people enter the channel of the bot at the same moment.',
    parameters: {
      first: { type: 'text', default: 'tom', summary: 'one of them, by name' },
      second: { type: 'text', default: 'yuki', summary: 'the other one' },
    },
    cause: ({ discord, voicePresence, guildId, botId }, { first, second }) => {
      const channelId = discord.world.voiceStates.require(guildId, botId).channel_id!
      return Promise.all(
        [first, second].map((name) => voicePresence.join(personCalled(discord.world, name).id, channelId)),
      )
    },
  }),
]

export const GATEWAY_FAULTS = [
  fault({
    name: 'gateway-cut',
    group: 'gateway',
    summary: 'Cuts the connection of the bot to the gateway, which it may resume or not.',
    parameters: { resumable: { type: 'boolean', default: true, summary: 'whether its session waits for it' } },
    cause: ({ discord, botId }, { resumable }) => {
      for (const connection of discord.gateway.connectionsOf(botId)) {
        if (!resumable && connection.session) discord.gateway.sessions.end(connection.session)
        connection.cut()
      }
    },
  }),
  fault({
    name: 'gateway-reconnect',
    group: 'gateway',
    summary: 'The gateway asks the bot to connect anew and resume (op 7).',
    parameters: {},
    cause: ({ discord, botId }) => {
      for (const connection of discord.gateway.connectionsOf(botId)) connection.askToReconnect()
    },
  }),
  fault({
    name: 'gateway-invalid-session',
    group: 'gateway',
    summary:
      'The gateway declares the session of the bot invalid (op 9), and it may resume it or has to identify anew.',
    parameters: { resumable: { type: 'boolean', default: false, summary: 'whether it may be resumed' } },
    cause: ({ discord, botId }, { resumable }) => {
      for (const connection of discord.gateway.connectionsOf(botId)) connection.invalidate(resumable)
    },
  }),
  fault({
    name: 'gateway-close',
    group: 'gateway',
    summary: 'The gateway closes the connection of the bot with a code; after 4004, 4010 to 4014 it may not come back.',
    parameters: { code: number(GatewayCloseCodes.AuthenticationFailed, [1000, 4999], 'the code') },
    cause: ({ discord, botId }, { code }) => {
      for (const connection of discord.gateway.connectionsOf(botId)) connection.close(code)
    },
  }),
  faultWhileOn(({ discord }) => discord.gateway, 'silent', {
    name: 'gateway-silent',
    group: 'gateway',
    summary: 'The gateway takes an Identify and says nothing after it: no READY.',
  }),
  fault({
    name: 'far-away',
    group: 'distance',
    summary: 'Discord is this many milliseconds away, there and back; what is on the way keeps its order.',
    parameters: {
      rest: number(150, ROUND_TRIP, 'REST'),
      gateway: number(40, ROUND_TRIP, 'the gateway'),
      voice: number(40, ROUND_TRIP, 'the voice gateway'),
      udp: number(40, ROUND_TRIP, 'voice itself'),
      jitter: number(0, ROUND_TRIP, 'each way takes up to this much longer'),
      seed: number(1, [0, 2 ** 32 - 1], 'the seed of the jitter'),
    },
    cause: ({ discord }, distance) => discord.distance.set(distance),
    lasting: {
      isOn: ({ discord }) => !discord.distance.isNone,
      end: ({ discord }) => discord.distance.set({}),
    },
  }),
  fault({
    name: 'rest-answer-lost',
    group: 'rest',
    summary: 'The next REST requests whose path begins like this are carried out, but their answers get lost.',
    parameters: {
      path: { type: 'text', default: '/interactions', summary: 'the beginning of the path, after /api/v10' },
      times: times('answers'),
      reset: { type: 'boolean', default: false, summary: 'the connection breaks, instead of a 502' },
    },
    cause: ({ discord }, { reset, ...lost }) =>
      discord.rest.lostAnswers.add({ ...lost, as: reset ? 'reset' : 'bad-gateway' }),
    lasting: {
      isOn: ({ discord }) => discord.rest.lostAnswers.left > 0,
      end: ({ discord }) => discord.rest.lostAnswers.clear(),
    },
  }),
  fault({
    name: 'rest-failed',
    group: 'rest',
    summary: 'The next REST requests whose path begins like this fail, and nothing is done.',
    parameters: {
      path: { type: 'text', default: '/applications', summary: 'the beginning of the path, after /api/v10' },
      status: number(503, [400, 599], 'the status of the answer'),
      times: times('requests'),
    },
    cause: ({ discord }, failure) => discord.rest.failures.add(failure),
    lasting: {
      isOn: ({ discord }) => discord.rest.failures.left > 0,
      end: ({ discord }) => discord.rest.failures.clear(),
    },
  }),
  fault({
    name: 'rest-limited',
    group: 'rest',
    summary: 'The next REST requests whose path begins like this are refused with 429.',
    parameters: {
      path: { type: 'text', default: '/channels', summary: 'the beginning of the path, after /api/v10' },
      times: times('requests'),
      retryAfter: milliseconds(1_000, 'how long the bot is asked to wait'),
      global: { type: 'boolean', default: false, summary: 'whether the limit is for all routes' },
    },
    cause: ({ discord }, limit) => discord.rest.rateLimits.add(limit),
    lasting: {
      isOn: ({ discord }) => discord.rest.rateLimits.left > 0,
      end: ({ discord }) => discord.rest.rateLimits.clear(),
    },
  }),
]

function switches({ discord, guildId }: FaultPlace): SwitchboardSwitches {
  return discord.switchboard.faults.of(guildId)
}
