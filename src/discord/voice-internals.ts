import type { Networking, VoiceConnection } from '@discordjs/voice'

/**
 * The few places where we look inside @discordjs/voice 0.19.2, because it has no public way. All in one file, so that
 * an update of the library is checked here.
 */

/** The library's networking object of a connection, while it has one. */
export function networkingOf(connection: VoiceConnection): Networking | undefined {
  return 'networking' in connection.state ? connection.state.networking : undefined
}

/**
 * True when a packet sent now would leave readable for Discord: the call is end-to-end encrypted, somebody else is in
 * it, and the keys are not agreed on yet. The library would send it in the clear, and listeners would drop it.
 */
export function lacksKeys(networking: Networking, aloneInChannel: () => boolean): boolean {
  const { state } = networking
  if (!('dave' in state) || !state.dave || state.dave.protocolVersion === 0 || state.dave.session?.ready) return false
  return state.connectionData.connectedClients.size > 0 || !aloneInChannel()
}

interface BinaryHandling {
  onWsBinary: (message: unknown) => void
  state: { ws?: { on(event: 'binary', listener: (message: unknown) => void): void; off: BinarySocket['on'] } }
}
type BinarySocket = NonNullable<BinaryHandling['state']['ws']>

/**
 * The library handles encryption messages without catching: one that comes at a wrong moment would throw inside the
 * socket's listener and end the process with every server's voice. Here it costs that one connection.
 */
export function catchBinaryErrors(networking: Networking, onError: (error: unknown) => void): void {
  const inside = networking as unknown as BinaryHandling
  const original = inside.onWsBinary
  const guarded = (message: unknown) => {
    try {
      original(message)
    } catch (error) {
      onError(error)
    }
  }
  inside.state.ws?.off('binary', original)
  inside.state.ws?.on('binary', guarded)
  // Sockets that the library opens later, to resume, take the handler from here.
  inside.onWsBinary = guarded
}
