import type { ChatCommand } from '../../src/interactions/command.ts'
import type { RoleRule } from '../../src/settings/types.ts'

export const serverRoles = {
  kind: 'chat',
  path: 'server roles',
  options: [
    { name: 'role', kind: 'role', required: true },
    { name: 'rule', kind: 'string', required: true, choices: ['required', 'ignored', 'none'] },
  ],
  async run({ services, guildId, options, texts }) {
    const role = options.string('role') ?? ''
    const rule = options.string('rule') as RoleRule | 'none'
    await services.settings.guilds.setRole(guildId, role, rule === 'none' ? null : rule)
    const { values, line, savedForServer } = texts.settings
    return [savedForServer(), line(`<@&${role}>`, values[rule])].join('\n')
  },
} satisfies ChatCommand
