import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import tls from 'node:tls'
import {
  type DiscordGatewayAdapterLibraryMethods,
  entersState,
  joinVoiceChannel,
  type VoiceConnection,
  VoiceConnectionStatus,
} from '@discordjs/voice'
import { selfSignedCertificate } from '../../src/certificate.ts'
import { Listener, type ListenerOptions } from '../../src/listener/listener.ts'
import { VoiceServer, type VoiceServerOptions } from '../../src/voice/voice-server.ts'

const certificate = selfSignedCertificate(Date.now())
tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.cert])

export const GUILD = '100'
export const CHANNEL = '200'
export const BOT = '300'
export const ANN = '301'
export const BOB = '302'
export const CARL = '303'

/** A voice server and those who connect to it; disposing of it leaves nothing behind. */
export class Scene {
  readonly server: VoiceServer
  readonly #admitted = new Map<string, { userId: string; sessionId: string; channelId: string }>()
  readonly #deaf = new Set<string>([BOT])
  readonly #connections = new Set<VoiceConnection>()
  readonly #listeners = new Set<Listener>()

  static async open(options: Partial<VoiceServerOptions> = {}): Promise<Scene> {
    const scene = new Scene(options)
    await scene.server.listen()
    return scene
  }

  private constructor(options: Partial<VoiceServerOptions>) {
    this.server = new VoiceServer({
      tls: certificate,
      admit: ({ token, userId, sessionId }) => {
        const admission = this.#admitted.get(token)
        return admission?.userId === userId && admission.sessionId === sessionId ? admission : undefined
      },
      isDeaf: (_guildId, userId) => this.#deaf.has(userId),
      ...options,
    })
  }

  /** What a member would get from the gateway. */
  admit(userId: string, channelId = CHANNEL): ListenerOptions {
    const admission = { userId, channelId, sessionId: randomUUID() }
    const token = randomUUID()
    this.#admitted.set(token, admission)
    return { ...admission, token, guildId: GUILD, endpoint: this.server.endpoint, ca: certificate.cert }
  }

  /** The unmodified library; the adapter stands in for the gateway. */
  join(userId = BOT, options: { daveEncryption?: boolean } = {}): VoiceConnection {
    const connection = joinVoiceChannel({
      guildId: GUILD,
      channelId: CHANNEL,
      group: userId,
      selfDeaf: true,
      ...options,
      adapterCreator: (methods) => ({
        sendPayload: (payload) => {
          if (payload.d.channel_id) setImmediate(() => this.#answer(methods, userId))
          else this.server.disconnect(GUILD, userId, 4014)
          return true
        },
        destroy: () => {},
      }),
    })
    connection.on('error', () => {})
    this.#connections.add(connection)
    return connection
  }

  async ready(userId = BOT, options: { daveEncryption?: boolean } = {}): Promise<VoiceConnection> {
    return entersState(this.join(userId, options), VoiceConnectionStatus.Ready, 10_000)
  }

  async listen(userId: string): Promise<Listener> {
    const listener = await Listener.connect(this.admit(userId))
    this.#listeners.add(listener)
    return listener
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const connection of this.#connections) {
      if (connection.state.status !== VoiceConnectionStatus.Destroyed) connection.destroy()
    }
    for (const listener of this.#listeners) await listener.close()
    await this.server.close()
  }

  #answer(methods: DiscordGatewayAdapterLibraryMethods, userId: string): void {
    const { token, sessionId, endpoint } = this.admit(userId)
    const member = { guild_id: GUILD, channel_id: CHANNEL, user_id: userId, session_id: sessionId }
    methods.onVoiceStateUpdate(member as never)
    methods.onVoiceServerUpdate({ token, guild_id: GUILD, endpoint })
  }
}

/** Waits until everybody shares one group's keys: the bots say so in their privacy codes, the listeners in their lists. */
export async function grouped(size: number, ...members: (Listener | VoiceConnection)[]): Promise<void> {
  for (const member of members) {
    if (member instanceof Listener) while (member.group.length !== size) await once(member, 'transitioned')
    else while (!member.voicePrivacyCode) await once(member, 'transitioned')
  }
}
