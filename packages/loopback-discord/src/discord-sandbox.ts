import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { APIUser } from 'discord-api-types/v10'
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import { type Certificate, selfSignedCertificate } from './certificate.ts'
import { CommandRegistry } from './commands/command-registry.ts'
import { Distance, type DistanceOptions } from './distance/distance.ts'
import { dispatch } from './gateway/dispatches.ts'
import { GatewayServer } from './gateway/gateway-server.ts'
import type { LoginOptions } from './gateway/logins.ts'
import { LOOPBACK, listen, shut } from './http/listening.ts'
import { Answers } from './interactions/answers.ts'
import { Interactions } from './interactions/interactions.ts'
import { attachmentRoutes, channelRoutes } from './rest/channel-routes.ts'
import { commandRoutes } from './rest/command-routes.ts'
import { gatewayRoutes, openGatewayRoutes } from './rest/gateway-routes.ts'
import { guildRoutes } from './rest/guild-routes.ts'
import { interactionRoutes } from './rest/interaction-routes.ts'
import { RestServer } from './rest/rest-server.ts'
import { userRoutes } from './rest/user-routes.ts'
import { VoiceServer, type VoiceServerOptions } from './voice/voice-server.ts'
import { VoiceSwitchboard } from './voice-switchboard.ts'
import { World } from './world/world.ts'

export interface DiscordSandboxOptions {
  readonly world?: World
  /** What `GET /gateway/bot` recommends. */
  readonly shards?: number
  /** How often bots may log in. */
  readonly logins?: LoginOptions
  /** Privileged intents that are switched off for the bots; none by default. */
  readonly deniedIntents?: number
  readonly heartbeatInterval?: number
  /** How long a gateway session waits for its client to come back; 5 s by default. */
  readonly resumeWindow?: number
  /** Round trips in milliseconds; none by default. */
  readonly distance?: DistanceOptions
  readonly voice?: Pick<VoiceServerOptions, 'daveVersion' | 'daveRequired' | 'modes' | 'heartbeatInterval'>
}

/**
 * A Discord on loopback that unmodified client libraries log in to: REST v10 (over HTTP and HTTPS), gateway v10, voice
 * gateway v8. A client needs `api`, a token from `addBot`, and trust in `certificate` for voice.
 */
export class DiscordSandbox {
  readonly world: World
  readonly commands: CommandRegistry
  readonly interactions: Interactions
  readonly gateway: GatewayServer
  readonly rest: RestServer
  readonly voice: VoiceServer
  readonly switchboard: VoiceSwitchboard
  readonly certificate: Certificate
  /** How far away it is from every client. */
  readonly distance: Distance
  readonly #http: Server
  readonly #bots = new Map<string, APIUser>()
  #port = 0

  static async start(options: DiscordSandboxOptions = {}): Promise<DiscordSandbox> {
    const sandbox = new DiscordSandbox(options)
    await sandbox.#listen()
    return sandbox
  }

  private constructor({ world = new World(), shards = 1, voice, distance, ...gateway }: DiscordSandboxOptions) {
    this.world = world
    this.distance = new Distance(distance)
    this.certificate = selfSignedCertificate(world.clock.wall())
    this.commands = new CommandRegistry(world.newId)
    this.interactions = new Interactions(world, this.commands)
    const authenticate = (token: string) => this.#bots.get(token)
    this.gateway = new GatewayServer({ world, authenticate, distance: this.distance, ...gateway })
    const url = () => this.gatewayUrl
    this.rest = new RestServer({
      authenticate,
      distance: this.distance,
      open: [
        ...openGatewayRoutes(url),
        ...interactionRoutes(new Answers(world, this.interactions)),
        ...attachmentRoutes(world),
      ],
      routes: [
        ...gatewayRoutes(url, shards, this.gateway.logins),
        ...userRoutes(world),
        ...commandRoutes(this.commands),
        ...guildRoutes(world),
        ...channelRoutes(world),
      ],
    })
    this.switchboard = new VoiceSwitchboard({ world, gateway: this.gateway, voice: () => this.voice })
    this.voice = new VoiceServer({
      ...voice,
      distance: this.distance,
      tls: this.certificate,
      admit: (identify) => this.switchboard.admit(identify),
      isDeaf: (guildId, userId) => isDeaf(world, guildId, userId),
      onRequest: this.rest.handle,
    })
    this.interactions.on('created', ({ applicationId, guildId }, payload) =>
      this.gateway.tell(applicationId, guildId, dispatch(GatewayDispatchEvents.InteractionCreate, payload)),
    )
    this.#http = createServer(this.rest.handle)
    this.#http.on('upgrade', (request, socket, head) => this.gateway.accept(request, socket, head))
  }

  /** What clients take as the base of REST: `http://127.0.0.1:PORT/api`. */
  get api(): string {
    return `http://${LOOPBACK}:${this.#port}/api`
  }

  get gatewayUrl(): string {
    return `ws://${LOOPBACK}:${this.#port}`
  }

  /** A bot user and its token, in Discord's shape: some clients read the application's id out of the first part. */
  addBot(username: string): { readonly user: APIUser; readonly token: string } {
    const user = this.world.addUser({ username, bot: true })
    const parts = [Buffer.from(user.id), randomBytes(4), randomBytes(24)]
    const token = parts.map((part) => part.toString('base64url')).join('.')
    this.#bots.set(token, user)
    return { user, token }
  }

  async close(): Promise<void> {
    this.gateway.close()
    await Promise.all([this.voice.close(), shut(this.#http)])
  }

  async #listen(): Promise<void> {
    const [port] = await Promise.all([listen(this.#http), this.voice.listen()])
    this.#port = port
    this.gateway.url = this.gatewayUrl
    this.world.messages.attachmentBase = `http://${LOOPBACK}:${port}/attachments`
  }
}

function isDeaf(world: World, guildId: string, userId: string): boolean {
  const state = world.voiceStates.get(guildId, userId)
  return state !== undefined && (state.self_deaf || state.deaf)
}
