import type { CommandGroup } from '../../src/interactions/command.ts'
import { serverAnnounce } from './announce.ts'
import { serverBudget } from './budget.ts'
import { serverEngine } from './engine.ts'
import { serverLanguage } from './language.ts'
import { serverLimits } from './limits.ts'
import { serverPanel } from './panel.ts'
import { serverReading } from './reading.ts'
import { serverReset } from './reset.ts'
import { serverRoles } from './roles.ts'
import { serverShow } from './show.ts'
import { serverStyle } from './style.ts'
import { serverText } from './text.ts'
import { serverVoice } from './voice.ts'

/** Settings of a server. */
export const server = {
  kind: 'group',
  path: 'server',
  needs: 'manage-server',
  subcommands: [
    serverPanel,
    serverShow,
    serverVoice,
    serverStyle,
    serverLanguage,
    serverEngine,
    serverReading,
    serverText,
    serverAnnounce,
    serverLimits,
    serverRoles,
    serverBudget,
    serverReset,
  ],
} satisfies CommandGroup
