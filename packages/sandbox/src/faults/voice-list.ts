import type { VoiceFaultSwitches } from '@lector/loopback-discord'
import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import {
  type FaultPlace,
  fault,
  faultOfNext,
  faultWhileOn,
  milliseconds,
  number,
  whileAbove0,
  whileDefined,
} from './fault.ts'

const CLOSE_CODES = [1000, 4999] as const
const SHARE = [0, 1] as const
const SEED = [0, 2 ** 32 - 1] as const

/** The connection to the voice server: WebSocket and UDP. */
export const VOICE_FAULTS = [
  fault({
    name: 'voice-close',
    group: 'voice',
    summary: 'Closes the voice connection of the bot with a close code.',
    parameters: { code: number(4006, CLOSE_CODES, 'the close code') },
    cause: ({ discord, guildId, botId }, { code }) => discord.voice.faults.closeSocket(guildId, botId, code),
  }),
  fault({
    name: 'voice-cut',
    group: 'voice',
    summary: 'Cuts the TCP connection to the voice server without a word.',
    parameters: {},
    cause: ({ discord, guildId, botId }) => discord.voice.faults.cutSocket(guildId, botId),
  }),
  fault({
    name: 'voice-away',
    group: 'voice',
    summary: 'The voice server is away: it cuts all its connections and refuses new ones.',
    parameters: {},
    cause: ({ discord }) => discord.voice.goAway(),
    lasting: {
      isOn: ({ discord }) => discord.voice.faults.away,
      end: ({ discord }) => {
        discord.voice.faults.away = false
      },
    },
  }),
  fault({
    name: 'voice-identify-closed',
    group: 'voice',
    summary: 'The voice server closes every attempt to identify with a close code.',
    parameters: { code: number(4004, CLOSE_CODES, 'the close code') },
    cause: (place, { code }) => {
      switches(place).closeIdentifies = code
    },
    lasting: whileDefined(switches, 'closeIdentifies'),
  }),
  faultOfNext('attempts', switches, 'ignoreIdentifies', {
    name: 'voice-identify-unanswered',
    group: 'voice',
    summary: 'The voice server does not answer the next attempts to identify.',
  }),
  faultOfNext('answers', switches, 'spoilReadies', {
    name: 'ready-spoilt',
    group: 'voice',
    summary: 'The next answers to an Identify (op 2) are followed at once by a binary message without any form.',
  }),
  faultWhileOn(switches, 'refuseResumes', {
    name: 'voice-resume-refused',
    group: 'voice',
    summary: 'The voice server refuses to resume a connection (4006).',
  }),
  faultOfNext('datagrams', switches, 'loseDiscoveries', {
    name: 'discovery-lost',
    group: 'media',
    summary: 'The next questions for the own address (IP discovery) get lost.',
  }),
  fault({
    name: 'media-loss',
    group: 'media',
    summary: 'Datagrams from the bot get lost or come late; the same seed picks the same ones.',
    parameters: {
      drop: number(0.1, SHARE, 'the share that is lost'),
      late: number(0, SHARE, 'the share of the others that come late'),
      delay: milliseconds(60, 'how late'),
      seed: number(1, SEED, 'the seed'),
    },
    cause: (place, values) => {
      switches(place).media = values
    },
    lasting: whileDefined(switches, 'media'),
  }),
]

/** End-to-end encryption: the group and its keys. */
export const ENCRYPTION_FAULTS = [
  faultOfNext('commits', switches, 'corruptCommits', {
    name: 'commit-damaged',
    group: 'encryption',
    summary: 'The next commits (op 29) arrive damaged, one member each.',
  }),
  faultOfNext('welcomes', switches, 'corruptWelcomes', {
    name: 'welcome-damaged',
    group: 'encryption',
    summary: 'The next welcomes (op 30) arrive damaged.',
  }),
  delayed('execution-late', 'delayExecution', 'The word that new keys are in use (op 22) comes late.'),
  delayed(
    'external-sender-late',
    'delayExternalSender',
    'The key of the voice server for the group (op 25) comes late.',
  ),
  delayed('proposals-late', 'delayProposals', 'Proposals who is to be in the group (op 27) come late.'),
  fault({
    name: 'stray-frame',
    group: 'encryption',
    summary: 'Sends the bot a binary message that nobody asked for and that makes no sense.',
    parameters: {
      opcode: number(VoiceOpcodes.DaveMlsProposals, [0, 255], 'the opcode'),
      payload: { type: 'text', default: '00ffffff', summary: 'the payload, in hexadecimal' },
    },
    cause: ({ discord, guildId, botId }, { opcode, payload }) =>
      discord.voice.faults.sendStray(guildId, botId, opcode, Buffer.from(payload, 'hex')),
  }),
  fault({
    name: 'garbage-frame',
    group: 'encryption',
    summary: 'Sends the bot a binary message without any form.',
    parameters: { bytes: { type: 'text', default: 'ff', summary: 'the bytes, in hexadecimal' } },
    cause: ({ discord, guildId, botId }, { bytes }) =>
      discord.voice.faults.sendGarbage(guildId, botId, Buffer.from(bytes, 'hex')),
  }),
]

function switches({ discord, guildId }: FaultPlace): VoiceFaultSwitches {
  return discord.voice.faults.of(guildId)
}

type Delay = 'delayExternalSender' | 'delayProposals' | 'delayExecution'

function delayed(name: string, delay: Delay, summary: string) {
  return fault({
    name,
    group: 'encryption',
    summary,
    parameters: { delay: milliseconds(500, 'how late') },
    cause: (place, values) => {
      switches(place)[delay] = values.delay
    },
    lasting: whileAbove0(switches, delay),
  })
}
