import type { APIUser } from 'discord-api-types/v10'
import { hint } from './hint.ts'
import { UsageError } from './usage-error.ts'
import type { Guild, GuildChannel } from './world/guild.ts'
import type { World } from './world/world.ts'

/** Somebody by the name that a person would use, in whatever case, or by id. */
export function personCalled({ users }: World, nameOrId: string): APIUser {
  const person = users.get(nameOrId) ?? users.values().find((one) => isCalled(one, nameOrId))
  if (person) return person
  const names = users.values().map(({ username }) => username)
  throw new UsageError(`Nobody is called "${nameOrId}". ${hint(nameOrId, names)}`)
}

/** A channel by name or id. */
export function channelCalled({ channels }: Guild, nameOrId: string): GuildChannel {
  const channel = channels.get(nameOrId) ?? channels.values().find(({ name }) => name === nameOrId)
  if (channel) return channel
  const names = channels.values().map(({ name }) => name)
  throw new UsageError(`There is no channel "${nameOrId}". ${hint(nameOrId, names)}`)
}

function isCalled({ username, global_name }: APIUser, name: string): boolean {
  return [username, global_name?.toLowerCase()].includes(name.toLowerCase())
}
