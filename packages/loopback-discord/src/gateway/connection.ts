import type {
  APIUser,
  GatewayIdentifyData,
  GatewayRequestGuildMembersData,
  GatewayResumeData,
  GatewaySendPayload,
  GatewayVoiceStateUpdateData,
} from 'discord-api-types/v10'
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10'
import type { RawData, WebSocket } from 'ws'
import { shardOf } from '../snowflake.ts'
import type { World } from '../world/world.ts'
import { type Dispatch, dispatch } from './dispatches.ts'
import { type Compression, encoder, type Send } from './encoding.ts'
import type { Logins } from './logins.ts'
import { membersChunk } from './members-chunk.ts'
import { parsePayload } from './payload.ts'
import { sendLimit } from './send-limit.ts'
import type { GatewaySession } from './session.ts'
import type { GatewaySessions } from './sessions.ts'

/** What a connection asks of the server around it. */
export interface GatewayHost {
  readonly world: World
  readonly sessions: GatewaySessions
  readonly deniedIntents: number
  readonly heartbeatInterval: number
  /** Whoever identifies hears nothing more. */
  readonly silent: boolean
  readonly logins: Logins
  /** The bot whose token it is. */
  authenticate(token: string): APIUser | undefined
  /** What an identified client is told first: READY and its guilds. */
  welcome(session: GatewaySession): readonly Dispatch[]
  /** A client has taken its session up again. */
  resumed(session: GatewaySession): void
  /** Op 4. */
  requestVoice(session: GatewaySession, request: GatewayVoiceStateUpdateData): void
}

/** https://discord.com/developers/docs/events/gateway#sharding */
const MOST_GUILDS_OF_A_SHARD = 2_500

/** One socket of the gateway, from hello to close. */
export class GatewayConnection {
  readonly #socket: WebSocket
  readonly #host: GatewayHost
  readonly #compression: Compression
  readonly #mayStillSend: () => boolean
  #send: Send
  #session: GatewaySession | undefined

