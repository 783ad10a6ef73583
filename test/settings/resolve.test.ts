import { describe, expect, test } from 'vitest'
import { GUILD_RULES } from '../../src/settings/limits.ts'
import { type OperatorDefaults, resolveCaps, resolveGuild, resolveSpeech } from '../../src/settings/resolve.ts'

const operator: OperatorDefaults = { voiceFor: () => 'Cherry', engine: 'dashscope' }

describe('resolveSpeech', () => {
  const layers = [
    ['message', { voice: 'M', style: 'm', language: 'de', engine: 'me', model: 'mm', speed: 1.1, volume: 0.1 }],
    ['member', { voice: 'U', style: 'u', language: 'fr', speed: 1.2 }],
    ['channel', { voice: 'C', style: 'c', language: 'ja' }],
    ['server', { voice: 'S', style: 's', language: 'ko', engine: 'se', model: 'sm', speed: 1.4, volume: 0.4 }],
  ] as const

  test.each([
    [['message', 'member', 'channel', 'server'], 'message', 'message'],
    [['member', 'channel', 'server'], 'member', 'member'],
    [['channel', 'server'], 'channel', 'server'],
    [['server'], 'server', 'server'],
    [[], 'default', 'default'],
    [['message', 'server'], 'message', 'message'],
    [['member', 'server'], 'member', 'member'],
    [['member', 'channel'], 'member', 'member'],
  ] as const)('of %j the voice is from the %s and the speed from the %s', (present, voiceFrom, speedFrom) => {
    const choices = Object.fromEntries(layers.filter(([name]) => (present as readonly string[]).includes(name)))
    const { voice, style, language, speed } = resolveSpeech({ ...choices, operator })
    const nearest = layers.find(([name]) => name === voiceFrom)?.[1]
    expect(voice).toEqual({ value: nearest?.voice ?? 'Cherry', from: voiceFrom })
    expect(style).toEqual({ value: nearest?.style, from: voiceFrom })
    expect(language).toEqual({ value: nearest?.language ?? 'auto', from: voiceFrom })
    const { speed: value = 1 } = (layers.find(([name]) => name === speedFrom)?.[1] ?? {}) as { speed?: number }
    expect(speed).toEqual({ value, from: speedFrom })
  })

  test('each value has its own source', () => {
    const resolved = resolveSpeech({
      message: { style: 'whispering' },
      member: { speed: 1.5, name: 'Ana' },
      channel: { language: 'de' },
      server: { voice: 'Ethan', volume: 0 },
      operator: { ...operator, model: 'qwen3-tts-flash', volume: 0.5 },
    })
    expect(resolved).toEqual({
      voice: { value: 'Ethan', from: 'server' },
      style: { value: 'whispering', from: 'message' },
      language: { value: 'de', from: 'channel' },
      engine: { value: 'dashscope', from: 'default' },
      model: { value: 'qwen3-tts-flash', from: 'default' },
      speed: { value: 1.5, from: 'member' },
      volume: { value: 0, from: 'server' },
    })
  })
})

test('the default voice belongs to the engine that speaks', () => {
  const operator: OperatorDefaults = { voiceFor: (engine) => `${engine}’s`, engine: 'dashscope' }
  const server = { engine: 'openai' }
  expect(resolveSpeech({ operator }).voice.value).toBe('dashscope’s')
  expect(resolveSpeech({ operator, server }).voice).toEqual({ value: 'openai’s', from: 'default' })
  expect(resolveSpeech({ operator, server, message: { engine: 'local' } }).voice.value).toBe('local’s')
  expect(resolveGuild(server, operator).voice).toBe('openai’s')
  expect(resolveGuild({ ...server, voice: 'me' }, operator).voice).toBe('me')
})

describe('resolveGuild', () => {
  test('has a value for all settings but budgets, prefixes, style, model and time zone', () => {
    const missing = Object.keys(GUILD_RULES).filter((key) => !Object.hasOwn(resolveGuild({}, operator), key))
    expect(missing.sort()).toEqual([
      'ignorePrefix',
      'memberDayBudget',
      'memberMonthBudget',
      'model',
      'requirePrefix',
      'serverDayBudget',
      'serverMonthBudget',
      'style',
      'timeZone',
    ])
  })

  test('prefers the server over the operator over the default', () => {
    const chosen = { autoJoin: true, queueSize: 10 }
    expect(resolveGuild(chosen, { ...operator, queueSize: 20, maxLength: 300 })).toMatchObject({
      autoJoin: true,
      queueSize: 10,
      maxLength: 300,
      announceNames: 'change',
    })
  })

  test('caps a server’s choice, and its defaults, at the operator’s limits', () => {
    const limits = { ...operator, queueSize: 100, maxLength: 1000, serverDayBudget: 5000 }
    expect(resolveGuild({}, limits)).toMatchObject({ queueSize: 50, maxLength: 500, serverDayBudget: 5000 })
    const greedy = { queueSize: 200, maxLength: 2000, serverDayBudget: 9000 }
    expect(resolveGuild(greedy, limits)).toMatchObject({ queueSize: 100, maxLength: 1000, serverDayBudget: 5000 })
    expect(resolveGuild({ serverDayBudget: 1 }, limits)).toMatchObject({ serverDayBudget: 1 })
  })
})

describe('resolveCaps', () => {
  test('takes the smaller cap of server and operator, or none', () => {
    const chosen = { serverDayBudget: 500, memberDayBudget: 9000, serverMonthBudget: 0 }
    expect(resolveCaps(chosen, { serverDayBudget: 1000, memberDayBudget: 1000 })).toEqual({
      'server-day': 500,
      'member-day': 1000,
      'server-month': 0,
    })
    expect(resolveCaps({}, {})).toEqual({})
  })
})
