import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const LONG =
  'This is a rather long sentence which goes on and on, so that there is time enough to interrupt it. '.repeat(3)

/** Mia manages the server; Tom, Yuki and Ana do not. */
describe('/skip and /stop', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    await stage.command('mia', 'leave')
    await stage.command('mia', 'server reset', { setting: 'limits' })
    for (const person of ['mia', 'tom', 'yuki', 'ana'] as const) stage.leave(person)
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const saysSomething = async (person: 'mia' | 'tom' | 'yuki' | 'ana') => {
    const asked = stage.sandbox.speech.requests.length
    await stage.command(person, 'say', { text: `${LONG} ${Math.random()}` })
    await stage.until(() => stage.sandbox.speech.requests.length > asked)
    await stage.until(() => stage.hasSpeech(person))
  }

  it('end one’s own words, whoever else is there', async () => {
    for (const person of ['mia', 'tom', 'yuki', 'ana'] as const) await stage.enter(person, 'lounge')
    await saysSomething('tom')
    expect(await answer('tom', 'skip')).toBe('Skipped.')
    await saysSomething('tom')
    expect(await answer('tom', 'stop')).toBe('Stopped; 1 message dropped.')
  })

  it('need half of the channel for the words of others, and start over with each text', async () => {
    for (const person of ['mia', 'tom', 'yuki', 'ana'] as const) await stage.enter(person, 'lounge')
    await saysSomething('tom')
    expect(await answer('yuki', 'skip')).toMatch(/it takes a vote: 1 of 2/)
    expect(await answer('yuki', 'skip')).toMatch(/1 of 2/)
    expect(await answer('ana', 'skip')).toBe('Skipped.')
    stage.forget('tom')
    await saysSomething('tom')
    expect(await answer('ana', 'stop')).toMatch(/1 of 2/)
    expect(await answer('yuki', 'stop')).toBe('Stopped; 1 message dropped.')
  })

  it('obey managers, and the rule of the server', async () => {
    for (const person of ['mia', 'tom', 'yuki', 'ana'] as const) await stage.enter(person, 'lounge')
    await stage.command('mia', 'server limits', { interrupting: 'managers' })
    await saysSomething('tom')
    expect(await answer('yuki', 'skip')).toMatch(/\*\*Manage Server\*\*/)
    expect(await answer('mia', 'skip')).toBe('Skipped.')
    await stage.command('mia', 'server limits', { interrupting: 'everyone' })
    stage.forget('tom')
    await saysSomething('tom')
    expect(await answer('yuki', 'skip')).toBe('Skipped.')
  })

  it('do not listen to people outside the channel', async () => {
    for (const person of ['tom', 'ana'] as const) await stage.enter(person, 'lounge')
    await saysSomething('tom')
    expect(await answer('yuki', 'skip')).toMatch(/I'm speaking for people in \*\*lounge\*\*/)
    expect(await answer('yuki', 'stop')).toMatch(/I'm speaking for people in \*\*lounge\*\*/)
  })
})
