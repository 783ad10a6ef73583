import { type OperatorDefaults, type ResolvedSpeech, resolveSpeech } from './resolve.ts'
import type { SettingsSnapshot } from './snapshot.ts'
import type { Id, SpeechValues } from './types.ts'

/** Where a text was written. */
export interface TextPlace {
  readonly channel: Id
  /** The parent channel or forum of this thread; the thread's own settings win over its parent's. */
  readonly parent?: Id | undefined
}

/**
 * How the member's text is spoken here, and where each part of that comes from.
 * @param message settings for this text only
 */
export function speechOf(
  { guild, member }: SettingsSnapshot,
  operator: OperatorDefaults,
  { channel, parent }: TextPlace,
  message: Partial<SpeechValues> = {},
): ResolvedSpeech {
  return resolveSpeech({
    message,
    member: member.chosen,
    channel: { ...(parent !== undefined && guild.channels.get(parent)), ...guild.channels.get(channel) },
    server: guild.chosen,
    operator,
  })
}
