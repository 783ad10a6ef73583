import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { readConfig } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { writeEnvFile } from './config/write-env-file.ts'
import { publishCommands } from './discord/interactions/register-commands.ts'
import { checkToken, type TokenCheck } from './discord/token-check.ts'
import { loadEnvironment } from './environment.ts'
import { isLectorError } from './kernel/errors.ts'
import { Prompt } from './prompt.ts'
import { dashscope } from './speech/engines/dashscope/description.ts'
import { openEngine } from './speech/open-engine.ts'
import { probeSpeech } from './speech/probe.ts'
import { explainStartError } from './start-error.ts'

const usage = `Asks for the Discord token and the speech key, checks both, writes .env and prints the invitation link.

  npm run setup
`

const PORTAL = 'https://discord.com/developers/applications'
const REGIONS = ['singapore', 'beijing'] as const

type Region = (typeof REGIONS)[number]

/** `npm run setup`: from nothing to a bot that can be added to a server. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } })
  if (values.help) return console.log(usage)
  loadEnvironment()
  const prompt = new Prompt(process.stdin, process.stdout)
  const { DISCORD_API: api, DISCORD_TOKEN: before } = readConfig(process.env)

  const { token, check } = await askToken(api, before, prompt)
  await askIntent(api, token, check, prompt)
  const key = await askKey(prompt)
  prompt.close()

  const path = join(process.cwd(), '.env')
  const speech = key && { DASHSCOPE_API_KEY: key.key, ...(key.region && { DASHSCOPE_REGION: key.region }) }
  await writeEnvFile(path, { DISCORD_TOKEN: token, ...speech })
  await publishCommands(commands, { api, token })
  console.log(`
Done. ${path} has the settings, and the commands are published.

  1. Add ${check.name} to your server:  ${check.invitation}
  2. Start it:  npm start
`)
}

async function askToken(api: string, before: string | undefined, prompt: Prompt) {
  console.log(`The bot needs a token: ${PORTAL}, New Application, then Bot, Reset Token, Copy.`)
  for (;;) {
    const keep = before === undefined ? '' : ' (Enter keeps the present one)'
    const token = (await prompt.secret(`Token${keep}: `)).replace(/^Bot\s+/i, '') || before
    if (token === undefined) continue
    try {
      const check = await checkToken(api, token)
      console.log(`  ok, this is ${check.name}.`)
      return { token, check }
    } catch (error) {
      console.log(`  ${explainStartError(error)}`)
    }
  }
}

/** Without this intent Discord does not let the bot in at all. */
async function askIntent(api: string, token: string, check: TokenCheck, prompt: Prompt): Promise<void> {
  while (!check.readsMessages) {
    console.log(`Switch on "Message Content Intent" at ${check.botPage} and save.`)
    await prompt.line('Press Enter when it is on: ')
    check = await checkToken(api, token)
  }
}

async function askKey(prompt: Prompt): Promise<{ key: string; region?: Region } | undefined> {
  console.log(
    '\nNatural voices need a key of Alibaba Cloud Model Studio: https://www.alibabacloud.com/help/en/model-studio/get-api-key',
  )
  for (;;) {
    const present = process.env.DASHSCOPE_API_KEY ? 'keeps the present one' : 'for the free voices of this machine'
    const key = await prompt.secret(`Key (Enter ${present}): `)
    if (key === '') return undefined
    const found = await tryKey(key)
    if (found) return { key, ...found }
  }
}

/** Finds out which region a key is for: each knows only its own. */
async function tryKey(key: string): Promise<{ region?: Region } | undefined> {
  const own = Boolean(process.env.DASHSCOPE_BASE_URL)
  let reason = ''
  for (const region of own ? [undefined] : REGIONS) {
    const environment = { ...process.env, DASHSCOPE_API_KEY: key, ...(region && { DASHSCOPE_REGION: region }) }
    const config = readConfig(environment)
    const engine = openEngine(configuredEngines(config, dashscope.id))
    try {
      const ms = Math.round(await probeSpeech(engine, config.LECTOR_VOICE))
      console.log(`  ok, first sound after ${ms} ms${region ? ` from ${region}` : ''}.`)
      return region ? { region } : {}
    } catch (error) {
      if (!isLectorError(error)) throw error
      reason = `${error.code}: ${error.message}`
    } finally {
      await engine.close()
    }
  }
  console.log(`  The key does not work (${reason}).`)
  return undefined
}

main().catch((error: unknown) => {
  console.error(explainStartError(error))
  process.exit(1)
})
