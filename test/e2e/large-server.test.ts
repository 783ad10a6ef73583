import { type BotProcess, startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('a server with many people in voice', () => {
  let sandbox: Sandbox
  let bot: BotProcess
  const log: string[] = []
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(async () => {
    bot.child.kill('SIGKILL')
    await sandbox.close()
  })

  it.each([190, 260, 2_000])('with %i elsewhere: the bot does not leave those who listen', async (others) => {
    const { discord, fixture, voicePresence } = sandbox
    const { world, switchboard } = discord
    const { guild, channels, people } = fixture
    for (const { id } of [people.mia, people.tom, people.yuki]) await voicePresence.join(id, channels.lounge.id)
    for (let index = 0; index < others; index++) {
      const { id } = world.addUser({ username: `crowd${index}` })
      world.addMember(guild.id, id)
      switchboard.enter(channels.workshop.id, id)
    }
    log.length = 0
    bot = await startBot(sandbox, { onLog: (line) => log.push(line) })
    const command = (userId: string, name: string, options = {}) =>
      discord.interactions
        .slash({ userId, channelId: channels.general.id, command: name, options })
        .until(AbortSignal.timeout(20_000))
    await command(people.mia.id, 'server limits', { 'alone-after': 1 })
    await command(people.mia.id, 'say', { text: 'Hello.' })
    voicePresence.leave(people.mia.id)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(guild.voiceStates.get(fixture.bot.user.id)?.channel_id).toBe(channels.lounge.id)
    expect(log.filter((line) => line.includes('"status":"left"'))).toEqual([])
  })
})
