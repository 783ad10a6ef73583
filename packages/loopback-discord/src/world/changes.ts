import type { APIGuildMember, APIMessage, APIRole, APIUser } from 'discord-api-types/v10'
import type { Guild, GuildChannel, VoiceState } from './guild.ts'

/** Everything that can happen in the world. The gateway turns it into dispatches, the control API into its stream. */
export type WorldChange = { readonly guild: Guild } & (
  | { readonly kind: 'guild-added' }
  | { readonly kind: 'guild-removed' }
  | { readonly kind: 'role-added' | 'role-updated'; readonly role: APIRole }
  | { readonly kind: 'channel-added' | 'channel-updated' | 'channel-removed'; readonly channel: GuildChannel }
  | { readonly kind: 'member-added' | 'member-updated'; readonly member: APIGuildMember }
  | { readonly kind: 'member-removed'; readonly user: APIUser }
  | { readonly kind: 'message-created' | 'message-updated' | 'message-deleted'; readonly message: APIMessage }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'voice-state'; readonly before: VoiceState | undefined; readonly after: VoiceState }
)
