import { call } from './api.js'

/** What the page knows of the sandbox. Whoever changes it says so by `changed`. */
export const state = {
  /** Id of the person at this tab. */
  me: sessionStorage.getItem('me') ?? undefined,
  world: { guild: { name: '' }, bot: {}, people: [], channels: [] },
  commands: [],
  facts: { engine: 'local', prices: {}, languages: ['en'] },
  /** Messages and commands by id, and each reply's place in them. */
  messages: new Map(),
  interactions: new Map(),
  utterances: new Map(),
  happenings: [],
  faults: [],
  /** Whether the bot is heard at this moment. */
  speaking: false,
}

const listeners = new Map()

/** Calls back whenever one of these parts has changed. */
export function on(parts, listener) {
  for (const part of [parts].flat()) listeners.set(part, [...(listeners.get(part) ?? []), listener])
}

export function changed(...parts) {
  const called = new Set(parts.flatMap((part) => listeners.get(part) ?? []))
  for (const listener of called) listener()
}

export async function loadWorld() {
  state.world = await call('GET', '/world')
  if (!people().some(({ id }) => id === state.me)) state.me = people()[0]?.id
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
  state.messages = new Map(messages.map((one) => [one.id, one]))
  state.interactions = new Map(interactions.map((one) => [one.id, one]))
  changed('conversation')
}

export async function loadSound() {
  const [utterances, happenings] = await Promise.all([call('GET', '/utterances'), call('GET', '/happenings')])
  state.utterances = new Map(utterances.map((one) => [one.id, one]))
  state.happenings = happenings
  changed('utterances', 'happenings')
}

export async function loadFaults() {
  const faults = await call('GET', '/faults')
  // Parameters that are being entered must not be drawn over.
  if (JSON.stringify(faults) === JSON.stringify(state.faults)) return
  state.faults = faults
  changed('faults')
}

export function people() {
  return state.world.people.filter(({ bot }) => !bot)
}

export function person(id) {
  return state.world.people.find((one) => one.id === id) ?? { id, name: '?' }
}

export function voiceChannelOf(id) {
  return state.world.channels.find(({ members }) => members.some((member) => member.id === id))
}

/** Becomes somebody else at this tab; another tab may be somebody else again. */
export function become(id) {
  state.me = id
  sessionStorage.setItem('me', id)
  changed('me', 'world', 'conversation')
}
