import { type OperatorDefaults, type ResolvedSpeech, resolveSpeech } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { Id, SpeechValues } from './types.ts'

export interface Speaker {
  readonly guild: Id
  /** Where the text was written. */
  readonly channel: Id
  readonly user: Id
}

/** How this person's text is spoken here, and where each part of that comes from. */
export async function speechOf(
  store: SettingsStore,
  operator: OperatorDefaults,
  { guild, channel, user }: Speaker,
  message: Partial<SpeechValues> = {},
): Promise<ResolvedSpeech> {
  const [server, member] = await Promise.all([store.guilds.read(guild), store.members.read(guild, user)])
  return resolveSpeech({
    message,
    member: member.chosen,
    channel: server.channels.get(channel) ?? {},
    server: server.chosen,
    operator,
  })
}
