import { createRequire } from 'node:module'
import type { RESTOptions } from 'discord.js'

/**
 * Connections for discord.js alone, of the undici that its REST client brings. Without them it takes the global dispatcher,
 * which a newer undici in the same process replaces by its own: that one refuses the forms in which files are uploaded.
 */
export function restAgent(): RESTOptions['agent'] {
  const discord = createRequire(import.meta.url).resolve('discord.js')
  const rest = createRequire(discord).resolve('@discordjs/rest')
  const { Agent } = createRequire(rest)('undici') as { readonly Agent: new () => NonNullable<RESTOptions['agent']> }
  return new Agent()
}
