import { join } from 'node:path'
import { commands } from '../commands/index.ts'
import { openPacketCache } from './audio/open-packet-cache.ts'
import { openEncoders } from './audio/opus.ts'
import { fencedOutput } from './call/fenced-output.ts'
import { IntentKeeper } from './call/intents.ts'
import { Recordings } from './call/recordings.ts'
import { VoiceSessions } from './call/sessions.ts'
import type { Config } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { botBudgets, operatorLimits } from './config/operator-limits.ts'
import { announceVoiceTroubles } from './discord/calls/voice-notices.ts'
import {
  channelBitrate,
  channelExists,
  countListeners,
  discordVoiceOutput,
  isAgeRestricted,
} from './discord/calls/voice-output.ts'
import { createClient, gatewayEnded, gatewayReady, onGatewayBack, onGatewayEvent } from './discord/client.ts'
import { watchDepartures } from './discord/departures.ts'
import { DiscordClock, watchDiscordTime } from './discord/discord-clock.ts'
import { botIdOf, type GatewayOptions, openGateway } from './discord/gateway/open-gateway.ts'
import { greetServers } from './discord/greeting.ts'
import { attachmentReader } from './discord/interactions/attachments.ts'
import { CommandMentions } from './discord/interactions/command-mentions.ts'
import { Interactions } from './discord/interactions/interactions.ts'
import { keepRegistered } from './discord/interactions/register-commands.ts'
import { invitationLink } from './discord/invitation.ts'
import { repeatMarker } from './discord/messages/mark-repeat.ts'
import { messageHistory } from './discord/messages/message-history.ts'
import { feedPresence, feedReader } from './discord/messages/reader-events.ts'
import { LoginBrake } from './fleet/login-brake.ts'
import { openOwnership } from './fleet/open-ownership.ts'
import { describeHolder, type Ownership } from './fleet/ownership.ts'
import { systemClock } from './kernel/clock.ts'
import type { Log } from './kernel/log.ts'
import { type Host, openHost } from './observe/http/open-host.ts'
import { unreadiness } from './observe/http/readiness.ts'
import { observeVoice } from './observe/observe.ts'
import { observeCache } from './observe/observe-cache.ts'
import { speechObservation } from './observe/speech-observation.ts'
import { CatchUp } from './reader/catch-up.ts'
import { HandledLog } from './reader/handled.ts'
import { Presence } from './reader/presence.ts'
import { ChannelReader } from './reader/reader.ts'
import { warmText } from './reader/warm-text.ts'
import { HourlyAllowance } from './settings/hourly-allowance.ts'
import { openSettings } from './settings/open.ts'
import { scheduleBackups } from './settings/scheduled-backups.ts'
import { usageBudget } from './settings/usage-budget.ts'
import { costOf } from './speech/cost.ts'
import { findEspeak } from './speech/engines/espeak/find-espeak.ts'
import { openEngine } from './speech/open-engine.ts'
import { voicesByEngine } from './speech/voices/voices-by-engine.ts'
import { languageDetector } from './text/language/detect.ts'

/** How long a stopping process may finish its sentences, and then say goodbye to Discord. */
const DRAIN_MS = 30_000
const GOODBYE_MS = 3_000

export interface Started {
  readonly name: string
  /** How many servers the bot is in. */
  readonly servers: number
  /** Where a person adds it to another server. */
  readonly invitation: string
}

export interface App {
  /** Resolves when the bot is online and its commands work. */
  start(): Promise<Started>
  /** Resolves with the close code when Discord has ended a gateway connection for good: the token is not valid any more. */
  readonly ended: Promise<number>
  /** Resolves when another process has taken this one's shards: nothing may be sent to Discord any more. */
  readonly lost: Promise<void>
  /** What is open at this moment for the sake of voice channels: nothing, when the bot is in none. */
  held(): Readonly<Record<'sessions' | 'players' | 'recordings' | 'encoders', number>>
  /** Finishes the sentences that are being said, leaves the voice channels and closes every connection. */
  stop(): Promise<void>
}

