import { type ApplicationCommandData, type Client, REST, Routes } from 'discord.js'
import type { Command } from '../../interactions/command.ts'
import { backoff } from '../../kernel/backoff.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import { commandPayload } from './command-payload.ts'

/**
 * Publishes the commands for all servers if Discord does not have them as they are; returns whether it was necessary.
 * Comparing first is kind to people: after a change every client is told to reload its list.
 */
export async function registerCommands(client: Client, commands: readonly Command[]): Promise<boolean> {
  if (!client.application) throw new Error('commands cannot be registered before login')
  const wanted = commands.map(commandPayload)
  const existing = await client.application.commands.fetch({ withLocalizations: true })
  const same =
    existing.size === wanted.length &&
    wanted.every((payload) => existing.some((command) => command.equals(payload as ApplicationCommandData, true)))
  if (same) return false
  await client.application.commands.set(wanted)
  return true
}

/**
 * Publishes the commands; resolves after the first attempt, and tries again in the background until Discord takes them.
 * A bot without its newest commands can still speak.
 */
export async function keepRegistered(
  client: Client,
  commands: readonly Command[],
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
  attempt = 1,
): Promise<void> {
  try {
    const published = await registerCommands(client, commands)
    log.info({ published }, 'commands are registered')
  } catch (error) {
    log.warn({ err: error, attempt }, 'commands could not be registered')
    void clock
      .sleep(backoff(attempt, PAUSES), signal)
      .then(() => keepRegistered(client, commands, { clock, log }, signal, attempt + 1))
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
