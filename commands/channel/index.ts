import type { CommandGroup } from '../../src/interactions/command.ts'
import { channelLanguage } from './language.ts'
import { channelReset } from './reset.ts'
import { channelStyle } from './style.ts'
import { channelVoice } from './voice.ts'

/** Settings of one channel. */
export const channel = {
  kind: 'group',
  path: 'channel',
  needs: 'manage-server',
  subcommands: [channelVoice, channelStyle, channelLanguage, channelReset],
} satisfies CommandGroup
