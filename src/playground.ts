import { parseArgs } from 'node:util'
import { loadEnvFile } from './config/config.ts'
import { startBot } from './sandbox/bot-process.ts'
import { pageServer } from './sandbox/page/page-server.ts'
import { startSandbox } from './sandbox/sandbox.ts'
import { playScene, type SceneReport } from './sandbox/scene.ts'

const SCENE = {
  text: 'Hello! I am Lector. You type, and everyone in the voice channel hears it.',
  voice: 'Cherry',
}

/** Words count as heard when hardly a syllable of them is missing. */
const ENOUGH = 0.95

/** The sandbox, the bot in it, and one scene: what a person without any key can hear and measure. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } })
  loadEnvFile()
  console.log('Lector needs a Discord token to join your server. Without one, here is a Discord on this machine:\n')
  const sandbox = await startSandbox({ control: { page: pageServer({ engine: 'local', prices: {} }) } })
  const usesOwnKey = Boolean(process.env.DASHSCOPE_API_KEY)
  const bot = await startBot(sandbox, {
    environment: {
      LECTOR_LOG_LEVEL: process.env.LECTOR_LOG_LEVEL ?? 'warn',
      ...(usesOwnKey && {
        DASHSCOPE_API_KEY: process.env.DASHSCOPE_API_KEY,
        DASHSCOPE_BASE_URL: process.env.DASHSCOPE_BASE_URL,
      }),
    },
    onLog: (line) => console.error(line),
  })

  const close = async (code: number) => {
    await bot.stop()
    await sandbox.close()
    process.exit(code)
  }
  process.on('SIGINT', () => close(0))
  process.on('SIGTERM', () => close(0))

  console.log(`Mia joins the voice channel "lounge" and types\n  /say text: ${SCENE.text}\n`)
  const report = await playScene(sandbox, SCENE)
  console.log(describe(report))
  const heard = wasHeard(report)
  if (values.once) return close(heard ? 0 : 1)
  console.log(`Control API: ${sandbox.description.control} (README: "The sandbox"). Ctrl-C ends it.`)
}

function wasHeard({ speechSeconds, wordsHeard = 1, framesInTheClear }: SceneReport): boolean {
  return speechSeconds > 1 && wordsHeard >= ENOUGH && framesInTheClear === 0
}

function describe(report: SceneReport): string {
  const { reply, speechSeconds, firstSound, framesLost, framesInTheClear, wordsHeard } = report
  if (speechSeconds === 0) return `The bot answered "${reply}", but nothing was heard.\n`
  const encrypted = framesInTheClear === 0 ? 'end-to-end encrypted' : `${framesInTheClear} frames NOT encrypted`
  const share = wordsHeard === undefined ? '' : `, ${Math.round(wordsHeard * 100)} % of the words`
  return [
    `The bot answered "${reply}", and Mia heard`,
    `  ${speechSeconds.toFixed(1)} s of speech${share}`,
    `  first sound ${Math.round(firstSound ?? 0)} ms after the command`,
    `  ${encrypted}, ${framesLost} frames lost\n`,
  ].join('\n')
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
