import { watch } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BotProcess, livePage, openInBrowser, startBot } from '@lector/playground'
import { startSandbox } from '@lector/sandbox'
import { readConfig } from './config/config.ts'
import { loadEnvironment } from './environment.ts'
import { playgroundVoice } from './playground-voice.ts'
import { explainStartError } from './start-error.ts'
import { onStopSignal } from './stop-signals.ts'

const usage = `Starts the sandbox, the bot and the page, and reloads what you change.

  npm run dev
  npm run dev -- --inspect      the bot listens for a debugger on 127.0.0.1:9229
  npm run dev -- --port 4400    where the page is
  npm run dev -- --no-open      opens no browser
`

/** Editors write a file in several steps. */
const SETTLE_MS = 150

/** What a change reloads. The sandbox is this very process, which npm would have to start again. */
const BOT = ['src', 'commands', 'packages/opus']
const PAGE = ['packages/playground/page/public']
const PROCESS = ['packages/sandbox', 'packages/loopback-discord', 'packages/loopback-speech', 'packages/flite']

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      inspect: { type: 'boolean', default: false },
      port: { type: 'string', default: '4400' },
      open: { type: 'boolean', default: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return console.log(usage)
  loadEnvironment()
  const voice = playgroundVoice(readConfig(process.env))
  const { page, reload } = livePage(voice.facts)
  const control = { page, port: Number(values.port) }
  const sandbox = await startSandbox({ speech: { synthesize: voice.synthesize }, control })
  const { control: address } = sandbox.description

  const environment = {
    LECTOR_LOG_LEVEL: process.env.LECTOR_LOG_LEVEL ?? 'info',
    LECTOR_ENGINE: 'dashscope',
    DATABASE_URL: '',
  }
  const nodeOptions = values.inspect ? ['--inspect'] : []
  const start = () => startBot(sandbox, { environment, nodeOptions, onLog: (line) => console.error(line) })
  let bot: Promise<BotProcess | undefined> = Promise.resolve(undefined)
  const restartBot = () => {
    bot = bot.then(async (running) => {
      // Not asked to finish its sentences: who changes something wants to hear the new one.
      running?.child.kill('SIGKILL')
      try {
        return await start()
      } catch (error) {
        console.error(`${explainStartError(error)}\nThe next change starts the bot again.`)
        return undefined
      }
    })
  }

  restartBot()
  await bot
  console.log(`\nThe page is at ${address}; Ctrl-C ends everything.`)
  if (values.open) openInBrowser(address)
  onChange(BOT, (file) => {
    console.log(`${file} changed: the bot starts again.`)
    restartBot()
  })
  onChange(PAGE, reload)
  onChange(PROCESS, (file) => console.log(`${file} changed: end this and run npm run dev again to try it.`))

  const close = async () => {
    ;(await bot)?.child.kill('SIGKILL')
    await sandbox.close()
    await voice.close()
    process.exit(0)
  }
  onStopSignal(() => void close())
}

function onChange(folders: readonly string[], then: (file: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  for (const folder of folders) {
    watch(new URL(`../${folder}/`, import.meta.url), { recursive: true }, (_event, name) => {
      if (!name?.match(/\.(ts|js|cjs|css|html|svg)$/)) return
      clearTimeout(timer)
      timer = setTimeout(() => then(`${folder}/${name}`), SETTLE_MS)
    })
  }
}

main().catch((error: unknown) => {
  console.error(explainStartError(error))
  process.exit(1)
})
