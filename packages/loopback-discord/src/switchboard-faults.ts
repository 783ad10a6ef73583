/** What goes wrong between a member's wish to enter a channel and its voice server, in one server. */
export interface SwitchboardSwitches {
  /** So many requests (op 4) get no answer. */
  ignoreRequests: number
  /** So many answers name the voice server before they show the voice state. */
  serverFirst: number
  /** So many answers name no voice server at first, and one later. */
  withoutEndpoint: number
  /** How much later, in milliseconds. */
  endpointDelay: number
}

/** The switches of every server; numbers of things count down to 0 as they happen. */
export class SwitchboardFaults {
  readonly #guilds = new Map<string, SwitchboardSwitches>()

  of(guildId: string): SwitchboardSwitches {
    const existing = this.#guilds.get(guildId)
    if (existing) return existing
    const switches = { ignoreRequests: 0, serverFirst: 0, withoutEndpoint: 0, endpointDelay: 0 }
    this.#guilds.set(guildId, switches)
    return switches
  }
}