  constructor(socket: WebSocket, query: URLSearchParams, host: GatewayHost) {
    this.#socket = socket
    this.#host = host
    const compress = query.get('compress')
    this.#compression = compress === 'zlib-stream' || compress === 'zstd-stream' ? compress : 'none'
    this.#send = encoder(socket, this.#compression)
    this.#mayStillSend = sendLimit(host.world.clock)
    socket.on('message', (data) => this.#receive(data))
    socket.on('close', (code) => this.#closed(code))
    // A broken frame; the close that follows says all there is to say.
    socket.on('error', () => {})
    if ((query.get('v') ?? '10') !== '10') this.close(GatewayCloseCodes.InvalidAPIVersion)
    else this.#send({ op: GatewayOpcodes.Hello, s: null, t: null, d: { heartbeat_interval: host.heartbeatInterval } })
  }

  get session(): GatewaySession | undefined {
    return this.#session
  }

  /** Asks the client to come back and resume. */
  askToReconnect(): void {
    this.#send({ op: GatewayOpcodes.Reconnect, s: null, t: null, d: null })
  }

  /** Takes the session away, and the client has to identify anew; a resumable one is only let go of. */
  invalidate(resumable = false): void {
    if (this.#session && !resumable) this.#host.sessions.end(this.#session)
    if (this.#session && resumable) this.#host.sessions.suspend(this.#session, this.#send)
    this.#session = undefined
    this.#refuseSession(resumable)
  }

  /** Closes with a code, of which some mean that the client need not come back. */
  close(code: number): void {
    this.#socket.close(code, GatewayCloseCodes[code])
  }

  /** Cuts the TCP connection without a close frame. */
  cut(): void {
    this.#socket.terminate()
  }

  #receive(data: RawData): void {
    const payload = parsePayload(data as Buffer)
    if (!this.#mayStillSend()) this.close(GatewayCloseCodes.RateLimited)
    else if (payload) this.#handle(payload)
    else this.close(GatewayCloseCodes.DecodeError)
  }

  #handle(payload: GatewaySendPayload): void {
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        this.#send({ op: GatewayOpcodes.HeartbeatAck, s: null, t: null, d: null })
        break
      case GatewayOpcodes.Identify:
        this.#identify(payload.d)
        break
      case GatewayOpcodes.Resume:
        this.#resume(payload.d)
        break
      default:
        if (this.#session) this.#handleIdentified(this.#session, payload)
        else this.close(GatewayCloseCodes.NotAuthenticated)
    }
  }

  #handleIdentified(session: GatewaySession, payload: GatewaySendPayload): void {
    switch (payload.op) {
      case GatewayOpcodes.VoiceStateUpdate:
        this.#host.requestVoice(session, payload.d)
        break
      case GatewayOpcodes.RequestGuildMembers:
        this.#requestMembers(session, payload.d)
        break
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.RequestSoundboardSounds:
        break
      default:
        this.close(GatewayCloseCodes.UnknownOpcode)
    }
  }

  #identify({ token, intents, shard: [id, count] = [0, 1], compress }: GatewayIdentifyData): void {
    if (this.#session) {
      this.close(GatewayCloseCodes.AlreadyAuthenticated)
      return
    }
    const user = this.#userOf(token)
    if (!user) {
      this.close(GatewayCloseCodes.AuthenticationFailed)
      return
    }
    if (!Number.isSafeInteger(intents) || intents < 0) {
      this.close(GatewayCloseCodes.InvalidIntents)
      return
    }
    if ((intents & this.#host.deniedIntents) !== 0) {
      this.close(GatewayCloseCodes.DisallowedIntents)
      return
    }
    if (!(id >= 0 && id < count)) {
      this.close(GatewayCloseCodes.InvalidShard)
      return
    }
    const guilds = [...this.#host.world.guilds.values()].filter((guild) => guild.members.has(user.id))
    if (guilds.filter((guild) => shardOf(guild.id, count) === id).length > MOST_GUILDS_OF_A_SHARD) {
      this.close(GatewayCloseCodes.ShardingRequired)
      return
    }
    const login = this.#host.logins.take(id)
    if (login === 'used-up') this.close(GatewayCloseCodes.AuthenticationFailed)
    if (login === 'too-early') this.#send({ op: GatewayOpcodes.InvalidSession, s: null, t: null, d: false })
    if (login !== 'ok') return
    if (compress && this.#compression === 'none') this.#send = encoder(this.#socket, 'payload')
    const session = this.#host.sessions.open({ user, intents, shard: [id, count] })
    this.#session = session
    session.attach(this.#send, 0)
    if (this.#host.silent) return
    for (const greeting of this.#host.welcome(session)) session.dispatch(greeting)
  }

  #resume({ token, session_id, seq }: GatewayResumeData): void {
    const user = this.#userOf(token)
    const session = user && this.#host.sessions.resume(session_id, user.id)
    if (!session?.canReplay(seq)) {
      this.#refuseSession()
      return
    }
    this.#session = session
    session.attach(this.#send, seq)
    session.dispatch(dispatch(GatewayDispatchEvents.Resumed, undefined))
    this.#host.resumed(session)
  }

  /** Discord takes tokens with and without the prefix that REST needs. */
  #userOf(token: unknown): APIUser | undefined {
    return typeof token === 'string' ? this.#host.authenticate(token.replace(/^Bot /, '')) : undefined
  }

  #refuseSession(resumable = false): void {
    this.#send({ op: GatewayOpcodes.InvalidSession, s: null, t: null, d: resumable })
  }

  #requestMembers(session: GatewaySession, request: GatewayRequestGuildMembersData): void {
    const chunk = membersChunk(this.#host.world, session, request)
    if (chunk) session.dispatch(dispatch(GatewayDispatchEvents.GuildMembersChunk, chunk))
  }

  /** A client that closes with 1000 or 1001 is done; after any other end its session waits for a resume. */
  #closed(code: number): void {
    if (!this.#session) return
    if (code === 1000 || code === 1001) this.#host.sessions.end(this.#session)
    else this.#host.sessions.suspend(this.#session, this.#send)
  }
}
