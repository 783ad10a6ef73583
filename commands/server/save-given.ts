import type { CommandContext } from '../../src/interactions/command.ts'
import type { Reply } from '../../src/interactions/reply.ts'
import { saveForServer } from '../../src/interactions/saving.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { showSettings } from './show.ts'

type Given = { readonly [K in keyof GuildValues]?: GuildValues[K] | undefined }

/** Saves the given options of a command; without any, shows the settings that the command can change. */
export async function saveGiven(given: Given, context: CommandContext): Promise<Reply> {
  const patch = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return Object.keys(patch).length > 0
    ? await saveForServer(patch, context)
    : await showSettings(Object.keys(given) as (keyof GuildValues)[], context)
}
