import type { ChatInputCommandInteraction } from 'discord.js'
import { Events, GatewayIntentBits } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import { type Harbour, harbour } from './harbour.ts'

let scene: Harbour
afterEach(() => scene.close())

test('discord.js logs in and knows the server, its channels and itself', async () => {
  scene = await harbour()
  const client = await scene.login()
  const guild = client.guilds.cache.get(scene.guild.id)
  expect(client.user.username).toBe('narrator')
  expect(guild?.name).toBe('The Harbour')
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['general', 'lounge', 'workshop', 'stage'])
  expect(guild?.members.me?.id).toBe(client.user.id)
  expect(guild?.members.cache.has(scene.tom.id)).toBe(false)
})

test('a slash command goes to the bot and its answer comes back', async () => {
  scene = await harbour()
  const client = await scene.login()
  await client.application.commands.set([
    { name: 'ping', description: 'Answers', options: [{ type: 3, name: 'word', description: 'Any', required: true }] },
  ])
  client.on(Events.InteractionCreate, (interaction) => {
    const command = interaction as ChatInputCommandInteraction
    void command.reply({ content: `pong ${command.options.getString('word')}` })
  })
  const interaction = scene.sandbox.interactions.slash({
    channelId: scene.general.id,
    userId: scene.tom.id,
    command: 'ping',
    options: { word: 'ahoy' },
  })
  await interaction.until(AbortSignal.timeout(5_000))
  expect(interaction.original?.content).toBe('pong ahoy')
})

test('without the content intent a message is blank unless it mentions the bot', async () => {
  scene = await harbour()
  const client = await scene.login({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] })
  const contents: string[] = []
  client.on(Events.MessageCreate, ({ content }) => contents.push(content))
  const { world, general, tom, bot } = scene
  world.messages.create(general.id, tom.id, { content: 'secret' })
  const mention = `<@${bot.user.id}> hello`
  world.messages.create(general.id, tom.id, { content: mention })
  await expect.poll(() => contents).toEqual(['', mention])
})
