import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { pageOf } from '../../src/interactions/pages.ts'
import type { Reply } from '../../src/interactions/reply.ts'

export const list = {
  kind: 'chat',
  path: 'read list',
  run: (context) => page(0, context),
  press: (action, _values, context) => page(Number(action), context),
} satisfies ChatCommand

async function page(number: number, context: CommandContext): Promise<Reply> {
  const { reading } = context.texts
  const { readChannels } = (await context.settings()).guild
  if (readChannels.size === 0) return reading.emptyList()
  const lines = Array.from(readChannels, ([channel, voice]) => `- ${reading.listed(`<#${channel}>`, `<#${voice}>`)}`)
  return pageOf(lines, { number, heading: reading.list, action: String }, context)
}
