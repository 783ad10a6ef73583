import type { ChatCommand } from '../../src/interactions/command.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { saveGiven } from './save-given.ts'
import { serverShow } from './show.ts'

export const serverReading = {
  kind: 'chat',
  path: 'server reading',
  options: [
    { name: 'bots', kind: 'boolean' },
    { name: 'webhooks', kind: 'boolean' },
    { name: 'embeds', kind: 'string', choices: ['off', 'title', 'text', 'all'] },
    { name: 'mark-repeats', kind: 'boolean' },
    { name: 'only-in-voice', kind: 'boolean' },
    { name: 'auto-join', kind: 'boolean' },
    { name: 'ignore-prefix', kind: 'string' },
    { name: 'require-prefix', kind: 'string' },
  ],
  async run(context) {
    const { options } = context
    return await saveGiven(
      {
        readBots: options.boolean('bots'),
        readWebhooks: options.boolean('webhooks'),
        embeds: options.string('embeds') as GuildValues['embeds'] | undefined,
        markRepeats: options.boolean('mark-repeats'),
        mustBeInVoice: options.boolean('only-in-voice'),
        autoJoin: options.boolean('auto-join'),
        ignorePrefix: options.string('ignore-prefix'),
        requirePrefix: options.string('require-prefix'),
      },
      context,
    )
  },
  press: serverShow.press,
} satisfies ChatCommand
