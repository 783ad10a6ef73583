import { once } from 'node:events'
import { startBot } from '@lector/playground'
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const LONG = 'This sentence is long enough that something can happen to the bot while it is being said, I hope. '

describe('the bot in its voice channel', () => {
  let stage: Stage
  beforeEach(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
  })
  afterEach(() => stage.close())

  const world = () => stage.sandbox.discord.world
  const ids = () => {
    const { guild, bot, channels } = stage.sandbox.fixture
    return { guild: guild.id, bot: bot.user.id, lounge: channels.lounge.id, general: channels.general.id }
  }
  const whereabouts = () => world().voiceStates.get(ids().guild, ids().bot)?.channel_id
  /** What the bot wrote by itself, after its greeting. */
  const posts = () =>
    world()
      .messages.list(ids().general)
      .filter(({ author, content }) => author.id === ids().bot && !content.startsWith("Hi, I'm Lector!"))
  const speak = async (text = LONG) => {
    await stage.command('mia', 'say', { text })
    await stage.until(() => stage.hasSpeech('mia'))
  }
  /** All speech frames that the speech service made were heard, but for so many. */
  const lostFrames = () => {
    const made = stage.sandbox.speech.requests.map(({ pcm }) => Math.ceil(pcm.length / 960))
    return made.reduce((sum, frames) => sum + frames, 0) - stage.frames('mia').filter(({ silence }) => !silence).length
  }

  it('is gone when it was disconnected, stays gone, and says so', async () => {
    await speak()
    world().voiceStates.leave(ids().guild, ids().bot)
    await stage.until(() => posts().length === 1)
    expect(posts()[0]?.content).toMatch(/disconnected me/)
    expect(whereabouts()).toBeUndefined()
  })

  it('follows when it is moved, and goes on speaking', async () => {
    await stage.enter('tom', 'workshop')
    await speak()
    const { workshop } = stage.sandbox.fixture.channels
    stage.sandbox.discord.switchboard.move(ids().guild, ids().bot, workshop.id)
    await stage.until(() => stage.hasSpeech('tom'))
    expect(whereabouts()).toBe(workshop.id)
  })

  it('waits while it is muted, makes no request, and goes on when it is unmuted', async () => {
    await speak()
    const before = stage.sandbox.speech.requests.length
    world().voiceStates.setServerMute(ids().guild, ids().bot, { mute: true })
    await stage.until(() => posts().length === 1)
    expect(posts()[0]?.content).toMatch(/I'm muted/)
    await stage.command('mia', 'say', { text: 'Me too.' })
    const heard = stage.frames('mia').length
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(stage.frames('mia').length - heard).toBeLessThanOrEqual(1)
    expect(stage.sandbox.speech.requests).toHaveLength(before)
    world().voiceStates.setServerMute(ids().guild, ids().bot, { mute: false })
    await stage.until(() => stage.finished === 2)
    expect(lostFrames()).toBe(0)
  })

  it('waits and names the permission when it may no longer speak', async () => {
    await speak()
    const { bot, lounge } = ids()
    const deny = { id: bot, type: OverwriteType.Member, allow: '0', deny: String(PermissionFlagsBits.Speak) }
    world().updateChannel(lounge, { permission_overwrites: [deny] })
    await stage.until(() => posts().length === 1)
    expect(posts()[0]?.content).toMatch(/\*\*Speak\*\* permission/)
    world().updateChannel(lounge, { permission_overwrites: [] })
    await stage.until(() => stage.finished === 1)
    expect(lostFrames()).toBe(0)
  })

  it('asks to speak on a stage, says so, and speaks when it is let', async () => {
    await stage.enter('tom', 'stage')
    await stage.command('tom', 'say', { text: 'Hello from the stage.' })
    await stage.until(() => posts().length === 1)
    expect(posts()[0]?.content).toMatch(/asked to speak/)
    const state = () => world().voiceStates.get(ids().guild, ids().bot)
    await stage.until(() => state()?.request_to_speak_timestamp !== null)
    expect(state()?.request_to_speak_timestamp).toBeTruthy()
    world().voiceStates.update(ids().guild, ids().bot, { suppress: false })
    await stage.until(() => stage.hasSpeech('tom'))
  })

  it('leaves when its channel is deleted', async () => {
    await speak()
    world().removeChannel(ids().lounge)
    await stage.until(() => posts().length === 1)
    expect(posts()[0]?.content).toMatch(/disconnected me|lost the connection/)
  })

  it('survives being removed from the server', async () => {
    await speak()
    world().removeMember(ids().guild, ids().bot)
    await stage.until(() => stage.log.some((line) => line.includes('"status":"left"')))
    expect(stage.bot.child.exitCode).toBeNull()
  })

  it('is back in its channel after it was killed', async () => {
    await speak('I am here.')
    await stage.until(() => stage.finished === 1)
    stage.bot.child.kill('SIGKILL')
    await once(stage.bot.child, 'exit')
    await stage.until(() => whereabouts() === undefined)
    stage.forget('mia')
    const second = await startBot(stage.sandbox)
    try {
      await stage.until(() => whereabouts() === ids().lounge)
      await speak('I am back.')
    } finally {
      await second.stop()
    }
  })

  it('says everything that waits when it is asked to end, and nothing twice after the restart', async () => {
    await speak(LONG)
    await stage.command('mia', 'say', { text: 'This one waits.' })
    expect(await stage.bot.stop()).toBe(0)
    expect(stage.finished).toBe(2)
    expect(lostFrames()).toBe(0)
    const heard = stage.frames('mia').filter(({ silence }) => !silence).length
    const second = await startBot(stage.sandbox)
    try {
      await stage.until(() => whereabouts() === ids().lounge)
      expect(stage.frames('mia').filter(({ silence }) => !silence)).toHaveLength(heard)
    } finally {
      await second.stop()
    }
  })
})
