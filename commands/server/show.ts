import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import { pageOf } from '../../src/interactions/pages.ts'
import type { Reply } from '../../src/interactions/reply.ts'
import { GUILD_RULES } from '../../src/settings/limits.ts'
import type { GuildValues } from '../../src/settings/types.ts'

export const serverShow = {
  kind: 'chat',
  path: 'server show',
  run: (context) => page(0, context),
  press: (action, _values, context) => page(Number(action), context),
} satisfies ChatCommand

/** Some of the settings, in one answer. */
export async function showSettings(names: readonly (keyof GuildValues)[], context: CommandContext): Promise<Reply> {
  const { guild, rules } = await context.settings()
  const describer = new Describer(context, guild)
  const lines = names.map((name) => describer.lineFrom(name, rules[name], name in guild.chosen ? 'server' : 'default'))
  return [context.texts.settings.ofServer(), ...lines].join('\n')
}

async function page(number: number, context: CommandContext): Promise<Reply> {
  const { texts } = context
  const { guild, rules } = await context.settings()
  const { chosen, channels, roles } = guild
  const describer = new Describer(context, guild)
  const { line, ofServer, values } = texts.settings
  const lines = [
    ...(Object.keys(GUILD_RULES) as (keyof GuildValues)[]).map((setting) =>
      describer.lineFrom(setting, rules[setting], setting in chosen ? 'server' : 'default'),
    ),
    ...[...roles].map(([role, rule]) => line(`<@&${role}>`, values[rule])),
    ...[...channels].map(([channel, own]) => {
      const parts = (['voice', 'style', 'language'] as const).filter((part) => own[part] !== undefined)
      return line(`<#${channel}>`, parts.map((part) => describer.value(part, own[part])).join(' · '))
    }),
  ]
  return pageOf(lines, { number, heading: ofServer, action: String }, context)
}
