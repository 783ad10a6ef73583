import { type ApplicationCommandData, ApplicationCommandType, type Client, REST, Routes } from 'discord.js'
import type { Command } from '../../interactions/command.ts'
import { backoff } from '../../kernel/backoff.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import type { CommandMentions } from './command-mentions.ts'
import { commandPayload } from './command-payload.ts'

export interface Registered {
  /** False if Discord had the commands as they are. */
  readonly changed: boolean
  /** The id of each slash command, by its name. */
  readonly ids: ReadonlyMap<string, string>
}

/**
 * Publishes the commands for all servers if Discord does not have them as they are. Comparing first is kind to people:
 * after a change every client is told to reload its list.
 */
export async function registerCommands(client: Client, commands: readonly Command[]): Promise<Registered> {
  if (!client.application) throw new Error('commands cannot be registered before login')
  const wanted = commands.map(commandPayload)
  const existing = await client.application.commands.fetch({ withLocalizations: true })
  const same =
    existing.size === wanted.length &&
    wanted.every((payload) => existing.some((command) => command.equals(payload as ApplicationCommandData, true)))
  const published = same ? existing : await client.application.commands.set(wanted)
  const slash = published.filter(({ type }) => type === ApplicationCommandType.ChatInput)
  return { changed: !same, ids: new Map(slash.map(({ name, id }) => [name, id])) }
}

export interface RegistrationOptions {
  /** Learns the ids of the commands. */
  readonly mentions: CommandMentions
  readonly clock: Clock
  readonly log: Log
}

/**
 * Publishes the commands; resolves after the first attempt, and tries again in the background until Discord takes them.
 * A bot without its newest commands can still speak.
 */
export async function keepRegistered(
  client: Client,
  commands: readonly Command[],
  { mentions, clock, log }: RegistrationOptions,
  signal: AbortSignal,
  attempt = 1,
): Promise<void> {
  try {
    const { changed, ids } = await registerCommands(client, commands)
    mentions.learn(ids)
    log.info({ published: changed }, 'commands are registered')
  } catch (error) {
    log.warn({ err: error, attempt }, 'commands could not be registered')
    void clock
      .sleep(backoff(attempt, PAUSES), signal)
      .then(() => keepRegistered(client, commands, { mentions, clock, log }, signal, attempt + 1))
      .catch(() => undefined)
  }
}

const PAUSES = { first: 5_000, longest: 15 * 60_000 }

export interface PublishOptions {
  readonly api: string
  readonly token: string
  /** Only in this server, where a change is seen at once; undefined publishes for all servers. */
  readonly guildId?: string
}

/** Publishes the commands without logging in; returns their names. */
export async function publishCommands(commands: readonly Command[], options: PublishOptions): Promise<string[]> {
  const { api, token, guildId } = options
  const rest = new REST({ api }).setToken(token)
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string }
  const route = guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  const published = (await rest.put(route, { body: commands.map(commandPayload) })) as { name: string }[]
  return published.map(({ name }) => name)
}
