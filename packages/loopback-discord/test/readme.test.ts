import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, Events, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import type { DiscordSandbox } from '../src/index.ts'

const PACKAGE = join(import.meta.dirname, '..')

it('the README starts a Discord in ten lines, and a bot logs in to it', async () => {
  const readme = await readFile(join(PACKAGE, 'README.md'), 'utf8')
  const code = /```ts\n([^`]+)```/.exec(readme)?.[1] ?? ''
  expect(code.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10)
  const file = join(import.meta.dirname, `readme-${process.pid}.ts`)
  await writeFile(file, `${code}\nexport { discord, bot }\n`)
  try {
    const { discord, bot } = (await import(file)) as { discord: DiscordSandbox; bot: { token: string } }
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } })
    const ready = once(client, Events.ClientReady)
    await client.login(bot.token)
    await ready
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['The Harbour'])
    await client.destroy()
    await discord.close()
  } finally {
    await rm(file)
  }
})
