import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { APIUser, ApplicationFlags, GatewayVoiceStateUpdateData } from 'discord-api-types/v10'
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { WebSocketServer } from 'ws'
import { Distance } from '../distance/distance.ts'
import { farSocket } from '../distance/far-socket.ts'
import { targetOf } from '../http/target.ts'
import type { WorldChange } from '../world/changes.ts'
import type { Guild } from '../world/guild.ts'
import type { World } from '../world/world.ts'
import { GatewayConnection, type GatewayHost } from './connection.ts'
import { type Dispatch, dispatch, dispatchOf } from './dispatches.ts'
import { type LoginOptions, Logins } from './logins.ts'
import type { GatewaySession } from './session.ts'
import { GatewaySessions } from './sessions.ts'

export interface GatewayOptions {
  readonly world: World
  authenticate(token: string): APIUser | undefined
  /** Privileged intents that are switched off for the bots; none by default. */
  readonly deniedIntents?: number
  /** 41,250 by default, as at Discord. */
  readonly heartbeatInterval?: number
  /** How long a session waits for its client to come back. */
  readonly resumeWindow?: number
  readonly distance?: Distance
  readonly logins?: LoginOptions
}

export interface GatewayEvents {
  voice: [session: GatewaySession, request: GatewayVoiceStateUpdateData]
  identified: [session: GatewaySession]
  /** An identified client's connection is gone; its session may come back. */
  disconnected: [session: GatewaySession]
  resumed: [session: GatewaySession]
  /** The session can no longer be resumed. */
  ended: [session: GatewaySession]
}

/** The gateway, version 10: sessions, and what they are told of the world. */
export class GatewayServer extends EventEmitter<GatewayEvents> implements GatewayHost {
  readonly world: World
  readonly sessions: GatewaySessions
  readonly deniedIntents: number
  readonly heartbeatInterval: number
  readonly authenticate: (token: string) => APIUser | undefined
  readonly logins: Logins
  /** Whoever identifies while this is on gets no READY. */
  silent = false
  /** What READY names for resuming; known once the server listens. */
  url = ''
  readonly #sockets: WebSocketServer
  readonly #connections = new Set<GatewayConnection>()
  readonly #tell = (change: WorldChange) => this.#broadcast(change)

  constructor(options: GatewayOptions) {
    super()
    const { world, authenticate, deniedIntents = 0, heartbeatInterval = 41_250, resumeWindow = 5_000 } = options
    this.world = world
    const { distance = new Distance() } = options
    this.#sockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      WebSocket: farSocket(distance, 'gateway'),
    })
    this.deniedIntents = deniedIntents
    this.heartbeatInterval = heartbeatInterval
    this.authenticate = authenticate
    this.logins = new Logins(world.clock, options.logins)
    this.sessions = new GatewaySessions(world.clock, resumeWindow)
    this.sessions.on('ended', (session) => this.emit('ended', session))
    world.on('change', this.#tell)
  }

  /** Takes over an HTTP upgrade. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection = new GatewayConnection(opened, targetOf(request).query, this)
      this.#connections.add(connection)
      opened.on('close', () => {
        this.#connections.delete(connection)
        if (connection.session) this.emit('disconnected', connection.session)
      })
    })
  }

  /** Open connections; the handle for everything that can go wrong with them. */
  get connections(): ReadonlySet<GatewayConnection> {
    return this.#connections
  }

  /** Cuts every TCP connection without a close frame. */
  cut(): void {
    for (const socket of this.#sockets.clients) socket.terminate()
  }

  /** The open connections of one bot that have a session. */
  connectionsOf(userId: string): GatewayConnection[] {
    return [...this.#connections].filter(({ session }) => session?.userId === userId)
  }

  /** Tells the sessions of one bot that serve a guild. */
  tell(userId: string, guildId: string, news: Dispatch): void {
    for (const session of this.sessions) {
      if (session.userId === userId && session.serves(guildId)) session.dispatch(news)
    }
  }

  requestVoice(session: GatewaySession, request: GatewayVoiceStateUpdateData): void {
    this.emit('voice', session, request)
  }

  welcome(session: GatewaySession): Dispatch[] {
    const guilds = [...this.world.guilds.values()].filter((guild) => this.#concerns(guild, session))
    this.emit('identified', session)
    const ready = dispatch(GatewayDispatchEvents.Ready, {
      v: 10,
      user: { ...session.user, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      // Nothing for bots, but some clients read them.
      ...({ private_channels: [], relationships: [], presences: [], user_settings: {} } as object),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: [...session.shard],
      application: { id: session.userId, flags: 0 as ApplicationFlags, flags_new: '0' },
    })
    const added = guilds.map((guild) => dispatchOf(this.world, { kind: 'guild-added', guild }, session))
    return [ready, ...added.filter((news) => news !== undefined)]
  }

  resumed(session: GatewaySession): void {
    this.emit('resumed', session)
  }

  close(): void {
    this.world.off('change', this.#tell)
    this.sessions.close()
    this.cut()
    this.#sockets.close()
  }

  #broadcast(change: WorldChange): void {
    for (const session of this.sessions) {
      if (!this.#concerns(change.guild, session)) continue
      const news = dispatchOf(this.world, change, session)
      if (news) session.dispatch(news)
    }
  }

  #concerns(guild: Guild, session: GatewaySession): boolean {
    return guild.members.has(session.userId) && session.serves(guild.id)
  }
}
