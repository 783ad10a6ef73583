import type { APIUser } from 'discord-api-types/v10'
import type { GuildChannel } from '../discord/world/guild.ts'
import type { World } from '../discord/world/world.ts'
import type { Harbour } from '../harbour.ts'
import { UsageError } from '../usage-error.ts'

/** People and channels by the names that a person would use, or by id. */
export class Directory {
  readonly #world: World
  readonly #harbour: Harbour

  constructor(world: World, harbour: Harbour) {
    this.#world = world
    this.#harbour = harbour
  }

  /** `mia`, `Mia`, an id; `bot` for the bot. */
  person(nameOrId: string): APIUser {
    if (nameOrId === 'bot') return this.#harbour.bot.user
    const user = this.#world.users.get(nameOrId) ?? this.#world.users.values().find((one) => isCalled(one, nameOrId))
    if (!user) throw new UsageError(`Nobody is called "${nameOrId}".`)
    return user
  }

  /** `general`, an id; the text channel of the start when not given. */
  channel(nameOrId = 'general'): GuildChannel {
    const { channels } = this.#world.guild(this.#harbour.guild.id)
    const channel = channels.get(nameOrId) ?? channels.values().find(({ name }) => name === nameOrId)
    if (!channel) throw new UsageError(`There is no channel "${nameOrId}".`)
    return channel
  }
}

function isCalled({ username, global_name }: APIUser, name: string): boolean {
  return [username, global_name?.toLowerCase()].includes(name.toLowerCase())
}
