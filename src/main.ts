import { createApp, type Started } from './app.ts'
import { ConfigError, readConfig } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { loadEnvironment } from './environment.ts'
import { exitCodeOf, exitCodeOfGateway, FAILED, STOPPED } from './exit-codes.ts'
import { createLog } from './observe/log.ts'
import { reportResources } from './observe/resources.ts'
import { misspeltVoice } from './speech/voices/misspelt-voice.ts'
import { explainStartError } from './start-error.ts'
import { onStopSignal } from './stop-signals.ts'
import { notifySystemd } from './systemd.ts'
import { untilDatabaseAnswers } from './wait-for-database.ts'

/** Sentences may be finished for 30 s of it. */
const STOP_DEADLINE_MS = 45_000

/** One bot process on Discord. */
async function main(): Promise<void> {
  const { path } = loadEnvironment()
  const config = readConfig(process.env)
  const { DISCORD_TOKEN } = config
  const source = path ? `${path} was read.` : `There is no .env in ${process.cwd()}.`
  if (DISCORD_TOKEN === undefined) throw new ConfigError(`DISCORD_TOKEN is not set. ${source}`)
  console.error(source)
  const engines = configuredEngines(config)
  const [engine] = engines
  if (engine?.free) console.error('No speech service is configured: speaking with the voices of this machine.')
  const misspelt = misspeltVoice(config.LECTOR_VOICE, engines)
  for (const warning of [...(engine?.warnings ?? []), ...(misspelt ? [misspelt] : [])]) console.error(warning)
  const log = createLog(config.LECTOR_LOG_LEVEL)
  const systemd = notifySystemd()
  const app = await untilDatabaseAnswers(() => createApp({ ...config, DISCORD_TOKEN }, log), log)
  reportResources(log, app.held)
  // Something has failed that nobody waited for. It is a fault of ours, but all servers would fall silent with the process.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a failure was not caught'))

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) process.exit(FAILED)
    stopping = true
    log.info({ signal }, 'stopping')
    systemd.stopping()
    // What does not close must not keep the process for ever.
    setTimeout(() => process.exit(FAILED), STOP_DEADLINE_MS).unref()
    try {
      await app.stop()
    } catch (error) {
      log.error({ err: error }, 'not everything could be closed')
    }
    process.exit(STOPPED)
  }
  onStopSignal((signal) => void stop(signal))

  const started = await app.start().catch((error: unknown) => {
    // Whoever is stopped on the way has not failed.
    if (!stopping) throw error
  })
  if (!started) return
  // Without a gateway the process can do nothing; whatever watches over it should know.
  void app.ended.then((code) => {
    log.error({ code }, 'Discord does not let the bot back in; look at DISCORD_TOKEN and its intents')
    process.exit(exitCodeOfGateway(code))
  })
  // The new holder speaks; leaving in words would send it away too.
  void app.lost.then(() => {
    log.error({}, 'another process has taken the shards of this one')
    process.exit(FAILED)
  })
  systemd.ready()
  // Process managers that wait for readiness (pm2 with wait_ready, our own sandbox) open a channel for this word.
  if (process.send) process.send('ready')
  else console.log(welcome(started))
}

/** What to do next, for the person at the console. */
function welcome({ name, servers, invitation }: Started): string {
  if (servers === 0) {
    return [
      `${name} is online, but in no server yet. Open this link to add it to yours; it says hello there:`,
      `\n  ${invitation}\n`,
      'Ctrl-C stops it.',
    ].join('\n')
  }
  const places = servers === 1 ? '1 server' : `${servers} servers`
  return [
    `${name} is online in ${places}. Join a voice channel there and type /say; managers start with /setup.`,
    `Add it to another server: ${invitation}`,
    'Ctrl-C stops it.',
  ].join('\n')
}

main().catch((error: unknown) => {
  console.error(explainStartError(error))
  process.exit(exitCodeOf(error))
})
