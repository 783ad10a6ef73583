import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
  await stage.enter('mia', 'lounge')
  await stage.command('mia', 'say', { text: 'Hello.' })
})
afterAll(() => stage.close())

const logged = (part: string) => stage.log.filter((line) => line.includes(part))

describe('Discord at a distance', () => {
  afterEach(() => stage.sandbox.faults.end('far-away'))

  it.each([0, 20, 60, 120, 250, 600])(
    'of %i ms: answers, follow-ups and edits all arrive, and in order',
    async (distance) => {
      const far = {
        rest: distance,
        gateway: distance / 4,
        voice: distance / 4,
        udp: distance / 4,
        jitter: distance / 10,
      }
      await stage.sandbox.faults.cause('far-away', far)
      const said = await stage.command('mia', 'say', { text: `At ${distance} ms.`, voice: 'Jennifer', style: 'sad' })
      await stage.until(() => said.followUps.length > 0)
      expect(said.original?.content).toMatch(/^(Speaking in|Queued after)/)
      expect(said.followUps[0]?.content).toMatch(/change its style/)

      const list = await stage.command('mia', 'voice list')
      const chosen = await stage.press('mia', list, 'choose 0', ['Serena'])
      const heard = await stage.press('mia', chosen, 'preview 0 Serena')
      await stage.until(() => heard.followUps.length > 0 && heard.isAnswered)
      expect(heard.followUps[0]?.content).toMatch(/Serena/)
      await stage.command('mia', 'stop')
      expect(logged('could not be sent')).toEqual([])
      expect(logged('was not answered')).toEqual([])
    },
  )
})

describe('a lost answer of Discord', () => {
  it.each([
    ['acknowledgement as a 502', '/interactions', false],
    ['acknowledgement with the connection', '/interactions', true],
    ['edit as a 502', '/webhooks', false],
    ['edit with the connection', '/webhooks', true],
  ])('to the %s leaves nobody with "is thinking …"', async (_what, path, reset) => {
    await stage.sandbox.faults.cause('rest-answer-lost', { path, reset, times: 1 })
    const said = await stage.command('mia', 'voice show')
    expect(said.original?.content).toContain('**Voice:**')
    expect(logged('was not answered')).toEqual([])
  })

  it.each([
    ['a 502', false],
    ['the connection', true],
  ])('to a follow-up, with %s, does not lose it', async (_what, reset) => {
    const said = await stage.command('mia', 'say', { text: `Lost ${reset}.`, voice: 'Jennifer', style: 'sad' })
    await stage.sandbox.faults.cause('rest-answer-lost', { path: '/webhooks', reset, times: 1 })
    await stage.until(() => said.followUps.length > 0)
    stage.sandbox.faults.end('rest-answer-lost')
  })
})

describe('an interaction that is delivered twice', () => {
  it('is spoken once', async () => {
    const { discord } = stage.sandbox
    const { requests } = stage.sandbox.speech
    const before = requests.length
    discord.interactions.once('created', ({ applicationId, guildId }, payload) => {
      for (const { session } of discord.gateway.connectionsOf(applicationId))
        if (session?.serves(guildId)) session.dispatch({ t: 'INTERACTION_CREATE', d: payload } as never)
    })
    await stage.command('mia', 'say', { text: 'Only once.' })
    await stage.command('mia', 'say', { text: 'And then this.' })
    await stage.until(() => requests.some(({ text }) => text.includes('And then this')))
    expect(requests.slice(before).filter(({ text }) => text.includes('Only once'))).toHaveLength(1)
    expect(logged('was not answered')).toEqual([])
  })
})
