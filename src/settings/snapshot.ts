import { type OperatorDefaults, type ResolvedGuild, resolveGuild } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { GuildSettings, Id, MemberSettings } from './types.ts'

/** The settings of a server and one of its members, read once for one command or message. */
export interface SettingsSnapshot {
  readonly guild: GuildSettings
  readonly member: MemberSettings
  /** The server's settings, with defaults. */
  readonly rules: ResolvedGuild
}

/** Throws `settings.not-read`. */
export async function snapshotOf(
  store: SettingsStore,
  operator: OperatorDefaults,
  { guild: guildId, user }: { readonly guild: Id; readonly user: Id },
): Promise<SettingsSnapshot> {
  const [guild, member] = await Promise.all([store.guilds.read(guildId), store.members.read(guildId, user)])
  return { guild, member, rules: resolveGuild(guild.chosen, operator) }
}
