import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type GuildChannel, type Interaction, pressables } from '@lector/loopback-discord'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { type APIMessage, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const PATIENCE_MS = 30_000
const FIVE_MINUTES_MS = 300_000
const TEN_CLICKS = 10

let sandbox: Sandbox
let folder: string
let bot: Program | undefined
beforeAll(async () => {
  sandbox = await startSandbox()
  folder = await mkdtemp(join(tmpdir(), 'lector-newcomer-'))
  // A new bot is nowhere.
  sandbox.discord.world.removeMember(sandbox.fixture.guild.id, sandbox.fixture.bot.user.id)
})
afterAll(async () => {
  bot?.child.kill('SIGKILL')
  await sandbox?.close()
  await rm(folder, { recursive: true, force: true })
})

it('a newcomer hears the bot in an own server within five minutes and ten clicks', async () => {
  const startedAt = performance.now()
  const clicks = new Clicks()
  const { token, speech } = sandbox.description

  // The person types a token and a key, once.
  const setup = new Program('src/setup.ts', [`Bot ${token}`, speech.botKey])
  expect(await setup.ended(), setup.said).toBe(0)
  const invitation = linkIn(setup.said)
  expect(await readFile(join(folder, '.env'), 'utf8')).toBe(
    `DISCORD_TOKEN=${token}\nDASHSCOPE_API_KEY=${speech.botKey}\n`,
  )
  if (process.platform !== 'win32') expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600)
  expect(setup.said).not.toContain(token)

  bot = new Program('src/start.ts')
  await bot.says('in no server yet')
  expect(linkIn(bot.said).href).toBe(invitation.href)

  const { guild, general, lounge } = clicks.follow(invitation)
  const greeting = await messageIn(general, ({ content }) => content.includes("I'm Lector"))
  expect(greeting.content).toMatch(/<\/say:\d+>/)

  await sandbox.voicePresence.join(mia(), lounge.id)
  const first = await clicks.press(general, greeting, 'Set up')
  expect(first.content).toMatch(/^Step 1 of 4/)
  // The greeting is everyone's and stays.
  expect(messagesIn(general).find(({ id }) => id === greeting.id)?.content).toBe(greeting.content)

  // The first sentence: the voice, as soon as it is chosen.
  await clicks.choose(general, first, 'voice 0', 'Ethan')
  await heard((text) => text.includes('This is how I sound'))
  const firstSentence = performance.now() - startedAt
  const clicksToSound = clicks.count

  const second = await clicks.press(general, await shown(first), 'Next')
  await clicks.press(general, second, 'Read this channel')
  expect((await shown(second)).content).toContain(`<#${general.id}>`)
  const third = await clicks.press(general, await shown(second), 'Next')
  const fourth = await clicks.press(general, third, 'Next')
  expect((await clicks.press(general, fourth, 'Finish')).content).toMatch(/^All set!/)

  sandbox.voicePresence.listener(mia()).recording.clear()
  sandbox.discord.world.messages.create(general.id, mia(), { content: 'My first message is read.' })
  await heard((text) => text.includes('My first message is read.'))

  const ms = Math.round(performance.now() - startedAt)
  console.info(`newcomer: first sentence after ${Math.round(firstSentence)} ms and ${clicksToSound} clicks`)
  console.info(`newcomer: everything set up after ${ms} ms and ${clicks.count} clicks`)
  expect(ms).toBeLessThan(FIVE_MINUTES_MS)
  expect(clicks.count).toBeLessThanOrEqual(TEN_CLICKS)
  // What people were refused on the way would be in the log.
  expect(bot.said).not.toMatch(/"level":(40|50|60)/)
  expect(guild.members.has(sandbox.fixture.bot.user.id)).toBe(true)
})

function mia(): string {
  return sandbox.fixture.people.mia.id
}

function linkIn(text: string): URL {
  return new URL(/https:\/\/discord\.com\/oauth2\/\S+/.exec(text)?.[0] ?? '')
}

function messagesIn(channel: GuildChannel): APIMessage[] {
  return sandbox.discord.world.messages.list(channel.id)
}

async function messageIn(channel: GuildChannel, fits: (message: APIMessage) => boolean): Promise<APIMessage> {
  return await until(() => messagesIn(channel).find(fits))
}

