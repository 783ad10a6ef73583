import { expect, test } from 'vitest'
import { type Clock, systemClock } from '../../src/clock.ts'
import { CommandRegistry } from '../../src/commands/command-registry.ts'
import { Answers } from '../../src/interactions/answers.ts'
import { Interactions } from '../../src/interactions/interactions.ts'
import { World } from '../../src/world/world.ts'

/** An interaction just begun, and a clock to turn. */
function begin() {
  let now = 0
  const clock: Clock = { ...systemClock, now: () => now }
  const world = new World(clock)
  const person = world.addUser({ username: 'mia' })
  const bot = world.addUser({ username: 'narrator', bot: true })
  const guild = world.addGuild({ name: 'The Harbour', ownerId: person.id })
  world.addMember(guild.id, bot.id)
  const { id: channelId } = world.addChannel(guild.id, { type: 0, name: 'general' })
  const commands = new CommandRegistry(world.newId)
  commands.upsert({ applicationId: bot.id }, { name: 'ping', description: 'Answers' })
  const interactions = new Interactions(world, commands)
  const { id, token } = interactions.slash({ channelId, userId: person.id, command: 'ping' })
  const answers = new Answers(world, interactions)
  return {
    wait: (ms: number) => {
      now += ms
    },
    reply: () => answers.respond(id, token, { type: 4, data: { content: 'pong' } }, []),
    edit: () => answers.edit(token, '@original', { content: 'edited' }, []),
  }
}

test('an answer after three seconds is good', () => {
  const { wait, reply } = begin()
  wait(3_000)
  expect(reply().original?.content).toBe('pong')
})

test('a later one is 10062', () => {
  const { wait, reply } = begin()
  wait(3_001)
  expect(reply).toThrow(expect.objectContaining({ code: 10062, status: 404 }))
})

test('fifteen minutes later the answer can still be edited, and then no more', () => {
  const { wait, reply, edit } = begin()
  reply()
  wait(15 * 60_000)
  expect(edit().content).toBe('edited')
  wait(1)
  expect(edit).toThrow(expect.objectContaining({ code: 50027, status: 401 }))
})
