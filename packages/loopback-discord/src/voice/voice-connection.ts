import { VoiceCloseCodes, VoiceOpcodes } from 'discord-api-types/voice/v8'
import type { RawData, WebSocket } from 'ws'
import { MlsError } from '../dave/codec.ts'
import type { DaveGroup } from '../dave/dave-group.ts'
import { type ClientMessage, encodeJson, parseClientMessage } from './messages.ts'
import { VoiceProtocolError } from './protocol-error.ts'
import type { EncryptionMode } from './rtp.ts'
import type { VoiceSession } from './voice-session.ts'

export type Identify = Extract<ClientMessage, { op: VoiceOpcodes.Identify }>
export type Resume = Extract<ClientMessage, { op: VoiceOpcodes.Resume }>

/** What a connection asks of the server it belongs to. Refusals are `VoiceProtocolError`s. */
export interface VoiceHost {
  /** Undefined when the server keeps silent on purpose. */
  identify(message: Identify, socket: WebSocket): VoiceSession | undefined
  resume(message: Resume, socket: WebSocket): VoiceSession
  select(session: VoiceSession, mode: EncryptionMode): void
  speak(session: VoiceSession, flags: number): void
  /** The group of the channel that the session is in. */
  group(session: VoiceSession): DaveGroup
  closed(session: VoiceSession | undefined, socket: WebSocket, code: number): void
}

/** One socket: greets, reads, answers heartbeats, and closes with the code of whatever the client did wrong. */
export class VoiceConnection {
  readonly #socket: WebSocket
  readonly #host: VoiceHost
  #session: VoiceSession | undefined
  #heard = true

  constructor(socket: WebSocket, host: VoiceHost, heartbeatInterval: number) {
    this.#socket = socket
    this.#host = host
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary))
    // The error is followed by the close, which says all there is to say.
    socket.on('error', () => {})
    socket.on('close', (code) => host.closed(this.#session, socket, code))
    socket.send(encodeJson(VoiceOpcodes.Hello, { v: 8, heartbeat_interval: heartbeatInterval }))
  }

  /** Closes the connection when nothing was heard since the last check. */
  check(): void {
    if (!this.#heard) this.#socket.close(VoiceCloseCodes.SessionTimeout, 'Session timed out')
    this.#heard = false
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#heard = true
    try {
      if (isBinary) this.#binary(data as Buffer)
      else this.#json(parseClientMessage(data.toString()))
    } catch (error) {
      if (error instanceof VoiceProtocolError) this.#socket.close(error.closeCode, error.message)
      else if (error instanceof MlsError) this.#socket.close(VoiceCloseCodes.BadRequest, error.message)
      else throw error
    }
  }

  #json(message: ClientMessage): void {
    switch (message.op) {
      case VoiceOpcodes.Heartbeat:
        if (message.acknowledged !== undefined) this.#session?.acknowledge(message.acknowledged)
        this.#socket.send(encodeJson(VoiceOpcodes.HeartbeatAck, { t: message.nonce }))
        break
      case VoiceOpcodes.Identify:
        this.#refuseSecondSession()
        this.#session = this.#host.identify(message, this.#socket)
        break
      case VoiceOpcodes.Resume:
        this.#refuseSecondSession()
        this.#session = this.#host.resume(message, this.#socket)
        break
      case VoiceOpcodes.SelectProtocol:
        this.#host.select(this.#identified(), message.mode)
        break
      case VoiceOpcodes.Speaking:
        this.#host.speak(this.#identified(), message.flags)
        break
      case VoiceOpcodes.DaveTransitionReady:
        this.#inGroup((group, userId) => group.transitionReady(userId, message.transitionId))
        break
      case VoiceOpcodes.DaveMlsInvalidCommitWelcome:
        this.#inGroup((group, userId) => group.invalid(userId))
        break
      case 'ignored':
        break
    }
  }

  #binary(message: Buffer): void {
    const payload = message.subarray(1)
    switch (message[0]) {
      case VoiceOpcodes.DaveMlsKeyPackage:
        this.#inGroup((group, userId) => group.keyPackage(userId, payload))
        break
      case VoiceOpcodes.DaveMlsCommitWelcome:
        this.#inGroup((group, userId) => group.commit(userId, payload))
        break
      default:
        throw new VoiceProtocolError(VoiceCloseCodes.UnknownOpcode, 'Unknown binary opcode')
    }
  }

  #inGroup(act: (group: DaveGroup, userId: string) => void): void {
    const session = this.#identified()
    act(this.#host.group(session), session.identity.userId)
  }

  #identified(): VoiceSession {
    if (this.#session) return this.#session
    throw new VoiceProtocolError(VoiceCloseCodes.NotAuthenticated, 'Not authenticated')
  }

  #refuseSecondSession(): void {
    if (this.#session) throw new VoiceProtocolError(VoiceCloseCodes.AlreadyAuthenticated, 'Already authenticated')
  }
}
