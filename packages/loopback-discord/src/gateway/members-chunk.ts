import type {
  GatewayGuildMembersChunkDispatchData,
  GatewayRequestGuildMembersData,
  GatewayRequestGuildMembersDataWithQuery,
} from 'discord-api-types/v10'
import { GatewayIntentBits } from 'discord-api-types/v10'
import type { Guild } from '../world/guild.ts'
import type { World } from '../world/world.ts'
import type { Audience } from './dispatches.ts'

/**
 * The answer to op 8, always in one chunk. The whole list is for those with the members intent only
 * (https://discord.com/developers/docs/events/gateway-events#request-guild-members).
 */
export function membersChunk(
  world: World,
  { userId, intents }: Audience,
  request: GatewayRequestGuildMembersData,
): GatewayGuildMembersChunkDispatchData | undefined {
  const guild = world.guilds.get(request.guild_id)
  if (!guild?.members.has(userId)) return undefined
  const chunk = { guild_id: guild.id, chunk_index: 0, chunk_count: 1, ...(request.nonce && { nonce: request.nonce }) }
  if ('user_ids' in request && request.user_ids !== undefined) {
    const ids = [request.user_ids].flat()
    return { ...chunk, members: byIds(guild, ids), not_found: ids.filter((id) => !guild.members.has(id)) }
  }
  const { query = '', limit = 0 } = request as GatewayRequestGuildMembersDataWithQuery
  const wantsAll = query === '' && limit === 0
  if (wantsAll && (intents & GatewayIntentBits.GuildMembers) === 0) return undefined
  return { ...chunk, members: byName(guild, query, limit) }
}

function byIds(guild: Guild, ids: readonly string[]) {
  return ids.map((id) => guild.members.get(id)).filter((member) => member !== undefined)
}

/** A limit of 0 means no limit. */
function byName(guild: Guild, prefix: string, limit: number) {
  const wanted = prefix.toLowerCase()
  const names = guild.members
    .values()
    .filter(({ user, nick }) => [user.username, nick ?? ''].some((name) => name.toLowerCase().startsWith(wanted)))
  return [...names.take(limit || Number.POSITIVE_INFINITY)]
}
