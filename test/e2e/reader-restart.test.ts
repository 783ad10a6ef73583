import { startBot } from '@lector/playground'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage?.close())

it('a restarted bot comes back to the channel, and reads on', async () => {
  const { fixture, discord, speech } = stage.sandbox
  const { general } = fixture.channels
  await stage.enter('mia', 'lounge')
  await stage.command('mia', 'read here')
  await stage.bot.stop()
  const isThere = () => discord.world.voiceStates.get(fixture.guild.id, fixture.bot.user.id) !== undefined
  await stage.until(() => !isThere())

  const again = await startBot(stage.sandbox)
  try {
    await stage.until(isThere)
    discord.world.messages.create(general.id, fixture.people.mia.id, { content: 'are you back?' })
    await stage.until(() => speech.requests.length > 0)
    expect(speech.requests[0]?.text).toBe('Mia says: are you back?')
    await stage.listen('mia')
  } finally {
    again.child.kill('SIGKILL')
  }
})
