import { KyselyDataRequests } from './data-requests.ts'
import { Database, type DatabaseOptions } from './database.ts'
import { KyselyFailedStarts } from './failed-starts.ts'
import { KyselyFleetLedger } from './fleet-ledger.ts'
import { KyselyGuilds } from './guilds.ts'
import { KyselyHandledMessages } from './handled-messages.ts'
import { KyselyMembers } from './members.ts'
import { ReadCache } from './read-cache.ts'
import type { SettingsStore } from './store.ts'
import type { GuildSettings, MemberSettings, SettingsChange } from './types.ts'
import { KyselyUsage } from './usage.ts'
import { KyselyVoiceIntents } from './voice-intents.ts'
import { KyselyWords } from './words.ts'

/** How long a change of another process can stay unnoticed if its notification is lost. */
const LIFETIME = 60_000
/** A server's settings take a few kilobytes, a member's a few hundred bytes. */
const CACHED_GUILDS = 5_000
const CACHED_MEMBERS = 20_000

/** The store over any migrated database. `close` runs before the connection is closed. */
export function createStore(
  options: DatabaseOptions & {
    readonly dialect: 'sqlite' | 'postgres'
    readonly close?: () => Promise<void>
    readonly erase?: () => Promise<void>
  },
): SettingsStore {
  const { changes, clock } = options
  const database = new Database(options)
  const guilds = new ReadCache<GuildSettings>({ clock, lifetime: LIFETIME, size: CACHED_GUILDS })
  const members = new ReadCache<MemberSettings>({ clock, lifetime: LIFETIME, size: CACHED_MEMBERS })
  changes.listen((change) => invalidate(change, guilds, members))
  return {
    guilds: new KyselyGuilds(database, guilds),
    members: new KyselyMembers(database, members),
    words: new KyselyWords(database),
    usage: new KyselyUsage(database),
    intents: new KyselyVoiceIntents(database),
    data: new KyselyDataRequests(database, options.erase),
    fleet: new KyselyFleetLedger(database, options.dialect),
    failedStarts: new KyselyFailedStarts(database),
    handled: new KyselyHandledMessages(database),
    watch: (signal) => changes.watch(signal),
    async close() {
      await options.close?.()
      await database.close()
    },
  }
}

function invalidate(
  change: SettingsChange,
  guilds: ReadCache<GuildSettings>,
  members: ReadCache<MemberSettings>,
): void {
  switch (change.kind) {
    case 'guild':
      guilds.drop((key) => key === change.guild)
      // The whole server may have been deleted, including its members' settings.
      members.drop((key) => key.startsWith(`${change.guild}/`))
      break
    case 'member':
      members.drop((key) => key === `${change.guild}/${change.user}`)
      break
    case 'user':
      // Any server may have the person on its list of excluded members.
      guilds.drop(() => true)
      members.drop((key) => key.endsWith(`/${change.user}`))
      break
    case 'all':
      guilds.expire()
      members.expire()
  }
}
