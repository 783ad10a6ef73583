import { once } from 'node:events'
import { startBot } from '@lector/playground'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const LONG = 'This sentence is long enough that something can happen to the bot while it is being said, I hope. '

describe('a bot that comes back, or should not', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'say', { text: LONG })
    await stage.until(() => stage.hasSpeech('mia'))
  })
  afterEach(() => stage.close())

  const ids = () => ({ guild: stage.sandbox.fixture.guild.id, bot: stage.sandbox.fixture.bot.user.id })
  const states = () => stage.sandbox.discord.world.voiceStates
  const whereabouts = () => states().get(ids().guild, ids().bot)?.channel_id
  const logged = (part: string) => stage.log.some((line) => line.includes(part))
  const faultIsOver = (name: string) => stage.sandbox.faults.list().some((fault) => fault.name === name && !fault.on)
  const noticesOfTheBot = () => {
    const { discord, fixture } = stage.sandbox
    const messages = discord.world.messages.list(fixture.channels.general.id)
    return messages.filter(
      ({ author, content, interaction_metadata }) =>
        author.id === ids().bot && !interaction_metadata && !content.startsWith("Hi, I'm Lector!"),
    )
  }
  const leave = async () => (await stage.command('mia', 'leave')).original?.content

  it('is gone when it is disconnected while it reconnects', async () => {
    const { faults } = stage.sandbox
    // Discord shows the bot in the channel again, but the voice server does not take it in yet.
    await faults.cause('voice-identify-unanswered')
    await faults.cause('voice-close', { code: 4006 })
    await stage.until(() => logged('"status":"recovering"') && faultIsOver('voice-identify-unanswered'))
    states().leave(ids().guild, ids().bot)
    await stage.until(() => logged('"loss":{"kind":"removed"}'))
    expect(await leave()).toMatch(/I'm not in a voice channel/)
  })

  it('does not come back any more when it is asked to leave between two attempts', async () => {
    const { faults } = stage.sandbox
    await faults.cause('voice-identify-closed', { code: 4006 })
    await faults.cause('voice-close', { code: 4006 })
    await stage.until(() => logged('"code":"voice.join-failed"'))
    expect(await leave()).toMatch(/I left the voice channel/)
    expect(await leave()).toMatch(/I'm not in a voice channel/)
  })

  it('is not shown in a channel that it left while the gateway was away', async () => {
    const { faults } = stage.sandbox
    await faults.cause('voice-identify-closed', { code: 4016 })
    await faults.cause('gateway-cut')
    await faults.cause('voice-close', { code: 4016 })
    await stage.until(() => logged('"status":"left"'))
    await stage.until(() => logged('gateway connection is back') && whereabouts() === undefined)
  })

  it('ends when Discord does not let it back in, and belongs where it was when it is started again', async () => {
    const { lounge } = stage.sandbox.fixture.channels
    const ended = once(stage.bot.child, 'exit')
    await stage.sandbox.faults.cause('gateway-close', { code: 4004 })
    expect((await ended)[0]).toBe(78)
    await stage.until(() => whereabouts() === undefined)
    const second = await startBot(stage.sandbox)
    try {
      await stage.until(() => whereabouts() === lounge.id)
    } finally {
      await second.stop()
    }
  })

  it('takes nothing new while it finishes its sentence and ends', async () => {
    await stage.command('mia', 'read here')
    const stopped = stage.bot.stop()
    const { discord, fixture, speech } = stage.sandbox
    const typing = setInterval(() => {
      discord.world.messages.create(fixture.channels.general.id, fixture.people.mia.id, { content: 'And another one.' })
    }, 200)
    expect(await stopped).toBe(0)
    clearInterval(typing)
    expect(speech.requests).toHaveLength(1)
    expect(stage.finished).toBe(1)
  })

  it('ends when it is asked to while the gateway keeps it waiting', async () => {
    const { faults } = stage.sandbox
    await stage.until(() => stage.finished === 1)
    await faults.cause('gateway-silent')
    await faults.cause('gateway-cut', { resumable: false })
    const connections = () => stage.sandbox.discord.gateway.connectionsOf(ids().bot)
    await stage.until(() => connections().length === 0)
    await stage.until(() => connections().length === 1)
    expect(await stage.bot.stop()).toBe(0)
  })

  it.each(['nothing', 'state', 'server', 'both'])(
    'speaks on within two seconds when Discord answers %s to a request for the channel it is in',
    async (answer) => {
      const { faults } = stage.sandbox
      await faults.cause('join-unchanged', { answer })
      await faults.cause('voice-close', { code: 4006 })
      stage.forget('mia')
      const lostAt = performance.now()
      await stage.until(() => stage.hasSpeech('mia'))
      expect(performance.now() - lostAt).toBeLessThan(2_000)
      expect(noticesOfTheBot()).toEqual([])
    },
  )

  it('outlives a voice server that breaks off in the moment in which it names its address', async () => {
    await stage.sandbox.faults.cause('ready-spoilt')
    await stage.sandbox.faults.cause('region-move', { away: 100 })
    stage.forget('mia')
    await stage.until(() => stage.hasSpeech('mia'))
    expect(stage.bot.child.exitCode).toBeNull()
  })
})
