import { randomBytes } from 'node:crypto'
import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import WebSocket from 'ws'
import type { RemoteAddress } from './media.ts'
import { encodeBinary, encodeJson } from './messages.ts'
import { Outbox } from './outbox.ts'
import { createRtpCipher, type EncryptionMode, type RtpCipher, type RtpHeader, TRANSPORT_KEY_BYTES } from './rtp.ts'

export interface VoiceSessionIdentity {
  readonly guildId: string
  readonly channelId: string
  readonly userId: string
  readonly sessionId: string
  readonly token: string
  readonly ssrc: number
  /** 0 without end-to-end encryption. */
  readonly daveVersion: number
}

export type VoiceSessionState =
  /** Identified; the client has yet to learn its address and to choose a mode. */
  | { readonly status: 'handshaking'; readonly socket: WebSocket; remote: RemoteAddress | undefined }
  | { readonly status: 'ready'; readonly socket: WebSocket; readonly media: MediaPath }
  /** The socket is gone and may come back; media flows on. */
  | { readonly status: 'detached'; readonly media: MediaPath; readonly expiry: NodeJS.Timeout }
  /** What was sent before the member could know is still heard. */
  | { readonly status: 'left'; readonly media?: MediaPath }

export interface MediaPath {
  readonly mode: EncryptionMode
  readonly remote: RemoteAddress
  readonly cipher: RtpCipher
  /** How many packets went to this member: the changing part of the nonce. */
  sealed: number
}

/** One member's connection to one voice channel, over as many sockets as it takes. */
export class VoiceSession {
  readonly identity: VoiceSessionIdentity
  /** The flags of the last op 5. */
  speaking = 0
  readonly #outbox = new Outbox()
  #state: VoiceSessionState

  constructor(identity: VoiceSessionIdentity, socket: WebSocket) {
    this.identity = identity
    this.#state = { status: 'handshaking', socket, remote: undefined }
  }

  get status(): VoiceSessionState['status'] {
    return this.#state.status
  }

  get socket(): WebSocket | undefined {
    return 'socket' in this.#state ? this.#state.socket : undefined
  }

  /** The way of this member's sound; undefined before it is ready. */
  get media(): MediaPath | undefined {
    return 'media' in this.#state ? this.#state.media : undefined
  }

  /** IP discovery has shown where the member's datagrams come from. False when it is not the time for that. */
  discovered(remote: RemoteAddress): boolean {
    if (this.#state.status !== 'handshaking') return false
    this.#state.remote = remote
    return true
  }

  /** Op 4: the member may speak from now on. False when it has not discovered its address. */
  describe(mode: EncryptionMode): boolean {
    if (this.#state.status !== 'handshaking' || !this.#state.remote) return false
    const { socket, remote } = this.#state
    const key = randomBytes(TRANSPORT_KEY_BYTES)
    this.#state = { status: 'ready', socket, media: { mode, remote, cipher: createRtpCipher(mode, key), sealed: 0 } }
    this.send(VoiceOpcodes.SessionDescription, {
      mode,
      secret_key: [...key],
      audio_codec: 'opus',
      video_codec: 'H264',
      media_session_id: randomBytes(16).toString('hex'),
      dave_protocol_version: this.identity.daveVersion,
    })
    return true
  }

  /** A numbered message, kept until the client acknowledges it. */
  send(opcode: VoiceOpcodes, data: unknown): void {
    this.#deliver(this.#outbox.add((sequence) => encodeJson(opcode, data, sequence)))
  }

  sendBinary(opcode: VoiceOpcodes, payload: Buffer): void {
    this.#deliver(this.#outbox.add((sequence) => encodeBinary(opcode, payload, sequence)))
  }

  /** A message that a resume does not replay. */
  sendUnnumbered(opcode: VoiceOpcodes, data: unknown): void {
    this.#deliver(encodeJson(opcode, data))
  }

  /** What the client reports as received is kept no longer. */
  acknowledge(sequence: number): void {
    this.#outbox.acknowledge(sequence)
  }

  /** Sends another member's sound to this one. */
  hear(header: RtpHeader, payload: Buffer, send: (datagram: Buffer, remote: RemoteAddress) => void): void {
    const { media } = this
    if (!media) return
    media.sealed = (media.sealed + 1) >>> 0
    send(media.cipher.seal(header, payload, media.sealed), media.remote)
  }

  /** The socket is gone. False when the session cannot wait for another one. */
  detach(window: number, expired: () => void): boolean {
    if (this.#state.status !== 'ready') return false
    this.#state = { status: 'detached', media: this.#state.media, expiry: setTimeout(expired, window) }
    return true
  }

  /** Takes up the session on a new socket, with all that the client has missed. False when that is forgotten already. */
  resume(socket: WebSocket, acknowledged: number): boolean {
    const { media } = this
    if (!media || !this.#outbox.acknowledge(acknowledged)) return false
    // A client may notice the loss of its connection before we do.
    this.socket?.terminate()
    if (this.#state.status === 'detached') clearTimeout(this.#state.expiry)
    this.#state = { status: 'ready', socket, media }
    // Clients ignore binary messages until they have read that they are back.
    this.sendUnnumbered(VoiceOpcodes.Resumed, null)
    for (const message of this.#outbox.pending) this.#deliver(message)
    return true
  }

  leave(): void {
    if (this.#state.status === 'detached') clearTimeout(this.#state.expiry)
    const { media } = this
    this.#state = { status: 'left', ...(media && { media }) }
  }

  #deliver(message: string | Buffer): void {
    const { socket } = this
    if (socket?.readyState === WebSocket.OPEN) socket.send(message)
  }
}
