import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import tls from 'node:tls'
import { type DiscordGatewayAdapterCreator, getVoiceConnection, type VoiceConnection } from '@discordjs/voice'
import { type Client, Status } from 'discord.js'
import type { VoiceOutput } from '../../src/call/link.ts'
import { DiscordVoiceLink } from '../../src/discord/calls/voice-link.ts'
import { VoiceStateBudget } from '../../src/discord/calls/voice-state-budget.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { silentLog } from '../../test/support/silent-log.ts'
import { type Address, BOT } from './hall.ts'

/**
 * The real voice links, whose gateway answers at once and without a limit: Discord lets a connection ask for two
 * channels a second, and hundreds of joins would take minutes.
 */
export function linksTo({ endpoint, certificate }: Address): VoiceOutput {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate])
  const client = standIn(endpoint)
  const budget = new Unlimited(systemClock)
  return {
    open: (guildId, observer) =>
      new DiscordVoiceLink({
        client,
        guildId,
        observer,
        budget,
        clock: systemClock,
        log: silentLog,
        onClose: () => undefined,
      }),
  }
}

/** The library's connection under a link, once its call has its keys. */
export async function connectionOf(guild: string): Promise<VoiceConnection> {
  const connection = getVoiceConnection(guild)
  if (!connection) throw new Error(`no voice connection in guild ${guild}`)
  const deadline = performance.now() + 30_000
  while (!connection.voicePrivacyCode) {
    if (performance.now() > deadline) throw new Error(`the call of guild ${guild} has no keys`)
    await sleep(10)
  }
  return connection
}

class Unlimited extends VoiceStateBudget {
  override async take(): Promise<void> {
    await nextTurn()
  }
}

/** As much of discord.js as a link looks at. */
function standIn(endpoint: string): Client {
  const channel = (id: string) => ({
    id,
    name: id,
    userLimit: 0,
    isVoiceBased: () => true,
    members: { size: 2, has: () => true },
    permissionsFor: () => ({ has: () => true }),
  })
  const guild = (id: string) => ({
    id,
    available: true,
    shardId: 0,
    shard: { status: Status.Ready },
    channels: { cache: { get: channel } },
    members: { me: { id: BOT, isCommunicationDisabled: () => false } },
    voiceAdapterCreator: gatewayOf(id, endpoint),
  })
  const client = { on() {}, off() {}, guilds: { cache: { get: guild } }, channels: { cache: { get: channel } } }
  return client as unknown as Client
}

function gatewayOf(guild: string, endpoint: string): DiscordGatewayAdapterCreator {
  return (library) => ({
    sendPayload: ({ d: { channel_id } }: { d: { channel_id: string | null } }) => {
      if (channel_id === null) return true
      setImmediate(() => {
        const state = { guild_id: guild, channel_id, user_id: BOT, session_id: `bot of ${guild}` }
        library.onVoiceStateUpdate({ ...state, mute: false, suppress: false } as never)
        library.onVoiceServerUpdate({ token: 'bench', guild_id: guild, endpoint })
      })
      return true
    },
    destroy() {},
  })
}