/** An answer as it is now. */
async function shown({ id, channel_id }: APIMessage): Promise<APIMessage> {
  return sandbox.discord.world.messages.get(channel_id, id)
}

/** Waits until a sentence was asked for, and its speech arrived at Mia. */
async function heard(fits: (text: string) => boolean): Promise<void> {
  await until(() => sandbox.speech.requests.find(({ text }) => fits(text)))
  const from = sandbox.voicePresence.listener(mia()).recording
  await until(() => from.framesOf(sandbox.fixture.bot.user.id).some(({ silence }) => !silence))
}

async function until<T>(look: () => T | undefined | false): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > deadline) throw new Error(`not within ${PATIENCE_MS} ms: ${look}\n${bot?.said}`)
    await sleep(20)
  }
}

/** Mia's hand on the mouse. */
class Clicks {
  count = 0

  /** What Discord does with an invitation: the bot joins with what the link asks for and with nothing else. */
  follow(link: URL) {
    // The link, then "Authorize" below one's server.
    this.count += 2
    const { world } = sandbox.discord
    expect(link.searchParams.get('client_id')).toBe(sandbox.fixture.bot.user.id)
    expect(link.searchParams.get('scope')?.split(' ').sort()).toEqual(['applications.commands', 'bot'])
    const guild = world.addGuild({
      name: "Mia's",
      ownerId: mia(),
      everyone: PermissionFlagsBits.UseApplicationCommands,
    })
    const general = world.addChannel(guild.id, { type: ChannelType.GuildText, name: 'general' })
    const lounge = world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'lounge' })
    const permissions = BigInt(link.searchParams.get('permissions') ?? 0)
    const role = world.addRole(guild.id, { name: 'lector', permissions })
    world.addMember(guild.id, sandbox.fixture.bot.user.id, { roles: [role.id] })
    return { guild, general, lounge }
  }

  async press(channel: GuildChannel, message: APIMessage, label: string): Promise<APIMessage> {
    const button = pressables(message).find((one) => one.label === label)
    if (!button) throw new Error(`No button "${label}" in: ${JSON.stringify(message.components)}`)
    return await this.#interact(channel, message, button.custom_id)
  }

  async choose(channel: GuildChannel, message: APIMessage, action: string, value: string): Promise<APIMessage> {
    const select = pressables(message).find(({ custom_id }) => custom_id.endsWith(`|${action}`))
    // The menu, then the entry.
    this.count += 1
    return await this.#interact(channel, message, select?.custom_id ?? '', [value])
  }

  async #interact(channel: GuildChannel, { id }: APIMessage, customId: string, values?: string[]): Promise<APIMessage> {
    this.count += 1
    const pressed: Interaction = sandbox.discord.interactions.component({
      userId: mia(),
      channelId: channel.id,
      messageId: id,
      customId,
      ...(values && { values }),
    })
    await pressed.until(
      AbortSignal.timeout(PATIENCE_MS),
      ({ isAnswered, followUps }) => isAnswered || followUps.length > 0,
    )
    if (!pressed.original) throw new Error(`${customId} was not answered`)
    return pressed.original
  }
}

/** One of Lector's programs, as npm runs it, in an empty folder. */
class Program {
  readonly child: ChildProcess
  said = ''

  constructor(script: string, lines: readonly string[] = []) {
    const { description } = sandbox
    const { npm_lifecycle_event: _, DISCORD_TOKEN: __, DASHSCOPE_API_KEY: ___, ...own } = process.env
    const env = {
      ...own,
      DISCORD_API: description.rest,
      NODE_EXTRA_CA_CERTS: description.caFile,
      DASHSCOPE_BASE_URL: description.speech.baseUrl,
      DATABASE_URL: '',
    }
    this.child = spawn(process.execPath, [join(root, script)], { cwd: folder, env })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.said += text
      })
    }
    this.child.stdin?.end(lines.map((line) => `${line}\n`).join(''))
  }

  async says(words: string): Promise<void> {
    await until(() => this.said.includes(words))
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode
    return await new Promise((resolve) => this.child.once('close', resolve))
  }
}
