import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
} from 'discord.js'
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Harbour, harbour } from '../harbour.ts'

let scene: Harbour
let client: Client<true>
let asked: Interaction[]
let answer: (interaction: Interaction) => unknown

const soon = () => AbortSignal.timeout(5_000)

beforeEach(async () => {
  scene = await harbour()
  client = await scene.login()
  asked = []
  client.on(Events.InteractionCreate, (interaction) => {
    asked.push(interaction)
    answer(interaction)
  })
  await client.application.commands.set([
    {
      name: 'voice',
      description: 'Voices',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'set',
          description: 'Chooses a voice',
          options: [
            {
              type: ApplicationCommandOptionType.String,
              name: 'name',
              description: 'Which',
              required: true,
              autocomplete: true,
            },
            {
              type: ApplicationCommandOptionType.Number,
              name: 'speed',
              description: 'How fast',
              minValue: 0.5,
              maxValue: 2,
            },
            { type: ApplicationCommandOptionType.User, name: 'member', description: 'For whom' },
            { type: ApplicationCommandOptionType.Channel, name: 'where', description: 'In which channel' },
          ],
        },
      ],
    },
    { name: 'plain', description: 'No options' },
    { type: ApplicationCommandType.Message, name: 'Read aloud' },
    { type: ApplicationCommandType.User, name: 'Who speaks' },
  ])
})

afterEach(() => scene.close())

function run(command: string, options = {}) {
  const { sandbox, general, tom } = scene
  return sandbox.interactions.slash({ channelId: general.id, userId: tom.id, command, options })
}

describe('a slash command', () => {
  test('carries its subcommand and its options with their types', async () => {
    answer = (interaction) => (interaction as ChatInputCommandInteraction).reply('done')
    const options = { name: 'Cherry', speed: 1.5, member: scene.mia.id, where: scene.lounge.id }
    await run('voice set', options).until(soon())
    const { options: got } = asked[0] as ChatInputCommandInteraction<'cached'>
    expect(got.getSubcommand()).toBe('set')
    expect([got.getString('name'), got.getNumber('speed')]).toEqual(['Cherry', 1.5])
    expect(got.getUser('member')?.username).toBe('mia')
    expect(got.getChannel('where')?.name).toBe('lounge')
  })

  test.each([
    ['voice set', {}, 'The option "name" is required.'],
    ['voice set', { name: 'Cherry', speed: 3 }, 'The option "speed" must be between 0.5 and 2.'],
    ['voice set', { name: 'Cherry', loud: true }, 'There is no option "loud".'],
    ['voice', {}, 'The command needs a subcommand.'],
    ['voice get', {}, 'There is no subcommand "get".'],
    ['sing', {}, 'There is no command "sing".'],
  ])('/%s %o is refused before the bot hears of it', (command, options, message) => {
    expect(() => run(command, options)).toThrow(message)
    expect(asked).toEqual([])
  })

  test('can be deferred, edited with a file, followed up, and its answer deleted', async () => {
    answer = async (interaction) => {
      const command = interaction as ChatInputCommandInteraction
      await command.deferReply({ flags: MessageFlags.Ephemeral })
      await command.editReply({ content: 'here', files: [{ attachment: Buffer.from('RIFF'), name: 'say.wav' }] })
      await command.followUp('more')
    }
    const interaction = run('plain')
    await interaction.until(soon(), ({ followUps }) => followUps.length === 1)
    expect(interaction.first).toEqual({ kind: 'message', deferred: false, ephemeral: true })
    expect(interaction.original?.content).toBe('here')
    expect(interaction.original?.flags).toBe(MessageFlags.Ephemeral)
    const [file] = interaction.original?.attachments ?? []
    expect(file?.filename).toBe('say.wav')
    expect(await (await fetch(file?.url ?? '')).text()).toBe('RIFF')
    expect(scene.world.messages.list(scene.general.id).map(({ content }) => content)).toEqual(['more'])
    await (asked[0] as ChatInputCommandInteraction).deleteReply()
    expect(interaction.original).toBeUndefined()
  })

  test('a second first answer is 40060, even through another client', async () => {
    answer = (interaction) => (interaction as ChatInputCommandInteraction).reply('one')
    const interaction = run('plain')
    await interaction.until(soon())
    const { id, token } = interaction
    const response = await fetch(`${scene.sandbox.api}/v10/interactions/${id}/${token}/callback`, {
      method: 'POST',
      body: JSON.stringify({ type: 4, data: { content: 'two' } }),
    })
    expect([response.status, await response.json()]).toMatchObject([400, { code: 40060 }])
    expect(interaction.original?.content).toBe('one')
  })
})

