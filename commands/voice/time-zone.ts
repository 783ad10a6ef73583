import { chooseTimeZone, suggestTimeZones } from '../../src/interactions/choosing/time-zones.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { saveForMember } from '../../src/interactions/saving.ts'

export const voiceTimeZone = {
  kind: 'chat',
  path: 'voice time-zone',
  options: [{ name: 'zone', kind: 'string', required: true, suggests: true }],
  async run(context) {
    return await saveForMember({ timeZone: chooseTimeZone(context.options.string('zone') ?? '') }, context)
  },
  suggest: (_option, typed) => suggestTimeZones(typed),
} satisfies ChatCommand
