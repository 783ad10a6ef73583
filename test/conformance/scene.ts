import { setTimeout as sleep } from 'node:timers/promises'
import { type Interaction, type OptionValues, pressables } from '@lector/loopback-discord'
import { startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { Locale } from 'discord-api-types/v10'
import { commands } from '../../commands/index.ts'
import type { ChatCommand, CommandOption, MenuCommand } from '../../src/interactions/command.ts'

const PATIENCE_MS = 20_000
const LOCALES = [Locale.EnglishUS, Locale.German]
const TYPED = ['', 'a', 'ch', 'zzz', '💬', 'x'.repeat(100), 'x'.repeat(3_000)]

/** Everything that people can do with the bot: every command, option, suggestion, button, select, menu and message. */
export async function playScene(sandbox: Sandbox): Promise<number> {
  const bot = await startBot(sandbox)
  const scene = new Scene(sandbox)
  try {
    await sandbox.voicePresence.join(sandbox.fixture.people.mia.id, sandbox.fixture.channels.lounge.id)
    await scene.messages()
    for (const locale of LOCALES) {
      for (const command of chatCommands()) await scene.command(command, locale)
      await scene.menus(locale)
    }
    await scene.refused()
    await scene.troubles()
  } finally {
    await bot.stop()
  }
  return scene.actions
}

export async function openScene(far: boolean): Promise<Sandbox> {
  const distance = far ? { rest: 150, gateway: 40, voice: 40, udp: 40, jitter: 10 } : {}
  return await startSandbox({ discord: { distance } })
}

function chatCommands(): ChatCommand[] {
  const all = commands.flatMap((command): readonly (ChatCommand | MenuCommand)[] =>
    command.kind === 'group' ? command.subcommands : [command],
  )
  // What ends the session or deletes data comes last.
  const late = (command: ChatCommand) => /^(leave|mydata delete|stop)$/.test(command.path)
  const chat = all.filter((command) => command.kind === 'chat')
  return [...chat.filter((command) => !late(command)), ...chat.filter(late)]
}

class Scene {
  actions = 0
  readonly #sandbox: Sandbox

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox
  }

  async command(command: ChatCommand, locale: Locale): Promise<void> {
    const { options = [] } = command
    const needed = options.filter(({ required }) => required)
    const sets = [needed, options, ...options.filter(({ required }) => !required).map((option) => [...needed, option])]
    for (const set of sets) {
      for (const round of [0, 1]) {
        const answer = await this.#slash(command.path, valuesOf(set, round), locale)
        if (answer && round === 0) await this.#pressAll(answer, locale)
      }
    }
    for (const option of options.filter(({ suggests }) => suggests)) {
      for (const typed of TYPED) await this.#suggest(command.path, option, typed, locale)
    }
  }

  async menus(locale: Locale): Promise<void> {
    const { discord, fixture } = this.#sandbox
    const { general } = fixture.channels
    const targets = discord.world.messages.list(general.id).slice(0, 6)
    for (const command of commands) {
      if (command.kind === 'message')
        for (const { id } of targets) await this.#menu(command.path, { messageId: id }, locale)
      if (command.kind === 'user')
        for (const { id } of Object.values(fixture.people)) await this.#menu(command.path, { userId: id }, locale)
    }
  }

  /** Messages of every shape, in a channel that is read. */
  async messages(): Promise<void> {
    const { discord, fixture } = this.#sandbox
    const { mia, tom } = fixture.people
    await this.#slash('read here', {}, Locale.EnglishUS)
    await this.#slash('join', {}, Locale.EnglishUS)
    const file = { name: 'cat.png', contentType: 'image/png', data: Buffer.from('x') }
    const create = (message: object) => {
      this.actions += 1
      return discord.world.messages.create(fixture.channels.general.id, mia.id, message)
    }
    const plain = create({ content: 'Good morning.' })
    create({ content: `Hello <@${tom.id}> in <#${fixture.channels.lounge.id}> 💬 https://example.org **bold**` })
    create({ content: 'Look.', files: [file] })
    create({ files: [file] })
    create({ content: 'Yes.', replyTo: plain.id })
    create({ stickers: [{ id: '1', name: 'Wave', format_type: 1 }] })
    create({ content: 'x'.repeat(2_000) })
    discord.world.messages.edit(fixture.channels.general.id, plain.id, { content: 'Good evening.' })
    discord.world.messages.delete(fixture.channels.general.id, create({ content: 'Gone.' }).id)
    await sleep(500)
  }

  /** What people without permission are told. */
  async refused(): Promise<void> {
    const { tom } = this.#sandbox.fixture.people
    for (const { path } of chatCommands()) await this.#slash(path, {}, Locale.EnglishUS, tom.id)
  }

  /** A move, a mute, a lost connection and a limit, which the bot tells the server of. */
  async troubles(): Promise<void> {
    const { discord, fixture, faults } = this.#sandbox
    await this.#slash('join', {}, Locale.EnglishUS)
    discord.world.voiceStates.setServerMute(fixture.guild.id, fixture.bot.user.id, { mute: true })
    await sleep(500)
    discord.world.voiceStates.setServerMute(fixture.guild.id, fixture.bot.user.id, { mute: false })
    await faults.cause('rest-limited', { path: '/webhooks', times: 2, retryAfter: 300 })
    await this.#slash('voice show', {}, Locale.EnglishUS)
    discord.world.voiceStates.leave(fixture.guild.id, fixture.bot.user.id)
    await sleep(1_000)
  }

  async #slash(
    command: string,
    options: OptionValues,
    locale: Locale,
    userId?: string,
  ): Promise<Interaction | undefined> {
    const { discord, fixture } = this.#sandbox
    const actor = { userId: userId ?? fixture.people.mia.id, channelId: fixture.channels.general.id, locale }
    return await this.#do(() => discord.interactions.slash({ ...actor, command, options }))
  }

  async #suggest(command: string, { name }: CommandOption, typed: string, locale: Locale): Promise<void> {
    const { discord, fixture } = this.#sandbox
    const actor = { userId: fixture.people.mia.id, channelId: fixture.channels.general.id, locale }
    await this.#do(() =>
      discord.interactions.autocomplete({ ...actor, command, options: { [name]: typed }, focused: name }),
    )
  }

  async #menu(
    command: string,
    target: { readonly messageId: string } | { readonly userId: string },
    locale: Locale,
  ): Promise<void> {
    const { discord, fixture } = this.#sandbox
    const actor = { userId: fixture.people.mia.id, channelId: fixture.channels.general.id, locale }
    await this.#do(() => discord.interactions.contextMenu({ ...actor, command, target } as never))
  }

  /** Every button and select of an answer, once each; what they bring is pressed no further. */
  async #pressAll(answer: Interaction, locale: Locale): Promise<void> {
    const { discord, fixture } = this.#sandbox
    const actor = { userId: fixture.people.mia.id, channelId: fixture.channels.general.id, locale }
    const message = answer.original
    for (const component of message ? pressables(message) : []) {
      const values = 'options' in component ? { values: component.options.slice(0, 1).map(({ value }) => value) } : {}
      const customId = component.custom_id
      await this.#do(() => discord.interactions.component({ ...actor, messageId: message!.id, customId, ...values }))
    }
  }

  /** What the sandbox itself does not let people do is no action. */
  async #do(act: () => Interaction): Promise<Interaction | undefined> {
    let interaction: Interaction
    try {
      interaction = act()
    } catch {
      return undefined
    }
    this.actions += 1
    return await interaction.until(AbortSignal.timeout(PATIENCE_MS))
  }
}

function valuesOf(options: readonly CommandOption[], round: number): OptionValues {
  return Object.fromEntries(options.map((option) => [option.name, sampleFor(option, round)])) as OptionValues
}

function sampleFor({ name, kind, choices, min, max, maxLength }: CommandOption, round: number): unknown {
  if (choices) return choices[round % choices.length]
  switch (kind) {
    case 'boolean':
      return round === 0
    case 'integer':
    case 'number':
      return round === 0 ? (min ?? 1) : Math.min(max ?? 100, 100)
    case 'channel':
      return name.includes('voice') || name === 'into' ? 'lounge' : 'general'
    case 'user':
      return 'tom'
    case 'role':
      return '@everyone'
    case 'attachment':
      return { name: 'words.csv', contentType: 'text/csv', data: Buffer.from('pattern,replacement\ngg,good game\n') }
    default:
      return round === 0 ? (SAMPLES[name] ?? 'brb') : 'x'.repeat(Math.min(maxLength ?? 50, 50))
  }
}

const SAMPLES: Readonly<Record<string, string>> = {
  text: 'Good morning, everyone.',
  voice: 'Serena',
  style: 'whisper',
  language: 'en',
  pattern: 'gg',
  replacement: 'good game',
  name: 'Mia',
}
