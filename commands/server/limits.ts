import type { ChatCommand } from '../../src/interactions/command.ts'
import type { GuildValues } from '../../src/settings/types.ts'
import { saveGiven } from './save-given.ts'
import { serverShow } from './show.ts'

export const serverLimits = {
  kind: 'chat',
  path: 'server limits',
  options: [
    { name: 'max-length', kind: 'integer' },
    { name: 'queue', kind: 'integer' },
    { name: 'queue-per-member', kind: 'integer' },
    { name: 'per-minute', kind: 'integer' },
    { name: 'everybody-per-minute', kind: 'integer' },
    { name: 'interrupting', kind: 'string', choices: ['everyone', 'vote', 'managers'] },
    { name: 'alone-after', kind: 'integer' },
    { name: 'speed', kind: 'number' },
    { name: 'volume', kind: 'number' },
  ],
  async run(context) {
    const given = (name: string) => context.options.number(name)
    const seconds = given('alone-after')
    return await saveGiven(
      {
        maxLength: given('max-length'),
        queueSize: given('queue'),
        queuePerMember: given('queue-per-member'),
        memberRatePerMinute: given('per-minute'),
        serverRatePerMinute: given('everybody-per-minute'),
        interrupting: context.options.string('interrupting') as GuildValues['interrupting'] | undefined,
        leaveWhenAloneAfter: seconds === undefined ? undefined : seconds * 1000,
        speed: given('speed'),
        volume: given('volume'),
      },
      context,
    )
  },
  press: serverShow.press,
} satisfies ChatCommand