const MEGABYTE = 1_000_000
const HOUR = 3_600_000

/** The whole bot, built from its configuration. The one place where ports and adapters meet. */
export async function createApp(config: Config & { readonly DISCORD_TOKEN: string }, log: Log): Promise<App> {
  const clock = systemClock
  const url = config.DATABASE_URL
  const settings = await openSettings({ directory: config.LECTOR_DATA_DIR, clock, ...(url !== undefined && { url }) })
  const limits = operatorLimits(config)
  const engines = configuredEngines(config)
  const espeak = await findEspeak(config.LECTOR_ESPEAK)
  if (config.LECTOR_ESPEAK !== undefined && !espeak) log.warn({}, 'LECTOR_ESPEAK does not name an eSpeak NG program')
  const engine = openEngine(engines, {
    espeak,
    budget: usageBudget(
      settings,
      { ...limits, ...botBudgets(config) },
      new HourlyAllowance(config.LECTOR_MEMBER_HOUR_BUDGET, clock),
    ),
    observation: speechObservation(log, (...replaced) => host?.metrics.engineReplaced(...replaced)),
  })
  const kept = await openPacketCache({
    memoryBytes: config.LECTOR_CACHE_MB * MEGABYTE,
    diskBytes: config.LECTOR_CACHE_DISK_MB * MEGABYTE,
    directory: join(config.LECTOR_DATA_DIR, 'speech'),
    clock,
    log,
  })
  const client = createClient(config.DISCORD_API, log)
  const discordClock = new DiscordClock(clock)
  watchDiscordTime(client, discordClock)
  onGatewayEvent(client, (event) => host?.metrics.gateway(event))
  const recordings = new Recordings({
    engine,
    source: engines[0]!.source,
    ...kept,
    ...(kept && { cache: observeCache(kept.cache, (found) => host?.metrics.cacheAsked(found)) }),
  })
  let owned: Ownership | undefined
  const mayAct = () => owned?.isValid ?? true
  const output = discordVoiceOutput(client, clock, log)
  const sessions = new VoiceSessions({
    output: fencedOutput(output, mayAct),
    engine,
    recordings,
    queueLimit: config.LECTOR_QUEUE_LIMIT,
    bitrate: (channelId) => channelBitrate(client, channelId),
    clock,
  })
  const { voicesOf, voiceFor, assignableVoices } = voicesByEngine(engine, engines, config.LECTOR_VOICE)
  const operator = { ...limits, engine: engine.id, voiceFor }
  const handled = new HandledLog(settings.handled, clock, log)
  const reader = new ChannelReader({
    handled,
    sessions,
    settings,
    operator,
    assignableVoices,
    detector: languageDetector,
    isAgeRestricted: (channelId) => isAgeRestricted(client, channelId),
    markRepeat: repeatMarker(client, log),
    clock: discordClock,
    log,
  })
  const catchUp = new CatchUp({ sessions, settings, reader, history: messageHistory(client), clock: discordClock, log })
  const listeners = (channelId: string) => countListeners(client, channelId)
  const presence = new Presence({ sessions, settings, operator, listeners, clock, log })
  const exists = (guildId: string, channelId: string) => channelExists(client, guildId, channelId)
  const intents = new IntentKeeper({ sessions, presence: output, intents: settings.intents, exists, clock, log })
  const services = {
    sessions,
    intents,
    settings,
    database: url === undefined ? ('sqlite' as const) : ('postgres' as const),
    reader,
    presence,
    operator,
    voicesOf,
    assignableVoices,
    engine,
    engines,
    readAttachment: attachmentReader(config.DISCORD_API),
    privacyUrl: config.LECTOR_PRIVACY_URL,
    maxCharacters: config.LECTOR_MAX_CHARACTERS,
    clockSkew: () => discordClock.skew,
  }
  const mentions = new CommandMentions(commands)
  const interactions = new Interactions({ commands, services, mentions, log })

  const stopping = new AbortController()
  const askDatabase = () => settings.intents.list()
  const host: Host | undefined =
    config.LECTOR_HTTP &&
    (await openHost({
      address: config.LECTOR_HTTP,
      sessions,
      unmet: () => intents.unmet,
      servers: () => client.guilds.cache.size,
      costOf: (receipt) => costOf(receipt, engines),
      unready: () =>
        unreadiness({ gatewayReady: () => gatewayReady(client), askDatabase, stopping: stopping.signal, clock }),
      facts: () => ({ servers: client.guilds.cache.size, engine: engine.id, database: services.database }),
    }))
  if (host) log.info({ url: host.url }, 'answering the host')

  const bot = botIdOf(config.DISCORD_TOKEN)
  const brake = new LoginBrake({ bot, starts: settings.failedStarts, clock, log })
  const gateway: GatewayOptions = {
    token: config.DISCORD_TOKEN,
    ownership: openOwnership({
      several: url !== undefined,
      directory: config.LECTOR_DATA_DIR,
      ledger: settings.fleet,
      bot,
      clock,
      log,
    }),
    shards: config.LECTOR_SHARDS,
    perProcess: url === undefined ? undefined : config.LECTOR_SHARDS_PER_PROCESS,
    brake,
    clock,
    log,
    onStandby: (holders) =>
      log.info({ holders: holders.map(describeHolder) }, 'standby: other processes run all shards'),
    onLimits: ({ remaining }) => host?.metrics.identifiesLeft(remaining),
  }
  const lost = Promise.withResolvers<void>()

  observeVoice(sessions, log)
  announceVoiceTroubles({ client, sessions, mentions, clock, log })
  const greetings = greetServers({ client, mentions, log }, () => mayAct() && !stopping.signal.aborted)
  onGatewayBack(client, () => {
    intents.reconcileBothWays()
    catchUp.gatewayBack()
  })
  interactions.listen(client, mayAct)
  feedReader(client, reader, log, () => mayAct() && !stopping.signal.aborted)
  feedPresence(client, presence, stopping.signal)
  void reader.applySettings(stopping.signal)
  const { LECTOR_BACKUP_EVERY: hours, LECTOR_BACKUP_KEEP: keep } = config
  if (settings.backup && hours !== undefined) {
    const folder = join(config.LECTOR_DATA_DIR, 'backups')
    void scheduleBackups({ backup: settings.backup, folder, everyMs: hours * HOUR, keep, clock, log }, stopping.signal)
  }
  watchDepartures({ client, data: settings.data, clock, log }, stopping.signal)

  return {
    async start() {
      // What the first text would wait for is made ready while Discord lets us in, which takes a while too.
      void engine.warm?.()
      warmText(operator)
      owned = await openGateway(client, gateway, stopping.signal)
      void owned.lost.then(() => lost.resolve())
      void brake.settle(stopping.signal)
      if (!stopping.signal.aborted) await intents.start((guilds) => catchUp.expect(guilds))
      await keepRegistered(client, commands, { mentions, clock, log }, stopping.signal)
      void greetings.greetMissed()
      const servers = client.guilds.cache.size
      log.info(
        {
          user: client.user?.id,
          guilds: servers,
          engine: engine.id,
          shards: owned.shards,
          shardCount: owned.shardCount,
        },
        'ready',
      )
      const invitation = invitationLink(client.application?.id ?? '')
      return { name: client.user?.username ?? '', servers, invitation }
    },
    ended: gatewayEnded(client),
    lost: lost.promise,
    held: () => ({
      sessions: sessions.size,
      players: sessions.playing,
      recordings: recordings.running,
      encoders: openEncoders(),
    }),
    async stop() {
      stopping.abort()
      intents.stop()
      await sessions.drain(AbortSignal.timeout(DRAIN_MS))
      await handled.flush()
      // discord.js waits for ever where a gateway connection has only just begun.
      await Promise.race([client.destroy(), clock.sleep(GOODBYE_MS, new AbortController().signal)])
      await owned?.release()
      await engine.close()
      await kept?.cache.close()
      await settings.close()
      await host?.close()
    },
  }
}
