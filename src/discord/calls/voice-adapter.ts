import type { DiscordGatewayAdapterCreator, DiscordGatewayAdapterLibraryMethods } from '@discordjs/voice'

type VoiceState = Parameters<DiscordGatewayAdapterLibraryMethods['onVoiceStateUpdate']>[0]
type VoiceServer = Parameters<DiscordGatewayAdapterLibraryMethods['onVoiceServerUpdate']>[0]

/** How long a voice server may wait for the voice state that belongs to it. */
const STATE_WAIT_MS = 1_000

export interface VoiceAdapterObserver {
  /** The bot's own voice state changed, told before the library hears of it. */
  onState(state: VoiceState): void
  /** Discord named a voice server; null means that it took one away and will name another. */
  onServer(endpoint: string | null): void
}

/**
 * Stands between @discordjs/voice and the gateway, to correct two habits of the library:
 *
 * - After most close codes it asks to rejoin at once, without pause or limit. Here nothing leaves unless `mayAsk` says
 *   so; the library then reports itself disconnected, and our session decides.
 * - It connects as soon as a voice server arrives, with whatever session it knows. Discord does not promise the order,
 *   so a server that comes before the state that answers our request waits for it.
 */
export function guardedAdapter(
  gateway: DiscordGatewayAdapterCreator,
  mayAsk: () => boolean,
  observer: VoiceAdapterObserver,
): DiscordGatewayAdapterCreator {
  return (library) => {
    let asked = false
    let waiting: { readonly server: VoiceServer; readonly timer: NodeJS.Timeout } | undefined

    const release = () => {
      asked = false
      if (!waiting) return
      const { server, timer } = waiting
      waiting = undefined
      clearTimeout(timer)
      library.onVoiceServerUpdate(server)
    }

    const adapter = gateway({
      ...library,
      onVoiceStateUpdate(state) {
        observer.onState(state)
        library.onVoiceStateUpdate(state)
        release()
      },
      onVoiceServerUpdate(server) {
        observer.onServer(server.endpoint)
        if (!asked) return library.onVoiceServerUpdate(server)
        clearTimeout(waiting?.timer)
        waiting = { server, timer: setTimeout(release, STATE_WAIT_MS) }
      },
    })

    return {
      sendPayload(payload) {
        if (!mayAsk()) return false
        asked = adapter.sendPayload(payload)
        return asked
      },
      destroy() {
        clearTimeout(waiting?.timer)
        waiting = undefined
        adapter.destroy()
      },
    }
  }
}
