import { expect, it } from 'vitest'
import { LectorError } from '../../src/kernel/errors.ts'
import type { Log } from '../../src/kernel/log.ts'
import type { SpeechEngine, Utterance } from '../../src/speech/engine.ts'
import { resilient } from '../../src/speech/stack/resilient.ts'
import { failing, scriptedEngine, serverError, tonesOf } from '../support/scripted-engine.ts'
import { budgeted, observed } from '../support/stages.ts'

const UTTERANCE: Utterance = { text: 'marmalade', voice: 'Cherry', language: 'en', guildId: '100' }

function logInto(lines: unknown[]): Log {
  const write = (fields: object, message: string) => lines.push({ ...fields, message })
  return { debug: write, info: write, warn: write, error: write }
}

async function say(engine: SpeechEngine, more: Partial<Utterance> = {}): Promise<void> {
  for await (const _ of engine.speak({ ...UTTERANCE, ...more }, AbortSignal.timeout(5_000)));
}

it('a fallback is logged once per reason, and once when it ends', async () => {
  const wrongKey = new LectorError('speech.auth', { engine: 'dashscope' }, 'a 401')
  const failures = [serverError(), serverError(), wrongKey]
  const service = scriptedEngine('dashscope', (utterance, signal, number) => {
    const failure = failures[number - 1]
    return (failure ? failing(failure) : tonesOf('dashscope'))(utterance, signal, number)
  })
  const options = { retry: { attempts: 1 }, breaker: { failures: 100, restMs: 0 }, random: () => 0 }
  const lines: unknown[] = []
  const engines = [service, scriptedEngine('local', tonesOf('local'))] as const
  // A new stack each time has a closed circuit breaker.
  const engine = {
    ...service,
    speak: (...args: Parameters<typeof service.speak>) => resilient(engines, options).speak(...args),
  }
  const heard = observed(engine, logInto(lines))
  for (let time = 0; time < 5; time += 1) await say(heard)
  const replaced = { engine: 'dashscope', by: 'local', message: 'another engine speaks' }
  expect(lines).toEqual([
    { ...replaced, because: 'speech.server', reason: 'a 503' },
    { ...replaced, because: 'speech.auth', reason: 'a 401' },
    { engine: 'dashscope', message: 'the engine speaks again' },
  ])
  expect(JSON.stringify(lines)).not.toContain('marmalade')
})

it('a used-up budget is logged for its server only', async () => {
  const local = scriptedEngine('local', tonesOf('local'))
  const spent = { granted: false, scope: 'server-day', used: 10, cap: 10, instead: 'free' } as const
  const budget = {
    reserve: async ({ guildId }: Utterance) =>
      guildId === '100' ? spent : ({ granted: true, reservation: 0 } as const),
    settle: async () => {},
  }
  const lines: unknown[] = []
  const engine = budgeted(scriptedEngine('dashscope', tonesOf('dashscope')), budget, local)
  const heard = observed(engine, logInto(lines))
  for (const guildId of ['100', '101', '100', '101']) await say(heard, { guildId })
  const line = { engine: 'dashscope', by: 'local', because: 'speech.budget', message: 'another engine speaks' }
  const reason = 'The server-day budget of 10 characters is spent'
  expect(lines).toEqual([{ ...line, reason, guildId: '100' }])
})

it('an unknown voice is logged without the name that a person typed', async () => {
  const gone = new LectorError('speech.voice-unknown', { engine: 'dashscope', voice: 'marmalade' }, 'no such voice')
  const service = scriptedEngine('dashscope', (utterance, signal, number) =>
    (utterance.voice === 'marmalade' ? failing(gone) : tonesOf('dashscope'))(utterance, signal, number),
  )
  const lines: unknown[] = []
  const heard = observed(resilient([service]), logInto(lines))
  await say(heard, { voice: 'marmalade' })
  await say(heard, { voice: 'marmalade' })
  expect(lines).toEqual([
    { engine: 'dashscope', by: expect.any(String), because: 'speech.voice-unknown', message: 'another voice speaks' },
  ])
  expect(JSON.stringify(lines)).not.toContain('marmalade')
})
