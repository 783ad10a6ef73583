import type { DiscordGatewayAdapterCreator, DiscordGatewayAdapterLibraryMethods } from '@discordjs/voice'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardedAdapter } from '../../../src/discord/calls/voice-adapter.ts'

type State = Parameters<DiscordGatewayAdapterLibraryMethods['onVoiceStateUpdate']>[0]
type Server = Parameters<DiscordGatewayAdapterLibraryMethods['onVoiceServerUpdate']>[0]

const state = { channel_id: '1', session_id: 's' } as State
const serverAt = (endpoint: string | null): Server => ({ token: 't', guild_id: '1', endpoint })
const request = { op: 4 }

/** The adapter between a gateway and a library that keep what reaches them. */
function setUp() {
  const heard: string[] = []
  const observed: string[] = []
  const sent: unknown[] = []
  const world = { allowed: true, gatewayUp: true, destroyed: false }
  let fromGateway: DiscordGatewayAdapterLibraryMethods | undefined
  const gateway: DiscordGatewayAdapterCreator = (methods) => {
    fromGateway = methods
    return {
      sendPayload(payload) {
        if (world.gatewayUp) sent.push(payload)
        return world.gatewayUp
      },
      destroy() {
        world.destroyed = true
      },
    }
  }
  const adapter = guardedAdapter(gateway, () => world.allowed, {
    onState: ({ channel_id }) => observed.push(`state ${channel_id}`),
    onServer: (endpoint) => observed.push(`server ${endpoint}`),
  })({
    onVoiceStateUpdate: ({ channel_id }) => heard.push(`state ${channel_id}`),
    onVoiceServerUpdate: ({ endpoint }) => heard.push(`server ${endpoint}`),
    destroy: () => heard.push('destroy'),
  })
  return { adapter, heard, observed, sent, world, gateway: fromGateway! }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('guardedAdapter', () => {
  it('holds a server that comes before the state that we asked for', () => {
    const { adapter, gateway, heard, observed } = setUp()
    expect(adapter.sendPayload(request)).toBe(true)
    gateway.onVoiceServerUpdate(serverAt('a'))
    vi.advanceTimersByTime(900)
    expect(heard).toEqual([])
    gateway.onVoiceStateUpdate(state)
    expect(heard).toEqual(['state 1', 'server a'])
    expect(observed).toEqual(['server a', 'state 1'])
  })

  it('lets it pass after a second without a state, once', () => {
    const { adapter, gateway, heard } = setUp()
    adapter.sendPayload(request)
    gateway.onVoiceServerUpdate(serverAt('a'))
    vi.advanceTimersByTime(1_000)
    expect(heard).toEqual(['server a'])
    gateway.onVoiceStateUpdate(state)
    vi.advanceTimersByTime(5_000)
    expect(heard).toEqual(['server a', 'state 1'])
  })

  it('hands over the newest of two servers that wait', () => {
    const { adapter, gateway, heard } = setUp()
    adapter.sendPayload(request)
    gateway.onVoiceServerUpdate(serverAt(null))
    vi.advanceTimersByTime(700)
    gateway.onVoiceServerUpdate(serverAt('b'))
    vi.advanceTimersByTime(700)
    gateway.onVoiceStateUpdate(state)
    expect(heard).toEqual(['state 1', 'server b'])
  })

  it('lets a server pass at once after the state, or when nobody asked', () => {
    const { adapter, gateway, heard } = setUp()
    gateway.onVoiceServerUpdate(serverAt('moved'))
    adapter.sendPayload(request)
    gateway.onVoiceStateUpdate(state)
    gateway.onVoiceServerUpdate(serverAt('a'))
    expect(heard).toEqual(['server moved', 'state 1', 'server a'])
  })

  it('sends nothing that is not allowed, and waits for nothing then', () => {
    const { adapter, gateway, heard, sent, world } = setUp()
    world.allowed = false
    expect(adapter.sendPayload(request)).toBe(false)
    gateway.onVoiceServerUpdate(serverAt('a'))
    expect([sent, heard]).toEqual([[], ['server a']])
    world.allowed = true
    expect(adapter.sendPayload(request)).toBe(true)
    expect(sent).toEqual([request])
  })

  it('waits for no answer to what the gateway could not send', () => {
    const { adapter, gateway, heard, world } = setUp()
    world.gatewayUp = false
    expect(adapter.sendPayload(request)).toBe(false)
    gateway.onVoiceServerUpdate(serverAt('a'))
    expect(heard).toEqual(['server a'])
  })

  it('hands over nothing after it was destroyed', () => {
    const { adapter, gateway, heard, world } = setUp()
    adapter.sendPayload(request)
    gateway.onVoiceServerUpdate(serverAt('a'))
    adapter.destroy()
    vi.advanceTimersByTime(5_000)
    expect([heard, world.destroyed]).toEqual([[], true])
  })
})
