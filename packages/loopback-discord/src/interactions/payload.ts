import type { APIBaseInteraction, GatewayInteractionCreateDispatchData } from 'discord-api-types/v10'
import { ApplicationIntegrationType, InteractionContextType, type InteractionType } from 'discord-api-types/v10'
import type { World } from '../world/world.ts'
import type { Interaction } from './interaction.ts'

/** 10 MiB, what a server without boosts allows. */
const ATTACHMENT_SIZE_LIMIT = 10_485_760

/** INTERACTION_CREATE. `data` must be what this type of interaction carries. */
export function interactionPayload(
  world: World,
  interaction: Interaction,
  data: object,
): GatewayInteractionCreateDispatchData {
  const { id, token, type, applicationId, guildId, channelId, userId, locale, message } = interaction
  const guild = world.guild(guildId)
  const channel = world.channel(channelId)
  const permissions = world.permissionsIn(channel, userId).toString()
  const shownChannel = { ...channel, permissions }
  const payload: APIBaseInteraction<InteractionType, object> = {
    id,
    application_id: applicationId,
    type,
    token,
    version: 1,
    data,
    guild: { id: guildId, locale: guild.locale, features: [] },
    guild_id: guildId,
    channel: shownChannel,
    channel_id: channelId,
    member: { ...world.member(guildId, userId), permissions },
    locale,
    guild_locale: guild.locale,
    app_permissions: world.permissionsIn(channel, applicationId).toString(),
    entitlements: [],
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guildId },
    context: InteractionContextType.Guild,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    ...(message && { message }),
  }
  return payload as GatewayInteractionCreateDispatchData
}
