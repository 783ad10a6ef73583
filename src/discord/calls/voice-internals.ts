import { createSecretKey, type KeyObject } from 'node:crypto'
import { type Networking, NetworkingStatusCode, type VoiceConnection } from '@discordjs/voice'

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

interface MessageHandling {
  readonly state: { readonly ws?: MessageSocket }
  createWebSocket(...options: unknown[]): MessageSocket
}

interface MessageSocket {
  onMessage(event: unknown): void
}

/**
 * The library reads and handles the voice server's messages without catching: one that is too short, or comes at a
 * wrong moment, would throw inside the socket's listener and end the process with every server's voice. Here it costs
 * that one connection.
 */
export function catchMessageErrors(networking: Networking, onError: (error: unknown) => void): void {
  const inside = networking as unknown as MessageHandling
  const guard = (socket: MessageSocket): MessageSocket => {
    const { onMessage } = socket
    socket.onMessage = (event) => {
      try {
        onMessage.call(socket, event)
      } catch (error) {
        onError(error)
      }
    }
    return socket
  }
  if (inside.state.ws) guard(inside.state.ws)
  // Sockets that the library opens later, to resume.
  const { createWebSocket } = inside
  inside.createWebSocket = (...options) => guard(createWebSocket.apply(networking, options))
}

/**
 * The library sends its first keep-alive in a later turn of the event loop, without looking whether the socket was
 * closed meanwhile. That would throw where nobody catches it, and end the process with every server's voice.
 */
export function surviveClosedSocket({ state }: Networking): void {
  if (state.code !== NetworkingStatusCode.UdpHandshaking) return
  const udp = state.udp as unknown as { keepAlive(): void }
  const { keepAlive } = udp
  udp.keepAlive = () => {
    try {
      keepAlive.call(udp)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SOCKET_DGRAM_NOT_RUNNING')) throw error
    }
  }
}

/**
 * The library reads every datagram of 9 bytes and more as RTP, and throws on those of 9 to 11, inside the socket's
 * listener: anybody who finds the port could end the process. The bot listens to nobody, so it reads none.
 */
export function ignoreIncomingMedia({ receiver }: VoiceConnection): void {
  receiver.onUdpMessage = () => undefined
}

/** `ip:port` of the voice server, while the answer to IP discovery is awaited. */
export function udpAddressOf({ state }: Networking): string | undefined {
  if (state.code !== NetworkingStatusCode.UdpHandshaking) return undefined
  const { remote } = state.udp as unknown as { readonly remote: { readonly ip: string; readonly port: number } }
  return `${remote.ip}:${remote.port}`
}

/** How long an answer to IP discovery may take before it is asked again. */
const DISCOVERY_RETRY_MS = 500

/**
 * The library asks for our address with one datagram and waits for ever; UDP loses some. Asks again until the answer
 * is there or the connection has moved on.
 * https://discord.com/developers/docs/topics/voice-connections#ip-discovery
 */
export function repeatDiscovery(networking: Networking): void {
  const { state } = networking
  if (state.code !== NetworkingStatusCode.UdpHandshaking) return
  const { udp, connectionData } = state
  const request = Buffer.alloc(74)
  request.writeUInt16BE(1, 0)
  request.writeUInt16BE(70, 2)
  request.writeUInt32BE(connectionData.ssrc, 4)
  const timer = setInterval(() => {
    if (networking.state.code === NetworkingStatusCode.UdpHandshaking) udp.send(request)
    else clearInterval(timer)
  }, DISCOVERY_RETRY_MS)
}

/**
 * The library hands its key to Node as bytes for every packet, which on Node 24 takes four times as long as the
 * encryption itself. A key object gives the same packets.
 */
export function keepKeyReady({ state }: Networking): void {
  if (state.code !== NetworkingStatusCode.Ready) return
  const data: { encryptionMode: string; secretKey: Uint8Array | KeyObject } = state.connectionData
  // The library's other mode is encrypted by a package that wants bytes.
  if (data.encryptionMode === 'aead_aes256_gcm_rtpsize' && data.secretKey instanceof Uint8Array) {
    data.secretKey = createSecretKey(data.secretKey)
  }
}
