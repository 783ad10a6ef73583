import type { OptionValues } from '@lector/loopback-discord'
import { ChannelType } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

describe('what a server chose for a forum', () => {
  let stage: Stage
  let [parent, thread] = ['', '']
  beforeAll(async () => {
    stage = await Stage.open()
    const { discord, fixture } = stage.sandbox
    const { id: guild } = fixture.guild
    parent = discord.world.addChannel(guild, { type: ChannelType.GuildForum, name: 'stories' }).id
    thread = discord.world.addChannel(guild, { type: ChannelType.PublicThread, name: 'a post', parentId: parent }).id
    await stage.enter('mia', 'lounge')
    expect(await command('channel voice', { voice: 'Ethan', channel: parent })).toContain('**Voice:** Ethan')
    await command('channel language', { language: 'de', channel: parent })
  })
  afterAll(() => stage?.close())
  afterEach(() => command('channel reset'))

  /** What Mia is answered in the thread. */
  const command = async (name: string, options: OptionValues = {}) => {
    const { discord, fixture } = stage.sandbox
    const userId = fixture.people.mia.id
    const interaction = discord.interactions.slash({ userId, channelId: thread, command: name, options })
    return (await interaction.until(AbortSignal.timeout(10_000))).original?.content
  }
  /** What the speech service was asked for then. */
  const asked = async (doing: () => unknown) => {
    const { requests } = stage.sandbox.speech
    const before = requests.length
    await doing()
    await stage.until(() => requests.length > before)
    return requests.at(-1)
  }

  it('holds in its threads: in messages, in commands, and in what is shown', async () => {
    expect(await command('voice show')).toMatch(/\*\*Voice:\*\* Ethan \(.*channel.*\)/)
    expect(await asked(() => command('say', { text: 'Typed there.' }))).toMatchObject({
      voice: 'Ethan',
      language: 'German',
    })
    expect(await asked(() => command('voice preview'))).toMatchObject({ voice: 'Ethan' })
    await command('read here')
    const { discord, fixture } = stage.sandbox
    const write = () => discord.world.messages.create(thread, fixture.people.mia.id, { content: 'Written there.' })
    expect(await asked(write)).toMatchObject({ voice: 'Ethan', language: 'German' })
  })

  it('gives way to what was chosen for the thread itself, each part of it', async () => {
    await command('channel voice', { voice: 'Serena' })
    expect(await asked(() => command('say', { text: 'Only its voice is another.' }))).toMatchObject({
      voice: 'Serena',
      language: 'German',
    })
  })
})
