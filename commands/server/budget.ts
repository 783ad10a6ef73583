import type { ChatCommand } from '../../src/interactions/command.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { saveGiven } from './save-given.ts'
import { serverShow } from './show.ts'

export const serverBudget = {
  kind: 'chat',
  path: 'server budget',
  options: [
    { name: 'server-day', kind: 'integer' },
    { name: 'server-month', kind: 'integer' },
    { name: 'member-day', kind: 'integer' },
    { name: 'member-month', kind: 'integer' },
    { name: 'when-spent', kind: 'string', choices: ['local', 'stop'] },
  ],
  async run(context) {
    const { options } = context
    return await saveGiven(
      {
        serverDayBudget: options.number('server-day'),
        serverMonthBudget: options.number('server-month'),
        memberDayBudget: options.number('member-day'),
        memberMonthBudget: options.number('member-month'),
        atBudget: options.string('when-spent') as GuildValues['atBudget'] | undefined,
      },
      context,
    )
  },
  press: serverShow.press,
} satisfies ChatCommand