describe('autocomplete', () => {
  test('tells what is being typed and gets the choices', async () => {
    answer = (interaction) => {
      const focused = (interaction as AutocompleteInteraction).options.getFocused()
      return (interaction as AutocompleteInteraction).respond([{ name: `${focused}rry`, value: 'Cherry' }])
    }
    const { sandbox, general, tom } = scene
    const typing = { channelId: general.id, userId: tom.id, command: 'voice set', options: { name: 'Che' } }
    const interaction = sandbox.interactions.autocomplete({ ...typing, focused: 'name' })
    await interaction.until(soon())
    expect(interaction.first).toEqual({ kind: 'choices', choices: [{ name: 'Cherry', value: 'Cherry' }] })
  })

  test('26 choices are refused with 50035', async () => {
    const refused = Promise.withResolvers<unknown>()
    answer = (interaction) => {
      const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }))
      const response = (interaction as AutocompleteInteraction).respond(choices)
      response.then(refused.resolve, refused.reject)
    }
    const { sandbox, general, tom } = scene
    const typing = { channelId: general.id, userId: tom.id, command: 'voice set', options: {} }
    sandbox.interactions.autocomplete({ ...typing, focused: 'name' })
    await expect(refused.promise).rejects.toMatchObject({ code: 50035 })
  })
})

describe('context menus', () => {
  test('on a message carries the message', async () => {
    answer = (interaction) =>
      interaction.isMessageContextMenuCommand() && interaction.reply(interaction.targetMessage.content)
    const { sandbox, world, general, tom } = scene
    const { id } = world.messages.create(general.id, tom.id, { content: 'ahoy' })
    const request = { channelId: general.id, userId: tom.id, command: 'Read aloud', target: { messageId: id } }
    const interaction = await sandbox.interactions.contextMenu(request).until(soon())
    expect(interaction.original?.content).toBe('ahoy')
  })

  test('on a user carries the user', async () => {
    answer = (interaction) =>
      interaction.isUserContextMenuCommand() && interaction.reply(interaction.targetUser.username)
    const { sandbox, general, tom, mia } = scene
    const request = { channelId: general.id, userId: tom.id, command: 'Who speaks', target: { userId: mia.id } }
    const interaction = await sandbox.interactions.contextMenu(request).until(soon())
    expect(interaction.original?.content).toBe('mia')
  })
})

describe('components', () => {
  const button = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary)
  const select = new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'A', value: 'a' })
  const rows = [
    new ActionRowBuilder<ButtonBuilder>().addComponents(button),
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select),
  ]

  async function withButtons() {
    answer = (interaction) =>
      (interaction as ChatInputCommandInteraction).reply({ content: 'choose', components: rows })
    const { original } = await run('plain').until(soon())
    if (!original) throw new Error('There is no answer.')
    return original
  }

  test('a button changes its message', async () => {
    const { id: messageId, channel_id: channelId } = await withButtons()
    answer = (interaction) => (interaction as ButtonInteraction).update({ content: 'gone', components: [] })
    const press = scene.sandbox.interactions.component({ channelId, messageId, customId: 'go', userId: scene.tom.id })
    await press.until(soon())
    expect(press.first.kind).toBe('update')
    expect(scene.world.messages.get(channelId, messageId)).toMatchObject({ content: 'gone', components: [] })
  })

  test('a select tells what was chosen', async () => {
    const { id: messageId, channel_id: channelId } = await withButtons()
    answer = (interaction) => interaction.isStringSelectMenu() && interaction.reply(interaction.values.join())
    const request = { channelId, messageId, customId: 'pick', values: ['a'], userId: scene.tom.id }
    const choice = await scene.sandbox.interactions.component(request).until(soon())
    expect(choice.original?.content).toBe('a')
  })

  test('a button that is not there cannot be pressed', async () => {
    const { id: messageId, channel_id: channelId } = await withButtons()
    const press = () =>
      scene.sandbox.interactions.component({ channelId, messageId, customId: 'no', userId: scene.tom.id })
    expect(press).toThrow('The message has no component "no".')
  })

  test('a form comes back with what was typed', async () => {
    const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short)
    const label = new LabelBuilder().setLabel('Text').setTextInputComponent(input)
    const modal = new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label)
    answer = (interaction) => (interaction as ChatInputCommandInteraction).showModal(modal)
    const opener = await run('plain').until(soon())
    answer = (interaction) =>
      interaction.isModalSubmit() && interaction.reply(interaction.fields.getTextInputValue('text'))
    const form = scene.sandbox.interactions.submitModal(opener, { userId: scene.tom.id, fields: { text: 'ahoy' } })
    await form.until(soon())
    expect(form.original?.content).toBe('ahoy')
  })
})
