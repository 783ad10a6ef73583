import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const LONG =
  'This is a rather long sentence which goes on and on, so that there is time enough to interrupt it. '.repeat(3)

describe('answers are true', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open({}, { environment: { LECTOR_SERVER_DAY_BUDGET: '5000' } })
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    const { world } = stage.sandbox.discord
    const { guild, bot } = stage.sandbox.fixture
    if (world.voiceStates.get(guild.id, bot.user.id)) world.voiceStates.update(guild.id, bot.user.id, { mute: false })
    await stage.command('mia', 'leave')
    for (const person of ['mia', 'tom'] as const) stage.leave(person)
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const mute = (mute: boolean) => {
    const { discord, fixture: harbour } = stage.sandbox
    discord.world.voiceStates.update(harbour.guild.id, harbour.bot.user.id, { mute })
  }

  it('/say tells the caller that the bot is muted, and speaks once it is not', async () => {
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'join')
    mute(true)
    await stage.until(() =>
      stage.sandbox.discord.world.messages.list(general()).some(({ content }) => /muted/.test(content)),
    )
    expect(await answer('mia', 'say', { text: 'Not yet.' })).toMatch(/^I'm muted in <#\d+>\./)
    expect(await answer('mia', 'doctor')).toMatch(/⚠️ I'm muted in <#\d+>\./)
    expect(stage.hasSpeech('mia')).toBe(false)
    mute(false)
    await stage.until(() => stage.hasSpeech('mia'))
  })

  it('/say on a stage tells the caller that the bot is in the audience', async () => {
    await stage.enter('mia', 'stage')
    await stage.command('mia', 'join')
    expect(await answer('mia', 'say', { text: 'Hello stage.' })).toMatch(/^I'm in the audience of <#\d+>/)
  })

  it('/say tells a caller without sound that they will not hear it', async () => {
    await stage.enter('mia', 'lounge')
    const { discord, fixture: harbour } = stage.sandbox
    discord.world.voiceStates.update(harbour.guild.id, harbour.people.mia.id, { self_deaf: true })
    await stage.until(() => true)
    expect(await answer('mia', 'say', { text: 'For the others.' })).toBe(
      "Speaking in **lounge**. You're deafened, so you won't hear it.",
    )
  })

  it('/say asks which voice was meant, and speaks with the one that is pressed, once', async () => {
    await stage.enter('mia', 'lounge')
    const asked = stage.sandbox.speech.requests.length
    const question = await stage.command('mia', 'say', { text: 'Which voice?', voice: 'Chery' })
    expect(question.original?.content).toMatch(/^There's no voice named Chery\. Did you mean .*Cherry/)
    expect(stage.sandbox.speech.requests).toHaveLength(asked)
    const actions = JSON.stringify(question.original?.components)
    const action = /say\|([0-9a-f-]+ Cherry)"/.exec(actions)?.[1] ?? ''
    expect((await stage.press('mia', question, action)).original?.content).toBe('Speaking in **lounge**.')
    await stage.until(() => stage.sandbox.speech.requests.length > asked)
    expect(stage.sandbox.speech.requests.at(-1)).toMatchObject({ text: 'Which voice?', voice: 'Cherry' })
  })

  it('/say after /stop is not counted as queued', async () => {
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'say', { text: LONG })
    await stage.until(() => stage.hasSpeech('mia'))
    await stage.command('mia', 'stop')
    expect(await answer('mia', 'say', { text: 'And now this.' })).toBe('Speaking in **lounge**.')
  })

  it('/server budget shows what applies when the host allows less', async () => {
    const saved = await answer('mia', 'server budget', { 'server-day': 100_000 })
    expect(saved).toContain('**Server budget per day:** 5,000 characters')
    expect(saved).toMatch(/has set a lower limit/)
  })

  it('errors about lengths name their unit', async () => {
    expect(await answer('mia', 'nickname set', { name: 'x'.repeat(40) })).toBe(
      '**Spoken name** must be between 1 and 32 characters.',
    )
    expect(await answer('mia', 'server limits', { 'alone-after': 90_000 })).toBe(
      '**Leave an empty channel after** must be between 0 and 86,400 seconds.',
    )
  })

  it('/server engine says what the host has to set, and warns of a model nobody knows', async () => {
    expect(await answer('mia', 'server engine', { engine: 'openai' })).toMatch(/has to set `OPENAI_SPEECH_URL`/)
    expect(await answer('mia', 'server engine', { model: 'nope' })).toMatch(/I don't know the model nope\./)
    await stage.command('mia', 'server reset', { setting: 'engine' })
  })

  it.each([
    ['(', /has a mistake/],
    ['(?=a)b', /Look-around/],
    ['(a)\\1', /Look-around and back-references/],
    ['a*', /matches nothing at all/],
    ['\\pL{900}', /too complex/],
  ])('/words add refuses the pattern %s for its own reason', async (written, reason) => {
    expect(await answer('mia', 'words add', { written, regex: true })).toMatch(reason)
  })

  it('/words export gives a template of an empty list', async () => {
    const exported = await stage.command('mia', 'words export')
    expect(exported.original?.content).toMatch(/Here is a template/)
    expect(exported.original?.attachments).toMatchObject([{ filename: 'words.csv' }])
  })

  it('/help names commands as mentions, and has a part for managers', async () => {
    const manager = await stage.command('mia', 'help')
    expect(manager.original?.content).toMatch(/<\/say:\d+>/)
    expect(manager.original?.content).toMatch(/<\/voice list:\d+>/)
    expect(manager.original?.content).toMatch(/<\/setup:\d+>/)
    const member = await stage.command('tom', 'help')
    expect(member.original?.content).not.toMatch(/setup/)
    expect(JSON.stringify(member.original?.components)).not.toMatch(/setup/)
  })

  function general(): string {
    return stage.sandbox.fixture.channels.general.id
  }
})
