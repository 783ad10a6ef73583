import type { Faults } from '@lector/loopback-speech'
import { REFUSALS } from '@lector/loopback-speech'
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const BLOCKED = {
  status: 400,
  code: 'DataInspectionFailed',
  message: 'Input data may contain inappropriate content.',
}
const LONG =
  'This is a rather long sentence which goes on and on, so that there is time enough to interrupt it. '.repeat(3)

describe('commands', () => {
  let stage: Stage
  let faults: Faults | undefined
  beforeAll(async () => {
    stage = await Stage.open({ speech: { faults: () => faults } })
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    faults = undefined
    await stage.command('mia', 'leave')
    for (const person of ['mia', 'tom'] as const) stage.leave(person)
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const requests = () => stage.sandbox.speech.requests

  it('are acknowledged at once and answered for the caller alone, pinging nobody', async () => {
    await stage.enter('mia', 'lounge')
    const said = await stage.command('mia', 'say', { text: 'hello @everyone' })
    expect(said.first).toEqual({ kind: 'message', deferred: false, ephemeral: true })
    expect(said.original?.content).toBe('Speaking in **lounge**.')
  })

  it('say where to go when the caller is in no voice channel', async () => {
    expect(await answer('mia', 'say', { text: 'hello' })).toMatch(/Join a voice channel first/)
    expect(await answer('mia', 'join')).toMatch(/Join a voice channel first/)
  })

  it('say so when there is nothing to skip, stop or leave', async () => {
    expect(await answer('mia', 'skip')).toBe("I'm not saying anything right now.")
    expect(await answer('mia', 'stop')).toBe("I'm not saying anything right now.")
    expect(await answer('mia', 'leave')).toMatch(/not in a voice channel/)
  })

  it('name the missing permission before joining', async () => {
    const { discord, fixture } = stage.sandbox
    const deny = {
      id: fixture.bot.user.id,
      type: OverwriteType.Member,
      allow: '0',
      deny: String(PermissionFlagsBits.Speak),
    }
    await stage.enter('mia', 'lounge')
    discord.world.updateChannel(fixture.channels.lounge.id, { permission_overwrites: [deny] })
    try {
      expect(await answer('mia', 'say', { text: 'hello' })).toMatch(/\*\*Speak\*\* permission in \*\*lounge\*\*/)
    } finally {
      discord.world.updateChannel(fixture.channels.lounge.id, { permission_overwrites: [] })
    }
  })

  it('say that a channel is full', async () => {
    const { discord, fixture } = stage.sandbox
    await stage.enter('mia', 'lounge')
    discord.world.updateChannel(fixture.channels.lounge.id, { user_limit: 1 })
    try {
      expect(await answer('mia', 'join')).toMatch(/\*\*lounge\*\* is full \(1 person\)/)
    } finally {
      discord.world.updateChannel(fixture.channels.lounge.id, { user_limit: 0 })
    }
  })

  it('leave in the log why they were refused, and none of the words', async () => {
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'say', { text: 'secret '.repeat(500) })
    const refusals = () =>
      stage.log.filter((line) => line.includes('"command":"say"') && line.includes('text.too-long'))
    await stage.until(() => refusals().length === 1)
    expect(stage.log.filter((line) => line.includes('secret'))).toEqual([])
  })

  it('refuse a text that is too long and name the limit', async () => {
    await stage.enter('mia', 'lounge')
    expect(await answer('mia', 'say', { text: 'a'.repeat(1001) })).toMatch(/1,001 characters; the limit is 1,000/)
  })

  it('say what was typed as messages are read: no markup, and with everybody’s words', async () => {
    const { people, channels } = stage.sandbox.fixture
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'words add', { written: 'kubectl', spoken: 'cube control' })
    await stage.command('tom', 'nickname set', { name: 'Captain' })
    const before = requests().length
    const text = `**hey** <@${people.tom.id}>, ||secret|| in <#${channels.general.id}>: \`rm -rf\` <:party:1> kubectl https://example.com/a?b=c`
    await stage.command('mia', 'say', { text })
    await stage.until(() => requests().length > before)
    const [{ text: spoken } = { text: '' }] = requests().slice(before)
    expect(spoken).toBe('hey Captain, spoiler in general: rm -rf, party cube control link to example.com')
  })

  it.each(['*** **', '​ ㅤ'])('refuse a text of which nothing can be said: %j', async (text) => {
    await stage.enter('mia', 'lounge')
    const before = requests().length
    expect(await answer('mia', 'say', { text })).toMatch(/That text contains nothing I can say/)
    expect(requests()).toHaveLength(before)
  })

  it('say in a language that Lector does not answer in goes to an engine that speaks it, or is refused', async () => {
    await stage.enter('mia', 'lounge')
    const polish = await answer('mia', 'say', { text: 'dziękuję bardzo', language: 'Polski' })
    // eSpeak NG speaks Polish where the operator installed it.
    expect(polish).toMatch(/^Speaking in \*\*lounge\*\*|Polski/)
  })

  it('say nothing for people whom the server does not want read, or whom a moderator muted', async () => {
    const { discord, fixture } = stage.sandbox
    const { world, interactions } = discord
    const [guild, tom] = [fixture.guild.id, fixture.people.tom.id]
    const role = world.addRole(guild, { name: 'quiet' }).id
    const switchPerson = () => {
      const where = { userId: fixture.people.mia.id, channelId: fixture.channels.general.id, target: { userId: tom } }
      return interactions
        .contextMenu({ ...where, command: "Read this person / don't" })
        .until(AbortSignal.timeout(10_000))
    }
    const silences = [
      { begin: switchPerson, end: switchPerson },
      {
        begin: async () => {
          world.updateMember(guild, tom, { roles: [role] })
          await stage.command('mia', 'server roles', { role, rule: 'ignored' })
        },
        end: () => world.updateMember(guild, tom, { roles: [] }),
      },
      {
        begin: () => world.voiceStates.setServerMute(guild, tom, { mute: true }),
        end: () => world.voiceStates.setServerMute(guild, tom, { mute: false }),
      },
    ]
    await stage.enter('tom', 'lounge')
    const before = requests().length
    for (const { begin, end } of silences) {
      await begin()
      expect(await answer('tom', 'say', { text: 'May I?' })).toMatch(/^I can't speak for you here/)
      await end()
      expect(requests()).toHaveLength(before)
    }
    await stage.command('tom', 'optout here')
    expect(await answer('tom', 'say', { text: 'Who asks for it is heard.' })).toBe('Speaking in **lounge**.')
    await stage.command('tom', 'optout off')
  })

  it('do not take the bot away from people who listen', async () => {
    await stage.enter('mia', 'lounge')
    await stage.enter('tom', 'workshop')
    await stage.command('mia', 'join')
    expect(await answer('tom', 'say', { text: 'hello' })).toMatch(/speaking in \*\*lounge\*\*/)
    stage.leave('mia')
    expect(await answer('tom', 'join')).toMatch(/I'm in \*\*workshop\*\*/)
  })

  it('harm nobody when Discord does not take their acknowledgement', async () => {
    await stage.enter('mia', 'lounge')
    const { faults, discord, fixture } = stage.sandbox
    // Discord forgets the interaction before the bot may ask again, and the bot is on its way to the channel meanwhile.
    await faults.cause('rest-limited', { path: '/interactions', times: 1, retryAfter: 3_000 })
    await faults.cause('join-unanswered', { times: 1 })
    const place = { userId: fixture.people.mia.id, channelId: fixture.channels.general.id }
    discord.interactions.slash({ ...place, command: 'join', options: {} })
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    expect(await answer('mia', 'nickname set', { name: 'Mimi' })).toContain('Mimi')
    expect(stage.log.filter((line) => line.includes('was not caught'))).toEqual([])
  })

  it('count who listens, however many others have written meanwhile', async () => {
    await stage.enter('mia', 'lounge')
    await stage.enter('tom', 'workshop')
    await stage.command('mia', 'join')
    const { discord, fixture } = stage.sandbox
    for (let number = 0; number < 300; number++) {
      const { id } = discord.world.addUser({ username: `writer${number}` })
      discord.world.addMember(fixture.guild.id, id)
      discord.world.messages.create(fixture.channels.general.id, id, { content: 'hello' })
    }
    expect(await answer('tom', 'say', { text: 'hello' })).toMatch(/speaking in \*\*lounge\*\*/)
  })

  it('queue what comes while something is said, and say how much is before it', async () => {
    await stage.enter('mia', 'lounge')
    const before = requests().length
    await stage.command('mia', 'say', { text: 'First comes this one.' })
    expect(await answer('mia', 'say', { text: 'Then comes this one.' })).toMatch(/after 1 other message/)
    await stage.until(() => requests().length === before + 2)
    // The second was asked for while the first still sounded.
    const [first, second] = requests().slice(before)
    const { frames } = await stage.listen('mia')
    const firstFrames = Math.ceil(first!.pcm.length / 960)
    const secondFrames = Math.ceil(second!.pcm.length / 960)
    const voiced = frames.filter(({ silence }) => !silence)
    expect(voiced).toHaveLength(firstFrames + secondFrames)
    expect(second!.at).toBeLessThan(performance.timeOrigin + voiced[firstFrames - 1]!.arrival)
  })

  it('skip ends the sentence and goes on with the next; stop drops all', async () => {
    await stage.enter('mia', 'lounge')
    const finished = stage.finished
    await stage.command('mia', 'say', { text: LONG })
    await stage.command('mia', 'say', { text: 'Short.' })
    await stage.until(() => stage.hasSpeech('mia'))
    expect(await answer('mia', 'skip')).toBe('Skipped.')
    await stage.until(() => stage.finished === finished + 2)
    const { frames } = await stage.listen('mia')
    const [long, short] = requests().slice(-2)
    const voiced = frames.filter(({ silence }) => !silence).length
    expect(voiced).toBeLessThan(long!.pcm.length / 960 / 2 + short!.pcm.length / 960)
    expect(voiced).toBeGreaterThan(short!.pcm.length / 960)

    for (let i = 0; i < 3; i += 1) await stage.command('mia', 'say', { text: LONG })
    expect(await answer('mia', 'stop')).toBe('Stopped; 3 messages dropped.')
  })

  it.each([
    ['a text that was inspected and refused', BLOCKED, /because of its content/],
    // The last one: a key that was refused is not tried again for a minute.
    ['a key that is not accepted', REFUSALS.badKey, /rejected the API key.* Another voice spoke instead/],
  ])('tell the caller about %s', async (_what, refuse, sentence) => {
    faults = { refuse }
    await stage.enter('mia', 'lounge')
    const said = await stage.command('mia', 'say', { text: 'hello' })
    await stage.until(() => said.followUps.length > 0)
    expect(said.followUps[0]?.content).toMatch(sentence)
  })

  it('suggest voices and languages for what was typed', async () => {
    const { discord, fixture } = stage.sandbox
    const suggest = async (focused: string, typed: string) => {
      const interaction = discord.interactions.autocomplete({
        userId: fixture.people.mia.id,
        channelId: fixture.channels.general.id,
        command: 'say',
        options: { text: 'hi', [focused]: typed },
        focused,
      })
      await interaction.until(AbortSignal.timeout(5_000))
      return interaction.first.kind === 'choices' ? interaction.first.choices.map(({ value }) => value) : []
    }
    expect((await suggest('voice', 'che'))[0]).toBe('Cherry')
    expect(await suggest('voice', '')).toHaveLength(25)
    expect(await suggest('voice', 'cantonese')).toContain('Kiki')
    expect(await suggest('language', 'deu')).toEqual(['de'])
  })
})
