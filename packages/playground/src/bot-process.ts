import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sandbox } from '@lector/sandbox'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const END_WITH_PARENT = new URL('end-with-parent.ts', import.meta.url).href
/**
 * What `npm start` gives to Node as well. Left to itself, Node lets young garbage grow to 64 MB and then stops everything
 * for up to 39 ms at a hundred speakers; at 16 MB it is 3 ms at most, and less in all.
 */
export const NODE_FLAGS = ['--max-semi-space-size=8']
/** A bot that is not ready by then will not be: loading takes half a second, logging in less. */
const START_DEADLINE_MS = 20_000

export interface BotProcessOptions {
  /** More variables for the bot, or other values than the sandbox's. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** The folder of the Lector to start, if not this one, and the Node that runs it. */
  readonly root?: string
  readonly node?: string
  /** More options for Node, such as `--inspect`. */
  readonly nodeOptions?: readonly string[]
  /** Resolve as soon as the process runs: a standby is not ready before another process gives up its shards. */
  readonly standby?: boolean
  /** Where its log lines go. */
  readonly onLog?: (line: string) => void
}

export interface BotProcess {
  readonly child: ChildProcess
  /** Asks it to finish (SIGTERM), and waits; resolves with its exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts the bot's own entry as a process of its own, and resolves when it is ready. Nothing in it knows of the
 * sandbox: it is told another address, a token, a certificate to trust, where speech comes from and where to keep
 * settings.
 */
export async function startBot(sandbox: Sandbox, options: BotProcessOptions = {}): Promise<BotProcess> {
  const { environment = {}, root = ROOT, node = process.execPath, nodeOptions = [], onLog = () => undefined } = options
  const flags = [...NODE_FLAGS, ...nodeOptions, '--import', END_WITH_PARENT]
  const child = spawn(node, [...flags, join(root, 'src/start.ts')], {
    env: { ...process.env, ...addressesOf(sandbox), ...environment },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let rest = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLog(line)
  })
  const exited = once(child, 'exit')
  // A bot under a process manager says "ready" over its channel.
  if (!options.standby)
    await Promise.race([
      once(child, 'message', { signal: AbortSignal.timeout(START_DEADLINE_MS) }),
      exited.then(([code]) => {
        throw new Error(`the bot ended with code ${code} while it started`)
      }),
    ])
  return {
    child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await exited
      }
      return child.exitCode
    },
  }
}

function addressesOf({ description: { token, rest, caFile, speech } }: Sandbox): Record<string, string> {
  return {
    LECTOR_MODE: 'bot',
    DISCORD_TOKEN: token,
    DISCORD_API: rest,
    NODE_EXTRA_CA_CERTS: caFile,
    DASHSCOPE_API_KEY: speech.botKey,
    DASHSCOPE_BASE_URL: speech.baseUrl,
    LECTOR_DATA_DIR: join(dirname(caFile), 'data'),
  }
}
