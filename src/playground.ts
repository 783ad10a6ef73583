import { parseArgs } from 'node:util'
import { MOODS } from '@lector/loopback-speech'
import { openInBrowser, pageServer, playScene, type SceneReport, startBot } from '@lector/playground'
import { environmentFor, startSandbox } from '@lector/sandbox'
import { readConfig } from './config/config.ts'
import { loadEnvironment } from './environment.ts'
import { playgroundVoice } from './playground-voice.ts'
import { explainStartError } from './start-error.ts'
import { onStopSignal } from './stop-signals.ts'

const SCENE = {
  text: 'Hello! I am Lector. You type, and everyone in the voice channel hears it.',
  voice: 'Cherry',
}

/** Words count as heard when hardly a syllable of them is missing. */
const ENOUGH = 0.95

/** The sandbox with its page, the bot in it, and one scene: what a person without any key can hear and measure. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { once: { type: 'boolean', default: false }, mood: { type: 'string' }, port: { type: 'string' } },
  })
  const { mood } = values
  // A server has voices of its own, and `/say` takes no other.
  const scene = { ...SCENE, voice: MOODS.find(({ name }) => name === mood)?.voice ?? SCENE.voice }
  const port = portFrom(values.port)
  const { path } = loadEnvironment()
  if (path) console.log(`Settings from ${path}.`)
  console.log('Lector needs a Discord token to join your server. Without one, here is a Discord on this machine:\n')
  const voice = playgroundVoice(readConfig(process.env), () => {
    console.error('Your speech service failed; the local voice speaks instead. npm run doctor says what is wrong.')
  })
  const sandbox = await startSandbox({
    speech: { synthesize: voice.synthesize, ...(mood !== undefined && { mood }) },
    control: { page: pageServer(voice.facts), ...(port !== undefined && { port }) },
  })
  const environment = {
    LECTOR_LOG_LEVEL: process.env.LECTOR_LOG_LEVEL ?? 'warn',
    ...OF_THE_SANDBOX,
    // With the server of the mood alone: another one that spoke in its place would hide what it does.
    ...(mood !== undefined && { DASHSCOPE_API_KEY: undefined, ...environmentFor(sandbox.description.speech, mood) }),
  }
  const bot = await startBot(sandbox, { environment, onLog: (line) => console.error(line) })

  let closing = false
  const close = async (code: number) => {
    if (closing) return
    closing = true
    await bot.stop()
    await sandbox.close()
    await voice.close()
    process.exit(code)
  }
  onStopSignal(() => void close(0))

  if (!values.once) {
    console.log(`See and hear it:  ${sandbox.description.control}\n`)
    openInBrowser(sandbox.description.control)
  }
  console.log(`Mia joins the voice channel "lounge" and types\n  /say text: ${SCENE.text}\n`)
  const report = await playScene(sandbox, scene)
  console.log(describe(report))
  const heard = wasHeard(report)
  if (values.once) return close(heard ? 0 : 1)
  console.log('Everything on the page can be done by scripts too (docs/sandbox.md). Ctrl-C ends it.')
}

/** The page keeps its address over restarts, for a bookmark and for a tab that is still open. */
function portFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  console.error(`--port must be a whole number from 1 to 65535, not ${JSON.stringify(text)}.`)
  process.exit(1)
}

/** What was set for a real server must not reach into the sandbox: its speech service is asked, its folder is used. */
const OF_THE_SANDBOX = { LECTOR_MODE: 'bot', LECTOR_ENGINE: 'dashscope', DATABASE_URL: '' }

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
  console.error(explainStartError(error))
  process.exit(1)
})
