import { type Client, Events, ShardClientUtil } from 'discord.js'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { DataRequests } from '../settings/store.ts'

const DAY = 24 * 60 * 60 * 1000

export interface DeparturesOptions {
  readonly client: Client
  readonly data: DataRequests
  readonly clock: Clock
  readonly log: Log
}

/**
 * Keeps no data of servers that removed the bot for longer than is promised: notes when it goes and when it comes back,
 * also while the bot was away, and deletes once a day what has expired. Ends with the signal. An outage of a server at Discord is no removal:
 * discord.js tells it as another event.
 */
export function watchDepartures({ client, data, clock, log }: DeparturesOptions, signal: AbortSignal): void {
  const note = (guildId: string, work: Promise<void>) =>
    work.catch((error: unknown) => log.warn({ guildId, err: error }, 'a departure or return could not be kept'))

  client.on(Events.GuildDelete, ({ id }) => note(id, data.guildLeft(id)))
  client.on(Events.GuildCreate, ({ id }) => note(id, data.guildReturned(id)))
  client.once(Events.ClientReady, async () => {
    // Invitations that came while the bot was away: without this their data would be deleted under their feet.
    for (const id of client.guilds.cache.keys()) await note(id, data.guildReturned(id))
    const kept = await data.guildsPresent().catch((error: unknown) => {
      log.warn({ err: error }, 'departures that were missed could not be looked for')
      return []
    })
    // Another process with the same database may have other servers, and only it knows who removed the bot there.
    for (const id of kept) if (!client.guilds.cache.has(id) && isOurs(id, client)) await note(id, data.guildLeft(id))
    while (!signal.aborted) {
      await data.expire().catch((error: unknown) => log.warn({ err: error }, 'old data could not be deleted'))
      await clock.sleep(DAY, signal).catch(() => undefined)
    }
  })
}

function isOurs(guildId: string, { ws, options }: Client): boolean {
  return ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? 1))
}
