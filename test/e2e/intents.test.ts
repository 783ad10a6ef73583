import { startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { GatewayIntentBits } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ discord: { deniedIntents: GatewayIntentBits.MessageContent } })
})
afterAll(() => sandbox?.close())

it('a bot without the privileged intent says which switch to press, and ends', async () => {
  const log: string[] = []
  await expect(startBot(sandbox, { onLog: (line) => log.push(line) })).rejects.toThrow('ended with code 78')
  expect(log.join('\n')).toMatch(/Switch on "Message Content Intent".*developer portal/)
})
