import { type OperatorDefaults, type ResolvedSpeech, resolveSpeech } from './resolve.ts'
import type { SettingsStore } from './store.ts'
import type { Id, SpeechValues } from './types.ts'

export interface Speaker {
  readonly guild: Id
  /** Where the text was written. */
  readonly channel: Id
  /** The channel or forum that this thread belongs to: what was chosen for it holds where nothing was for the thread. */
  readonly parent?: Id | undefined
  readonly user: Id
}

/** How this person's text is spoken here, and where each part of that comes from. */
export async function speechOf(
  store: SettingsStore,
  operator: OperatorDefaults,
  { guild, channel, parent, user }: Speaker,
  message: Partial<SpeechValues> = {},
): Promise<ResolvedSpeech> {
  const [server, member] = await Promise.all([store.guilds.read(guild), store.members.read(guild, user)])
  return resolveSpeech({
    message,
    member: member.chosen,
    channel: { ...(parent !== undefined && server.channels.get(parent)), ...server.channels.get(channel) },
    server: server.chosen,
    operator,
  })
}
