import { EventEmitter } from 'node:events'
import {
  type VoiceHello,
  VoiceOpcodes,
  type VoiceReady,
  type VoiceSessionDescription,
} from 'discord-api-types/voice/v8'
import { WebSocket } from 'ws'
import { DAVE_VERSION } from '../dave/dave-group.ts'
import { isDaveFrame, isSilenceFrame } from '../dave/frame.ts'
import type { EncryptionMode } from '../voice/rtp.ts'
import type { VoiceGrant } from '../voice-switchboard.ts'
import { DaveMember } from './dave-member.ts'
import { LivePlayer } from './live-player.ts'
import { MediaReceiver, type ReceivedPacket } from './media-receiver.ts'
import { type HeardFrame, Recording } from './recording.ts'
import type { ServerMessage } from './server-message.ts'

export interface ListenerOptions extends VoiceGrant {
  /** The certificate to trust, PEM. */
  readonly ca: string
  /** Deadline for the transport in milliseconds; 10 seconds by default. */
  readonly timeout?: number
}

export interface ListenerEvents {
  frame: [userId: string, frame: HeardFrame]
  /** s16 mono PCM of 48 kHz as a client plays it, frame by frame. Decoded only while this event has a listener. */
  sound: [userId: string, pcm: Int16Array, frame: HeardFrame]
  speaking: [userId: string, flags: number]
  /** A change of keys is complete. */
  transitioned: [transitionId: number]
  closed: [code: number]
}

/** A member of a voice channel that receives, decrypts and records what the others say. */
export class Listener extends EventEmitter<ListenerEvents> {
  readonly recording = new Recording()
  readonly #options: ListenerOptions
  readonly #socket: WebSocket
  readonly #media = new MediaReceiver((packet) => this.#receive(packet))
  readonly #ready = Promise.withResolvers<void>()
  readonly #speakers = new Map<number, string>()
  /** Packets that arrived before the message that attributes them. */
  readonly #unclaimed = new Map<number, ReceivedPacket[]>()
  readonly #players = new Map<string, LivePlayer>()
  #dave: DaveMember | undefined
  #sequence = NOTHING_RECEIVED
  #heartbeat: NodeJS.Timeout | undefined

