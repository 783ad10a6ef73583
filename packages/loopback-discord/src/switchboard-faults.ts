/** What goes wrong between a member's request to enter a channel and its voice server, in one server. */
export interface SwitchboardSwitches {
  /** This many requests (op 4) get no answer. */
  ignoreRequests: number
  /** This many answers name the voice server before they show the voice state. */
  serverFirst: number
  /** This many answers name no voice server at first, and one later. */
  withoutEndpoint: number
  /** How much later, in milliseconds. */
  endpointDelay: number
  /** The answer to a request that changes nothing. */
  unchanged: UnchangedAnswer
}

/**
 * Discord answers a request for the state that a member is in already with nothing (JDA, `WebSocketSendingThread`), and
 * at times with one or both of the events (discordjs/voice#58, discord.js#11553).
 */
export const UNCHANGED_ANSWERS = ['nothing', 'state', 'server', 'both'] as const
export type UnchangedAnswer = (typeof UNCHANGED_ANSWERS)[number]

/** The switches of each server; counts go down to 0 as things happen. */
export class SwitchboardFaults {
  readonly #guilds = new Map<string, SwitchboardSwitches>()

  of(guildId: string): SwitchboardSwitches {
    const existing = this.#guilds.get(guildId)
    if (existing) return existing
    const switches: SwitchboardSwitches = {
      ignoreRequests: 0,
      serverFirst: 0,
      withoutEndpoint: 0,
      endpointDelay: 0,
      unchanged: 'nothing',
    }
    this.#guilds.set(guildId, switches)
    return switches
  }
}
