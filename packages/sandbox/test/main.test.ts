import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SandboxDescription } from '../src/sandbox.ts'

test('starts alone, prints one line of JSON, and cleans up on SIGTERM', async () => {
  const child = spawn(process.execPath, [fileURLToPath(MAIN), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  const description: SandboxDescription = JSON.parse(line)
  const { rest, token, applicationId, caFile } = description
  const response = await fetch(`${rest}/v10/users/@me`, { headers: { authorization: `Bot ${token}` } })
  expect(await response.json()).toMatchObject({ id: applicationId, username: 'lector', bot: true })
  expect(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).toBe(applicationId)
  expect(existsSync(caFile)).toBe(true)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(existsSync(caFile)).toBe(false)
})

test('prints the variables that point Lector to a server in a mood', async () => {
  const child = spawn(process.execPath, [fileURLToPath(MAIN), '--mood', 'kokoro-fastapi'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line.startsWith('Start the client')) break
  }
  child.kill('SIGTERM')
  expect(lines).toEqual(expect.arrayContaining(['LECTOR_ENGINE=openai', 'OPENAI_SPEECH_VOICE=af_heart']))
  expect(lines.join('\n')).toMatch(/^OPENAI_SPEECH_URL=http:\/\/127\.0\.0\.1:\d+\/v1$/m)
})

test('lists its moods, and refuses an unknown one', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [fileURLToPath(MAIN), ...args], { encoding: 'utf8' })
  expect(run('--moods').stdout).toMatch(/^kokoro-fastapi +Streams/m)
  expect(run('--mood', 'grumpy')).toMatchObject({ status: 1, stderr: expect.stringContaining('"grumpy"') })
})

const MAIN = new URL('../src/main.ts', import.meta.url)
