import { parseArgs } from 'node:util'
import { OPUS_BINDING } from './audio/opus.ts'
import { type Config, readConfig } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { encryptionVersion } from './discord/interactions/diagnosis.ts'
import { checkToken } from './discord/token-check.ts'
import { loadEnvironment } from './environment.ts'
import { catalogueOf } from './i18n/catalogues.ts'
import { errorSentence } from './i18n/sentence.ts'
import { isLectorError } from './kernel/errors.ts'
import type { SpokenCode } from './kernel/spoken-languages.ts'
import { openSettings } from './settings/open.ts'
import type { SpeechEngine } from './speech/engine.ts'
import type { ConfiguredEngine } from './speech/engine-description.ts'
import { hostAdvice } from './speech/host-advice.ts'
import { openEngine } from './speech/open-engine.ts'
import { probeSpeech } from './speech/probe.ts'
import { misspeltVoice } from './speech/voices/misspelt-voice.ts'
import { voicesByEngine } from './speech/voices/voices-by-engine.ts'
import { explainStartError } from './start-error.ts'

const usage = `Checks the installation, the database, the speech service, the token and its intents.

  npm run doctor
`

const texts = catalogueOf('en')
let troubles = 0

/** `npm run doctor`: what a host can check from the shell, each line well or with the way to mend it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } })
  if (values.help) return console.log(usage)
  const { path } = loadEnvironment()
  const config = readConfig(process.env)
  report(true, path ? `settings from ${path}` : `no .env in ${process.cwd()}: settings from the environment`)
  report(
    Number(process.versions.node.split('.')[0]) >= 24,
    `Node ${process.version}`,
    'Start Lector with npm: it brings its own Node.',
  )
  const encryption = encryptionVersion()
  report(encryption !== undefined, `End-to-end encryption: davey ${encryption}`, texts.doctor.noEncryption())
  report(true, `Opus: ${OPUS_BINDING}`)
  await checkDatabase(config)
  await checkSpeech(config)
  await checkDiscord(config)
  console.log('Whether voice gets through (UDP) shows in a voice channel: /doctor there.')
  process.exitCode = troubles === 0 ? 0 : 1
}

function report(well: boolean, what: string, mend = ''): void {
  if (!well) troubles += 1
  console.log(`${well ? 'ok ' : '!! '} ${what}${well || mend === '' ? '' : `\n    ${mend}`}`)
}

async function checkDatabase({ DATABASE_URL: url, LECTOR_DATA_DIR: directory }: Config): Promise<void> {
  const where = url === undefined ? `settings in the folder ${directory}` : 'settings in Postgres'
  try {
    const store = await openSettings({ directory, ...(url !== undefined && { url }) })
    await store.intents.list()
    await store.close()
    report(true, where)
  } catch (error) {
    report(false, where, error instanceof Error ? error.message : texts.doctor.databaseFailed())
  }
}

/** Each configured engine is asked for one word, so that a fallback is known to work before it is needed. */
async function checkSpeech(config: Config): Promise<void> {
  const engines = configuredEngines(config)
  const free = engines.filter((engine) => engine.free)
  for (const configured of engines) {
    for (const warning of configured.warnings ?? []) report(false, `speech by ${configured.id}`, warning)
    const engine = openEngine(configured.free ? free : [configured, ...free])
    try {
      const voice = voicesByEngine(engine, [configured], config.LECTOR_VOICE)
      await engine.warm?.()
      const ms = Math.round(await probeSpeech(engine, voice.voiceFor(configured.id), languageOf(configured, engine)))
      report(true, `speech by ${configured.id}, first sound after ${ms} ms`)
    } catch (error) {
      report(false, `speech by ${configured.id}`, await adviceOn(error, configured))
    } finally {
      await engine.close()
    }
  }
  const misspelt = misspeltVoice(config.LECTOR_VOICE, engines)
  if (misspelt) report(false, `voice ${config.LECTOR_VOICE}`, misspelt)
}

/** English, or what the engine speaks instead. */
function languageOf({ namedVoices }: ConfiguredEngine, engine: SpeechEngine): SpokenCode {
  const languages = (namedVoices ?? engine.voices()).flatMap((voice) => voice.languages)
  return languages.length === 0 || languages.includes('en') ? 'en' : languages[0]!
}

async function adviceOn(error: unknown, configured: ConfiguredEngine): Promise<string> {
  if (!isLectorError(error)) return errorSentence(error, texts)
  const more = await configured.diagnose?.(error)
  return more ? `${more}\n    ${error.message}` : hostAdvice(error, configured)
}

async function checkDiscord({ DISCORD_TOKEN: token, DISCORD_API: api }: Config): Promise<void> {
  if (token === undefined) return report(true, 'Discord: no DISCORD_TOKEN is set, so npm start opens the sandbox')
  try {
    const { name, readsMessages } = await checkToken(api, token)
    report(true, `Discord: the token is ${name}'s`)
    report(
      readsMessages,
      'Discord: Message Content Intent',
      'Switch it on: Discord developer portal, your application, Bot.',
    )
  } catch (error) {
    report(false, 'Discord', explainStartError(error))
  }
}

main().catch((error: unknown) => {
  console.error(explainStartError(error))
  process.exit(1)
})
