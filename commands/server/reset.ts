import { changedSettings } from '../../src/interactions/changed-settings.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import { GUILD_RULES } from '../../src/settings/limits.ts'
import type { GuildValues } from '../../src/settings/types.ts'

type Setting = keyof GuildValues

/** The settings of each group, as in the commands. */
const GROUPS: Readonly<Record<string, readonly Setting[]>> = {
  voice: ['voice'],
  style: ['style'],
  language: ['language'],
  engine: ['engine', 'model'],
  limits: [
    'maxLength',
    'queueSize',
    'queuePerMember',
    'memberRatePerMinute',
    'serverRatePerMinute',
    'interrupting',
    'leaveWhenAloneAfter',
    'speed',
    'volume',
  ],
  announce: ['announceNames', 'announceLanguage', 'announceJoins', 'announceLeaves'],
  reading: [
    'readBots',
    'readWebhooks',
    'embeds',
    'markRepeats',
    'mustBeInVoice',
    'autoJoin',
    'ignorePrefix',
    'requirePrefix',
  ],
  text: ['expandShorthand', 'emoji', 'timeZone'],
  roles: [],
  budget: ['serverDayBudget', 'serverMonthBudget', 'memberDayBudget', 'memberMonthBudget', 'atBudget'],
  all: Object.keys(GUILD_RULES) as Setting[],
}

export const serverReset = {
  kind: 'chat',
  path: 'server reset',
  options: [{ name: 'setting', kind: 'string', required: true, choices: Object.keys(GROUPS) }],
  async run(context) {
    const { services, guildId, options, texts } = context
    const { guilds } = services.settings
    const group = options.string('setting') ?? ''
    const settings = GROUPS[group] ?? []
    await guilds.update(guildId, Object.fromEntries(settings.map((setting) => [setting, null])))
    const { guild, rules } = await changedSettings(context)
    const { roles, channels } = guild
    if (group === 'roles' || group === 'all') {
      for (const role of roles.keys()) await guilds.setRole(guildId, role, null)
    }
    if (group === 'all') {
      for (const channel of channels.keys()) {
        await guilds.updateChannel(guildId, channel, { voice: null, style: null, language: null })
      }
    }
    const describer = new Describer(context, guild)
    return [
      texts.settings.resetForServer(),
      ...settings.map((setting) => describer.lineFrom(setting, rules[setting], 'default')),
    ].join('\n')
  },
} satisfies ChatCommand
