import type { GuildChannel, World } from '@lector/loopback-discord'
import { channelCalled, personCalled, UsageError } from '@lector/loopback-discord'
import type { APIMessage, APIUser } from 'discord-api-types/v10'
import type { FixtureWorld } from '../fixture-world.ts'
import { LAST } from './latest.ts'

/** Looks up people, channels and messages by name or id. */
export class Directory {
  readonly #world: World
  readonly #fixture: FixtureWorld

  constructor(world: World, fixture: FixtureWorld) {
    this.#world = world
    this.#fixture = fixture
  }

  /** `mia`, `Mia`, an id; `bot` for the bot. */
  person(nameOrId: string): APIUser {
    return nameOrId === 'bot' ? this.#fixture.bot.user : personCalled(this.#world, nameOrId)
  }

  /** A channel by name or id; defaults to `general`. */
  channel(nameOrId = 'general'): GuildChannel {
    return channelCalled(this.#world.guild(this.#fixture.guild.id), nameOrId)
  }

  /** A message of a channel: `last`, or an id. */
  message({ id, name }: GuildChannel, lastOrId: string): APIMessage {
    const { messages } = this.#world
    // By its id also one that only one person sees.
    const message = lastOrId === LAST ? messages.list(id).at(-1) : messages.find(lastOrId)
    if (message?.channel_id === id) return message
    throw new UsageError(
      `There is no message "${lastOrId}" in "${name}"; GET /channels/${name}/messages lists them.`,
      404,
    )
  }
}
