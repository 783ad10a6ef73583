import type { CommandGroup } from '../../src/interactions/command.ts'
import { voiceLanguage } from './language.ts'
import { voiceList } from './list.ts'
import { voicePreview } from './preview.ts'
import { voiceReset } from './reset.ts'
import { voiceSet } from './set.ts'
import { voiceShow } from './show.ts'
import { voiceSpeed } from './speed.ts'
import { voiceStyle } from './style.ts'
import { voiceTimeZone } from './time-zone.ts'

/** A member's own voice settings. */
export const voice = {
  kind: 'group',
  path: 'voice',
  subcommands: [
    voiceSet,
    voiceStyle,
    voiceLanguage,
    voiceSpeed,
    voiceTimeZone,
    voiceShow,
    voiceReset,
    voicePreview,
    voiceList,
  ],
} satisfies CommandGroup
