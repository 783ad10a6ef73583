import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NewMessage } from '../../src/sandbox/discord/world/messages.ts'
import { Stage } from '../support/stage.ts'

type Person = Parameters<Stage['enter']>[0]

describe('the channel reader', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    await stage.command('mia', 'leave')
    for (const person of ['mia', 'tom', 'yuki'] as const) stage.leave(person)
  })

  const requests = () => stage.sandbox.speech.requests
  /** What the speech service was asked to say from the moment of the call on. */
  const listen = () => {
    const before = requests().length
    const said = () =>
      requests()
        .slice(before)
        .map(({ text }) => text)
    return { said, until: (count: number) => stage.until(() => said().length >= count).then(said) }
  }
  const write = (person: Person, message: string | NewMessage): APIMessage => {
    const { discord, harbour } = stage.sandbox
    const written = typeof message === 'string' ? { content: message } : message
    return discord.world.messages.create(harbour.channels.general.id, harbour.people[person].id, written)
  }
  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content

  it('speaks what is written in a channel, with the name of who wrote it', async () => {
    await stage.enter('mia', 'lounge')
    expect(await answer('mia', 'read here')).toMatch(/I read <#\d+> aloud in \*\*lounge\*\*/)
    const { until } = listen()
    write('mia', 'hello everybody')
    expect(await until(1)).toEqual(['Mia says: hello everybody'])
    expect(await stage.listen('mia')).toBeDefined()
  })
})
