import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { SandboxDescription } from '../src/sandbox.ts'

test('starts alone, prints one line of JSON, and tidies up on SIGTERM', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url)), '--json'], {
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
