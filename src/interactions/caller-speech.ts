import type { ResolvedSpeech } from '../settings/resolve.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import { speechOf } from '../settings/speech-of.ts'
import type { SpeechValues } from '../settings/types.ts'
import type { CommandContext } from './command.ts'

/**
 * How the caller's texts are spoken in this channel, and where each part comes from.
 * @param message choices for this one text
 */
export function callerSpeech(
  settings: SettingsSnapshot,
  { services, channelId: channel, parentId: parent }: CommandContext,
  message: Partial<SpeechValues> = {},
): ResolvedSpeech {
  return speechOf(settings, services.operator, { channel, parent }, message)
}
