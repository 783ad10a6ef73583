import type { APIGuild, APIGuildMember, GatewayGuildCreateDispatchData } from 'discord-api-types/v10'
import {
  GatewayIntentBits,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
} from 'discord-api-types/v10'
import { type Guild, isThread } from './world/guild.ts'

/** Discord's `large_threshold`, unless a client asks for another. */
const LARGE_THRESHOLD = 50

/** A guild as REST shows it. */
export function guildObject(guild: Guild): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()],
    preferred_locale: guild.locale,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    mfa_level: GuildMFALevel.None,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    vanity_url_code: null,
    verification_level: GuildVerificationLevel.None,
    widget_enabled: false,
    max_members: 500_000,
    max_video_channel_users: 25,
    hub_type: null,
    incidents_data: null,
  }
}

/**
 * A guild as a gateway session is shown it. Without the presences intent the list of members holds only the bot itself
 * and those who are in voice channels, even in a small guild.
 */
export function guildCreate(guild: Guild, botId: string, intents: number): GatewayGuildCreateDispatchData {
  const channels = [...guild.channels.values()]
  return {
    ...guildObject(guild),
    joined_at: guild.members.get(botId)?.joined_at ?? guild.createdAt,
    large: guild.members.size > LARGE_THRESHOLD,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].filter((member) => isShown(member, guild, botId, intents)),
    channels: channels.filter((channel) => !isThread(channel)),
    threads: channels.filter(isThread),
    voice_states: [...guild.voiceStates.values()].map(({ guild_id, ...state }) => state),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

function isShown({ user }: APIGuildMember, guild: Guild, botId: string, intents: number): boolean {
  return (intents & GatewayIntentBits.GuildPresences) !== 0 || user.id === botId || guild.voiceStates.has(user.id)
}
