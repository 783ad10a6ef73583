import type { AnyThreadChannel, Guild, Message } from 'discord.js'
import { ChannelType, Events } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { World } from '../../src/world/world.ts'
import { type Harbour, harbour, next } from '../harbour.ts'

let scene: Harbour
beforeEach(async () => {
  scene = await harbour()
})
afterEach(() => scene.close())

describe('discord.js sees', () => {
  test('a forum post with its parent', async () => {
    const { world, guild, tom } = scene
    const forum = world.addChannel(guild.id, { type: ChannelType.GuildForum, name: 'ideas' })
    const client = await scene.login()
    const created = next<AnyThreadChannel>(client, Events.ThreadCreate)
    const post = world.addChannel(guild.id, {
      type: ChannelType.PublicThread,
      name: 'tea',
      parentId: forum.id,
      ownerId: tom.id,
    })
    const thread = await created
    expect([thread.name, thread.parent?.name, thread.ownerId]).toEqual(['tea', 'ideas', tom.id])
    const heard = next<Message>(client, Events.MessageCreate)
    world.messages.create(post.id, tom.id, { content: 'more tea' })
    expect((await heard).channel.id).toBe(post.id)
  })

  test('who wrote, whom she mentions, and what she answers', async () => {
    const { world, general, tom, mia } = scene
    const client = await scene.login()
    const asked = next<Message<true>>(client, Events.MessageCreate)
    const { id } = world.messages.create(general.id, mia.id, { content: 'question' })
    await asked
    const answered = next<Message<true>>(client, Events.MessageCreate)
    world.messages.create(general.id, tom.id, { content: `<@${scene.bot.user.id}> @everyone`, replyTo: id })
    const { member, mentions, reference } = await answered
    expect(member?.displayName).toBe('Tom')
    expect(mentions.users.map(({ username }) => username)).toEqual(['narrator', 'mia'])
    expect([mentions.everyone, reference?.messageId]).toEqual([true, id])
  })

  test('a server it is added to, and one it is removed from', async () => {
    const { world, tom, bot } = scene
    const client = await scene.login()
    const added = next<Guild>(client, Events.GuildCreate)
    const { id } = world.addGuild({ name: 'The Lighthouse', ownerId: tom.id })
    world.addMember(id, bot.user.id)
    expect((await added).name).toBe('The Lighthouse')
    const removed = next<Guild>(client, Events.GuildDelete)
    world.removeMember(id, bot.user.id)
    expect((await removed).id).toBe(id)
  })
})

test('a thread has the permissions of its channel', () => {
  const { world, guild, general, tom } = scene
  const thread = world.addChannel(guild.id, { type: ChannelType.PublicThread, name: 'side', parentId: general.id })
  expect(world.permissionsIn(thread, tom.id)).not.toBe(0n)
  world.updateChannel(general.id, {
    permission_overwrites: [{ id: tom.id, type: 1, allow: '0', deny: `${1n << 10n}` }],
  })
  expect(world.permissionsIn(thread, tom.id)).toBe(0n)
})

test('ids ascend even when the clock goes back', () => {
  const times = [2_000_000_000_000, 2_000_000_000_000, 1_999_999_999_999, 2_000_000_000_001]
  const clock = { now: () => 0, wall: () => times.shift() ?? 0, sleep: () => Promise.resolve() }
  const { newId } = new World(clock)
  const ids = Array.from({ length: 4 }, () => BigInt(newId()))
  expect(ids).toEqual([...ids].sort((a, b) => Number(a - b)))
  expect(new Set(ids).size).toBe(4)
})
