import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { VoiceCloseCodes, VoiceOpcodes } from 'discord-api-types/voice/v8'
import { WebSocket, WebSocketServer } from 'ws'
import { DAVE_VERSION, type DaveGroup } from '../dave/dave-group.ts'
import { Distance } from '../distance/distance.ts'
import { farSocket } from '../distance/far-socket.ts'
import { LOOPBACK, listen, shut } from '../http/listening.ts'
import { VoiceFaults } from './faults.ts'
import { MediaPacket, MediaSocket, type RemoteAddress } from './media.ts'
import { VoiceProtocolError } from './protocol-error.ts'
import { Room } from './room.ts'
import { ENCRYPTION_MODES, type EncryptionMode } from './rtp.ts'
import { SessionRegistry } from './session-registry.ts'
import { type Identify, type Resume, VoiceConnection, type VoiceHost } from './voice-connection.ts'
import type { VoiceServerEvents } from './voice-server-events.ts'
import { VoiceSession, type VoiceSessionIdentity } from './voice-session.ts'

export type { EncryptionMode } from './rtp.ts'
export type { VoiceServerEvents } from './voice-server-events.ts'

export interface VoiceIdentify {
  readonly guildId: string
  readonly userId: string
  readonly sessionId: string
  readonly token: string
}

export interface VoiceServerOptions {
  readonly tls: { readonly cert: string; readonly key: string }
  /** The channel this identify is good for; undefined closes with 4004. */
  admit(identify: VoiceIdentify): { readonly channelId: string } | undefined
  isDeaf(guildId: string, userId: string): boolean
  /** 1 by default; 0 offers no end-to-end encryption. */
  readonly daveVersion?: 0 | 1
  /** True by default when daveVersion is 1: clients without DAVE are closed with 4017. */
  readonly daveRequired?: boolean
  readonly modes?: readonly EncryptionMode[]
  /** Milliseconds. */
  readonly heartbeatInterval?: number
  readonly distance?: Distance
  /** Plain HTTPS requests on the same port (some REST clients only speak https). */
  readonly onRequest?: (request: IncomingMessage, response: ServerResponse) => void
}

/**
 * Discord's voice gateway v8 and its media server, on loopback: TLS WebSocket, UDP, both transport encryptions, DAVE.
 *
 * @see https://discord.com/developers/docs/topics/voice-connections
 */
