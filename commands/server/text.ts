import { chooseTimeZone, suggestTimeZones } from '../../src/interactions/choosing/time-zones.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { saveGiven } from './save-given.ts'
import { serverShow } from './show.ts'

export const serverText = {
  kind: 'chat',
  path: 'server text',
  options: [
    { name: 'shorthand', kind: 'boolean' },
    { name: 'emoji', kind: 'string', choices: ['names', 'count', 'silent'] },
    { name: 'time-zone', kind: 'string', suggests: true },
  ],
  async run(context) {
    const { options } = context
    const zone = options.string('time-zone')
    return await saveGiven(
      {
        expandShorthand: options.boolean('shorthand'),
        emoji: options.string('emoji') as GuildValues['emoji'] | undefined,
        timeZone: zone === undefined ? undefined : chooseTimeZone(zone),
      },
      context,
    )
  },
  press: serverShow.press,
  suggest: (_option, typed) => suggestTimeZones(typed),
} satisfies ChatCommand
