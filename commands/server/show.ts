import type { ChatCommand } from '../../src/discord/command.ts'
import { Describer } from '../../src/discord/describe.ts'
import { GUILD_RULES } from '../../src/settings/limits.ts'
import { resolveGuild } from '../../src/settings/resolve.ts'
import type { GuildValues } from '../../src/settings/types.ts'

export const serverShow = {
  kind: 'chat',
  path: 'server show',
  async run(context) {
    const { services, guildId, texts } = context
    const server = await services.settings.guilds.read(guildId)
    const { chosen, channels, roles } = server
    const resolved = resolveGuild(chosen, services.operator)
    const describer = new Describer(context, server)
    const { line, ofServer, values } = texts.settings
    return [
      ofServer(),
      ...(Object.keys(GUILD_RULES) as (keyof GuildValues)[]).map((setting) =>
        describer.lineFrom(setting, resolved[setting], setting in chosen ? 'server' : 'default'),
      ),
      ...[...roles].map(([role, rule]) => line(`<@&${role}>`, values[rule])),
      ...[...channels].map(([channel, own]) => {
        const parts = (['voice', 'style', 'language'] as const).filter((part) => own[part] !== undefined)
        return line(`<#${channel}>`, parts.map((part) => describer.value(part, own[part])).join(' · '))
      }),
    ].join('\n')
  },
} satisfies ChatCommand