export class VoiceServer extends EventEmitter<VoiceServerEvents> {
  readonly faults = new VoiceFaults((guildId, userId) => this.#sessions.ofMember(guildId, userId))
  readonly #options: VoiceServerOptions
  readonly #heartbeatInterval: number
  readonly #https: Server
  readonly #media: MediaSocket
  readonly #connections = new Map<WebSocket, VoiceConnection>()
  readonly #sessions = new SessionRegistry()
  readonly #rooms = new Map<string, Room>()
  #heartbeatCheck: NodeJS.Timeout | undefined

  constructor(options: VoiceServerOptions) {
    super()
    this.#options = options
    this.#heartbeatInterval = options.heartbeatInterval ?? DISCORD_HEARTBEAT_INTERVAL
    this.#https = createServer(options.tls, options.onRequest ?? refuseRequest)
    this.#https.on('connection', (socket) => {
      if (this.faults.away) socket.destroy()
    })
    const { distance = new Distance() } = options
    const sockets = new WebSocketServer({
      server: this.#https,
      maxPayload: LONGEST_MESSAGE,
      WebSocket: farSocket(distance, 'voice'),
    })
    sockets.on('connection', (socket) => {
      this.#connections.set(socket, new VoiceConnection(socket, this.#host, this.#heartbeatInterval))
    })
    this.#media = new MediaSocket(
      {
        guildOf: (ssrc) => this.#sessions.ofSsrc(ssrc)?.identity.guildId,
        discovered: (ssrc, remote) => this.#sessions.ofSsrc(ssrc)?.discovered(remote) ?? false,
        rtp: (ssrc, datagram, remote, arrival) => this.#receive(ssrc, datagram, remote, arrival),
      },
      this.faults,
      distance,
    )
  }

  /** A member's voice session. */
  session(guildId: string, userId: string): VoiceSession | undefined {
    return this.#sessions.ofMember(guildId, userId)
  }

  /** Takes no connections until it is back, and cuts those it has. */
  goAway(): void {
    this.faults.away = true
    for (const socket of this.#connections.keys()) socket.terminate()
  }

  async listen(): Promise<void> {
    await Promise.all([listen(this.#https), this.#media.bind(LOOPBACK)])
    this.#heartbeatCheck = setInterval(() => {
      for (const connection of this.#connections.values()) connection.check()
    }, MISSED_HEARTBEATS * this.#heartbeatInterval)
  }

  /** `localhost:PORT`, what VOICE_SERVER_UPDATE carries. */
  get endpoint(): string {
    return `localhost:${(this.#https.address() as AddressInfo).port}`
  }

  /** Ends a member's voice session: kicked, moved (4014), channel deleted (4022), … */
  disconnect(guildId: string, userId: string, closeCode: number): void {
    const session = this.#sessions.ofMember(guildId, userId)
    if (session) this.#end(session, closeCode)
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeatCheck)
    for (const session of this.#sessions.all) this.#end(session, GOING_AWAY)
    for (const socket of this.#connections.keys()) socket.terminate()
    await Promise.all([shut(this.#https), this.#media.close()])
  }

  readonly #host: VoiceHost = {
    identify: (message, socket) => this.#identify(message, socket),
    resume: (message, socket) => this.#resume(message, socket),
    select: (session, mode) => this.#select(session, mode),
    speak: (session, flags) => {
      if (this.#rooms.get(session.identity.channelId)?.speak(session, flags)) this.emit('speaking', session, flags)
    },
    group: (session) => this.#group(session),
    closed: (session, socket, code) => this.#closed(session, socket, code),
  }

  #identify(message: Identify, socket: WebSocket): VoiceSession | undefined {
    const { guildId, userId, sessionId, token, maxDaveVersion } = message
    const faults = this.faults.in(guildId)
    if (faults.closeIdentifies !== undefined) {
      throw new VoiceProtocolError(faults.closeIdentifies, 'Closed on purpose')
    }
    if (faults.ignoreIdentifies > 0) {
      faults.ignoreIdentifies--
      return undefined
    }
    const admission = this.#options.admit({ guildId, userId, sessionId, token })
    if (!admission) throw new VoiceProtocolError(VoiceCloseCodes.AuthenticationFailed, 'Authentication failed')
    const offered = this.#options.daveVersion ?? DAVE_VERSION
    if (maxDaveVersion < offered && (this.#options.daveRequired ?? true)) {
      throw new VoiceProtocolError(
        VoiceCloseCodes.EndToEndEncryptionDAVEProtocolRequired,
        'E2EE/DAVE protocol required',
      )
    }
    this.disconnect(guildId, userId, VoiceCloseCodes.SessionNoLongerValid)

    const daveVersion = Math.min(offered, maxDaveVersion)
    const { channelId } = admission
    const ssrc = this.#sessions.nextSsrc()
    const session = new VoiceSession({ guildId, channelId, userId, sessionId, token, ssrc, daveVersion }, socket)
    this.#sessions.add(session)
    session.sendUnnumbered(VoiceOpcodes.Ready, {
      ssrc,
      ip: this.#media.address.address,
      port: this.#media.address.port,
      modes: this.#options.modes ?? ENCRYPTION_MODES,
      experiments: [],
      streams: [],
    })
    if (faults.spoilReadies > 0) {
      faults.spoilReadies--
      socket.send(Buffer.of(0xff))
    }
    this.emit('identified', session)
    return session
  }

  #resume({ guildId, sessionId, token, acknowledged }: Resume, socket: WebSocket): VoiceSession {
    const session = this.#sessions.ofToken(guildId, sessionId, token)
    if (!session || this.faults.in(guildId).refuseResumes || !session.resume(socket, acknowledged)) {
      throw new VoiceProtocolError(VoiceCloseCodes.SessionNoLongerValid, 'Session no longer valid')
    }
    this.emit('resumed', session)
    return session
  }

  #select(session: VoiceSession, mode: EncryptionMode): void {
    if (!(this.#options.modes ?? ENCRYPTION_MODES).includes(mode)) {
      throw new VoiceProtocolError(VoiceCloseCodes.UnknownEncryptionMode, 'Unknown encryption mode')
    }
    if (!session.describe(mode)) {
      throw new VoiceProtocolError(VoiceCloseCodes.BadRequest, 'The protocol is selected once, after IP discovery')
    }
    this.#roomOf(session.identity).enter(session)
    this.emit('ready', session)
  }

  #group({ identity, status }: VoiceSession): DaveGroup {
    const room = this.#rooms.get(identity.channelId)
    if (!room || identity.daveVersion === 0 || status !== 'ready') {
      throw new VoiceProtocolError(VoiceCloseCodes.BadRequest, 'There is no end-to-end encryption here')
    }
    return room.group
  }

  #receive(ssrc: number, datagram: Buffer, remote: RemoteAddress, arrival: number): void {
    const session = this.#sessions.ofSsrc(ssrc)
    const media = session?.media
    if (!session || !media || media.remote.port !== remote.port) return
    const listeners = this.#rooms.get(session.identity.channelId)?.listenersOf(session) ?? NOBODY
    const watched = this.listenerCount('packet') > 0
    if (listeners.length === 0 && !watched) return
    const packet = new MediaPacket(datagram, media.cipher, arrival)
    if (watched) this.emit('packet', session, packet)
    if (listeners.length === 0 || packet.payload === undefined) return
    for (const listener of listeners) listener.hear(packet, packet.payload, this.#send)
  }

  readonly #send = (datagram: Buffer, remote: RemoteAddress): void => this.#media.send(datagram, remote)

  #closed(session: VoiceSession | undefined, socket: WebSocket, code: number): void {
    this.#connections.delete(socket)
    this.emit('closed', session, code)
    // A session that has been resumed already lives on another socket.
    if (session?.socket !== socket) return
    const maySeeItAgain =
      code !== NORMAL_CLOSURE && session.detach(RESUME_WINDOW, () => this.#end(session, NORMAL_CLOSURE))
    if (!maySeeItAgain) this.#end(session, NORMAL_CLOSURE)
  }

  #end(session: VoiceSession, closeCode: number): void {
    if (session.status === 'left') return
    const { socket } = session
    session.leave()
    this.#sessions.delete(session)
    // The others keep the keys of somebody who does not know yet that she is out.
    if (socket?.readyState === WebSocket.OPEN) {
      socket.once('close', () => this.#depart(session))
      socket.close(closeCode)
    } else this.#depart(session)
    this.emit('left', session)
  }

  #depart(session: VoiceSession): void {
    const { channelId } = session.identity
    setTimeout(() => this.#sessions.deleteSsrc(session), ON_THE_WAY).unref()
    const room = this.#rooms.get(channelId)
    room?.leave(session)
    if (room?.size === 0) {
      room.close()
      this.#rooms.delete(channelId)
    }
  }

  #roomOf({ channelId, guildId }: VoiceSessionIdentity): Room {
    const existing = this.#rooms.get(channelId)
    if (existing) return existing
    const room = new Room(channelId, () => this.faults.in(guildId), this.#options.isDeaf)
    this.#rooms.set(channelId, room)
    return room
  }
}

/** What Discord says in op 8, in milliseconds. */
const DISCORD_HEARTBEAT_INTERVAL = 13_750
/** After so many silent intervals a connection is taken for dead. */
const MISSED_HEARTBEATS = 3
/** How long a session waits for its next socket, in milliseconds. */
const RESUME_WINDOW = 10_000
/** Datagrams that a member sent before it knew that its session is over arrive within so many milliseconds. */
const ON_THE_WAY = 50
/** A welcome to a full channel has some ten kilobytes. */
const LONGEST_MESSAGE = 2 ** 20
/** RFC 6455 section 7.4.1. */
const NORMAL_CLOSURE = 1000
const GOING_AWAY = 1001
const NOBODY: readonly VoiceSession[] = []

function refuseRequest(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404).end()
}
