import { type SettingsSnapshot, snapshotOf } from '../settings/snapshot.ts'
import type { SuggestContext } from './command.ts'

/** The settings after the command has changed them; `context.settings()` still gives those from before. */
export function changedSettings({ services, guildId, userId }: SuggestContext): Promise<SettingsSnapshot> {
  return snapshotOf(services.settings, services.operator, { guild: guildId, user: userId })
}
