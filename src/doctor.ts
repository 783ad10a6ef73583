import { parseArgs } from 'node:util'
import { OPUS_BINDING } from './audio/opus.ts'
import { type Config, readConfig } from './config/config.ts'
import { speechSources } from './config/speech-sources.ts'
import { encryptionVersion } from './discord/interactions/diagnosis.ts'
import { checkToken } from './discord/token-check.ts'
import { loadEnvironment } from './environment.ts'
import { catalogueOf } from './i18n/catalogues.ts'
import { errorSentence } from './i18n/sentence.ts'
import { openSettings } from './settings/open.ts'
import { openEngine } from './speech/open-engine.ts'
import { probeSpeech } from './speech/probe.ts'
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

async function checkSpeech(config: Config): Promise<void> {
  const engine = openEngine(speechSources(config))
  try {
    const ms = Math.round(await probeSpeech(engine, config.LECTOR_VOICE))
    report(true, `speech by ${engine.id}, first sound after ${ms} ms`)
  } catch (error) {
    report(false, `speech by ${engine.id}`, errorSentence(error, texts))
  } finally {
    await engine.close()
  }
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
