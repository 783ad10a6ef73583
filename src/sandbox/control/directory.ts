import type { APIUser } from 'discord-api-types/v10'
import type { GuildChannel } from '../discord/world/guild.ts'
import type { World } from '../discord/world/world.ts'
import type { Harbour } from '../harbour.ts'
import { channelCalled, personCalled } from '../names.ts'

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
    return nameOrId === 'bot' ? this.#harbour.bot.user : personCalled(this.#world, nameOrId)
  }

  /** `general`, an id; the text channel of the start when not given. */
  channel(nameOrId = 'general'): GuildChannel {
    return channelCalled(this.#world.guild(this.#harbour.guild.id), nameOrId)
  }
}
