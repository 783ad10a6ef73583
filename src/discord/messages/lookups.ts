import type { Guild } from 'discord.js'
import type { Lookups } from '../../text/message.ts'

/** What the mentions in a text stand for, as far as it is known here: nothing is fetched. */
export function lookupsIn(text: string, { members, roles, channels, client }: Guild): Lookups {
  return {
    users: namesOf(/<@!?(\d+)>/g, text, (id) => (members.cache.get(id) ?? client.users.cache.get(id))?.displayName),
    roles: namesOf(/<@&(\d+)>/g, text, (id) => roles.cache.get(id)?.name),
    channels: namesOf(/<#(\d+)>/g, text, (id) => channels.cache.get(id)?.name),
  }
}

function namesOf(mention: RegExp, text: string, nameOf: (id: string) => string | undefined): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, id = ''] of text.matchAll(mention)) {
    const name = nameOf(id)
    if (name !== undefined) names.set(id, name)
  }
  return names
}
