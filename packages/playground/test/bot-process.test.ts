import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'

const resolve = (name: string) => import.meta.resolve(name)
const PROGRAM = `
  const { startSandbox } = await import('${resolve('@lector/sandbox')}')
  const { startBot } = await import('${resolve('@lector/playground')}')
  const { speakTones } = await import('${resolve('@lector/loopback-speech')}')
  const bot = await startBot(await startSandbox({ speech: { synthesize: speakTones } }))
  console.log(bot.child.pid)
`

it('a bot does not outlive the sandbox that started it', async () => {
  const sandbox = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM])
  const [said] = (await once(sandbox.stdout, 'data')) as [Buffer]
  const pid = Number(said)
  expect(isAlive(pid)).toBe(true)
  sandbox.kill('SIGKILL')
  for (let left = 100; left > 0 && isAlive(pid); left--) await sleep(100)
  expect(isAlive(pid)).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