  /** Resolves when the transport is ready; the keys of end-to-end encryption may follow a moment later. */
  static async connect(options: ListenerOptions): Promise<Listener> {
    const listener = new Listener(options)
    const deadline = setTimeout(() => listener.#fail('the deadline has passed'), options.timeout ?? CONNECT_TIMEOUT)
    try {
      await listener.#ready.promise
      return listener
    } catch (error) {
      listener.close()
      throw error
    } finally {
      clearTimeout(deadline)
    }
  }

  private constructor(options: ListenerOptions) {
    super()
    this.#options = options
    this.#socket = new WebSocket(`wss://${options.endpoint}?v=8`, { ca: options.ca })
    this.#socket.on('message', (data, isBinary) => {
      if (isBinary) this.#binary(data as Buffer)
      else this.#json(JSON.parse(data.toString()))
    })
    this.#socket.on('error', (error) => this.#fail(error.message))
    this.#socket.on('close', (code) => {
      clearInterval(this.#heartbeat)
      this.#media.close()
      for (const player of this.#players.values()) player.close()
      this.#fail(`the server closed with ${code}`)
      this.emit('closed', code)
    })
  }

  /** The members of the end-to-end encrypted group, ourselves included. */
  get group(): readonly string[] {
    return this.#dave?.members ?? []
  }

  /** Sends a binary message to the server, as DAVE does, or one that no member should send. */
  sendBinary(opcode: VoiceOpcodes, payload: Buffer): void {
    this.#deliver(Buffer.concat([Buffer.of(opcode), payload]))
  }

  close(): void {
    this.#socket.close(NORMAL_CLOSURE)
  }

  #json(message: ServerMessage): void {
    if (message.seq !== undefined) this.#sequence = message.seq
    switch (message.op) {
      case VoiceOpcodes.Hello:
        this.#identify(message.d)
        break
      case VoiceOpcodes.Ready:
        void this.#select(message.d)
        break
      case VoiceOpcodes.SessionDescription:
        this.#begin(message.d)
        break
      case VoiceOpcodes.Speaking:
        this.#attribute(message.d.ssrc, message.d.user_id, message.d.speaking)
        break
      case VoiceOpcodes.ClientsConnect:
        this.#dave?.recognize(message.d.user_ids)
        break
      case VoiceOpcodes.ClientDisconnect:
        this.#players.get(message.d.user_id)?.close()
        this.#players.delete(message.d.user_id)
        this.#dave?.forget(message.d.user_id)
        break
      case VoiceOpcodes.DavePrepareEpoch:
        this.#dave?.prepareEpoch(message.d.epoch)
        break
      case VoiceOpcodes.DavePrepareTransition:
        this.#dave?.prepareTransition(message.d.transition_id)
        break
      case VoiceOpcodes.DaveExecuteTransition:
        this.emit('transitioned', message.d.transition_id)
        break
    }
  }

  #binary(message: Buffer): void {
    this.#sequence = message.readUInt16BE()
    try {
      this.#dave?.binary(message[2]!, message.subarray(3))
    } catch {
      // An invalid message ends the connection, not the process.
      this.#socket.close(PROTOCOL_ERROR)
    }
  }

  #identify({ heartbeat_interval }: VoiceHello['d']): void {
    this.#heartbeat = setInterval(() => {
      this.#send(VoiceOpcodes.Heartbeat, { t: Date.now(), seq_ack: this.#sequence })
    }, heartbeat_interval)
    const { guildId, userId, sessionId, token } = this.#options
    this.#send(VoiceOpcodes.Identify, {
      server_id: guildId,
      user_id: userId,
      session_id: sessionId,
      token,
      max_dave_protocol_version: DAVE_VERSION,
    })
  }

  async #select({ ssrc, ip, port, modes }: VoiceReady['d']): Promise<void> {
    const { address, port: ownPort } = await this.#media.discover(ssrc, ip, port)
    const data = { address, port: ownPort, mode: modes[0] }
    this.#send(VoiceOpcodes.SelectProtocol, { protocol: 'udp', data })
  }

  #begin({ mode, secret_key, dave_protocol_version }: VoiceSessionDescription['d']): void {
    this.#media.unlock(mode as string as EncryptionMode, Buffer.from(secret_key))
    if (dave_protocol_version > 0) {
      this.#dave = new DaveMember(this.#options.userId, this.#options.channelId, {
        json: (opcode, data) => this.#send(opcode, data),
        binary: (opcode, payload) => this.sendBinary(opcode, payload),
      })
      this.#dave.offerKeyPackage()
    }
    this.#ready.resolve()
  }

  #attribute(ssrc: number, userId: string, flags: number): void {
    this.#speakers.set(ssrc, userId)
    for (const packet of this.#unclaimed.get(ssrc) ?? []) this.#record(userId, packet)
    this.#unclaimed.delete(ssrc)
    this.emit('speaking', userId, flags)
  }

  #receive(packet: ReceivedPacket): void {
    const userId = this.#speakers.get(packet.ssrc)
    if (userId !== undefined) {
      this.#record(userId, packet)
      return
    }
    const waiting = this.#unclaimed.get(packet.ssrc)
    if (waiting === undefined) this.#unclaimed.set(packet.ssrc, [packet])
    else if (waiting.length < LONGEST_WAIT) waiting.push(packet)
  }

  #record(userId: string, { arrival, sequence, timestamp, payload }: ReceivedPacket): void {
    const endToEndEncrypted = this.#dave !== undefined && isDaveFrame(payload)
    const opus = endToEndEncrypted ? this.#dave?.decrypt(userId, payload) : payload
    const silence = opus !== undefined && isSilenceFrame(opus)
    const frame = { arrival, sequence, timestamp, opus, endToEndEncrypted, silence }
    this.recording.add(userId, frame)
    this.emit('frame', userId, frame)
    if (this.listenerCount('sound') > 0) this.#playerOf(userId).push(frame)
  }

  #playerOf(userId: string): LivePlayer {
    const known = this.#players.get(userId)
    if (known) return known
    const player = new LivePlayer((pcm, frame) => this.emit('sound', userId, pcm, frame))
    this.#players.set(userId, player)
    return player
  }

  #send(opcode: VoiceOpcodes, data: object): void {
    this.#deliver(JSON.stringify({ op: opcode, d: data }))
  }

  #deliver(message: string | Buffer): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(message)
  }

  /** Has an effect only while the connection is being made. */
  #fail(reason: string): void {
    const { channelId } = this.#options
    this.#ready.reject(new Error(`Cannot listen in channel "${channelId}": ${reason}`))
  }
}

/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000
const NOTHING_RECEIVED = -1
/** RFC 6455 section 7.4.1. */
const NORMAL_CLOSURE = 1000
const PROTOCOL_ERROR = 1002
/** One second of sound. */
const LONGEST_WAIT = 50
