import { call } from './api.js'

/** @import { CommandView, FaultView, TimelineEntry, InteractionView, MessageView, MoodView, UtteranceView, WorldView } from '@lector/sandbox' */
/** @import { PageFacts } from '../../../src/facts.ts' */
/** @typedef {'world' | 'me' | 'commands' | 'conversation' | 'utterances' | 'connectionLog' | 'faults' | 'mood' | 'speaking'} Part */

/** What the page knows of the sandbox. Whoever changes it says so by `changed`. */
export const state = {
  /** Id of the person at this tab. */
  me: sessionStorage.getItem('me') ?? '',
  /** @type {WorldView} */
  world: { guild: { id: '', name: '' }, bot: { id: '', connected: false }, people: [], channels: [] },
  /** @type {readonly CommandView[]} */
  commands: [],
  /** @type {PageFacts} */
  facts: { engine: 'local', prices: {}, languages: ['en'] },
  /**
   * Messages and commands by id, and each reply's place in them.
   *
   * @type {Map<string, MessageView>}
   */
  messages: new Map(),
  /** @type {Map<string, InteractionView>} */
  interactions: new Map(),
  /** @type {Map<string, UtteranceView>} */
  utterances: new Map(),
  /** @type {TimelineEntry[]} */
  connectionLog: [],
  /** @type {readonly FaultView[]} */
  faults: [],
  /** @type {readonly MoodView[]} */
  moods: [],
  /** @type {string | null} */
  mood: null,
  /** Whether the bot is heard at this moment. */
  speaking: false,
}

/** @type {Map<Part, (() => void)[]>} */
const listeners = new Map()

/**
 * Calls back whenever one of these parts has changed.
 *
 * @param {Part | readonly Part[]} parts
 * @param {() => void} listener
 */
export function on(parts, listener) {
  for (const part of /** @type {Part[]} */ ([parts].flat())) {
    listeners.set(part, [...(listeners.get(part) ?? []), listener])
  }
}

/** @param {...Part} parts */
export function changed(...parts) {
  const called = new Set(parts.flatMap((part) => listeners.get(part) ?? []))
  for (const listener of called) listener()
}

export async function loadWorld() {
  state.world = await call('GET', '/world')
  if (!people().some(({ id }) => id === state.me)) state.me = people()[0]?.id ?? ''
  changed('world')
}

export async function loadCommands() {
  state.commands = await call('GET', '/commands')
  changed('commands')
}

export async function loadConversation() {
  const [messages, interactions] = await Promise.all([
    call('GET', '/channels/general/messages'),
    call('GET', '/interactions'),
  ])
  state.messages = byId(messages)
  state.interactions = byId(interactions)
  changed('conversation')
}

export async function loadSound() {
  const [utterances, connectionLog] = await Promise.all([call('GET', '/utterances'), call('GET', '/timeline')])
  state.utterances = byId(utterances)
  state.connectionLog = connectionLog
  changed('utterances', 'connectionLog')
}

export async function loadFaults() {
  const faults = await call('GET', '/faults')
  // Parameters that are being entered must not be drawn over.
  if (JSON.stringify(faults) === JSON.stringify(state.faults)) return
  state.faults = faults
  changed('faults')
}

/** The servers that the speech service can behave like, and the one that it behaves like now. */
export async function loadMood() {
  const [moods, { mood }] = await Promise.all([call('GET', '/speech/moods'), call('GET', '/speech/mood')])
  state.moods = moods
  state.mood = mood
  changed('mood')
}

/**
 * @template {{ readonly id: string }} T
 * @param {readonly T[]} things
 */
function byId(things) {
  return new Map(things.map((one) => [one.id, one]))
}

export function people() {
  return state.world.people.filter(({ bot }) => !bot)
}

/** @param {string} id */
export function person(id) {
  return state.world.people.find((one) => one.id === id) ?? { id, name: '?', bot: false }
}

/** @param {string} id */
export function channelName(id) {
  return state.world.channels.find((one) => one.id === id)?.name ?? '?'
}

/** @param {string} id */
export function voiceChannelOf(id) {
  return state.world.channels.find(({ members }) => members.some((member) => member.id === id))
}

/**
 * Becomes somebody else at this tab; another tab may be somebody else again.
 *
 * @param {string} id
 */
export function become(id) {
  state.me = id
  sessionStorage.setItem('me', id)
  changed('me', 'world', 'conversation')
}
