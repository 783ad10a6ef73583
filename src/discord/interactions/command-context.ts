import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type CommandInteractionOption,
  GuildMember,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js'
import { catalogueOf } from '../../i18n/catalogues.ts'
import { interfaceLanguageOf } from '../../i18n/interface-languages.ts'
import type { CommandContext, SuggestContext } from '../../interactions/command.ts'
import { type AttachedFile, CommandOptions } from '../../interactions/command-options.ts'
import type { Services } from '../../interactions/services.ts'
import { LectorError } from '../../kernel/errors.ts'
import { type SettingsSnapshot, snapshotOf } from '../../settings/snapshot.ts'
import { listenersIn } from '../calls/present.ts'
import { fetchedIncoming } from '../messages/fetched-incoming.ts'
import { lookupsIn } from '../messages/lookups.ts'
import type { Conversation } from './conversation.ts'
import { diagnose } from './diagnosis.ts'
import { mayDo, refuseUnless } from './need.ts'

/** What a command is told about an interaction in a server. */
export function commandContext(
  interaction: RepliableInteraction<'cached'>,
  conversation: Pick<Conversation, 'followUp'>,
  services: Services,
): CommandContext {
  const { guild, member } = interaction
  const channel = member instanceof GuildMember ? member.voice.channel : null
  return {
    ...basics(interaction, services),
    channelId: interaction.channelId ?? '',
    parentId: (interaction.channel?.isThread() && interaction.channel.parentId) || undefined,
    usedAt: interaction.createdTimestamp,
    options: interaction.isChatInputCommand() ? optionsOf(interaction.options.data) : new CommandOptions(),
    callerChannel: channel ? { id: channel.id, name: channel.name } : undefined,
    isDeafened: member.voice.deaf ?? false,
    caller: { id: member.id, roles: [...member.roles.cache.keys()], muted: member.voice.serverMute ?? false },
    may: (need) => mayDo(need, interaction),
    demand: (need) => refuseUnless(need, interaction),
    listenersIn(channelId) {
      const place = guild.channels.cache.get(channelId)
      if (!place?.isVoiceBased()) return { name: '', count: 0 }
      return { name: place.name, count: listenersIn(guild, channelId) }
    },
    diagnose: () => diagnose(guild, channel?.id, interaction.channelId ?? ''),
    voiceChannelOf: (userId) => guild.voiceStates.cache.get(userId)?.channelId ?? undefined,
    lookupsIn: (text) => lookupsIn(text, guild),
    seesChannel: interaction.appPermissions.has(PermissionFlagsBits.ViewChannel),
    async targetMessage() {
      if (!interaction.isMessageContextMenuCommand()) return undefined
      return (await fetchedIncoming([interaction.targetMessage]))[0]
    },
    async messagesFromTarget(limit) {
      if (!interaction.isMessageContextMenuCommand()) return []
      if (!interaction.appPermissions.has(PermissionFlagsBits.ReadMessageHistory)) {
        const params = { permission: 'ReadMessageHistory', channel: `<#${interaction.channelId}>` } as const
        throw new LectorError('voice.missing-permission', params, 'cannot read on: missing permission')
      }
      const { targetMessage, channel } = interaction
      const following = await channel?.messages.fetch({ after: targetMessage.id, limit, cache: false })
      return await fetchedIncoming([targetMessage, ...[...(following?.values() ?? [])].reverse()])
    },
    followUp: (reply) => conversation.followUp(reply),
  }
}

export function suggestContext(interaction: AutocompleteInteraction<'cached'>, services: Services): SuggestContext {
  return { ...basics(interaction, services), options: optionsOf(interaction.options.data) }
}

function basics(
  interaction: RepliableInteraction<'cached'> | AutocompleteInteraction<'cached'>,
  services: Services,
): Omit<SuggestContext, 'options'> {
  const language = interfaceLanguageOf(interaction.locale)
  const reader = { guild: interaction.guildId, user: interaction.user.id }
  let settings: Promise<SettingsSnapshot> | undefined
  return {
    guildId: interaction.guildId,
    userId: interaction.user.id,
    language,
    texts: catalogueOf(language),
    services,
    settings() {
      settings ??= snapshotOf(services.settings, services.operator, reader)
      return settings
    },
  }
}

function optionsOf(data: readonly CommandInteractionOption[]): CommandOptions {
  const values = new Map<string, string | number | boolean | AttachedFile>()
  for (const option of data) {
    if (option.type === ApplicationCommandOptionType.Subcommand) return optionsOf(option.options ?? [])
    if (option.attachment) {
      const { name, url, size } = option.attachment
      values.set(option.name, { name, url, size })
    } else if (option.value !== undefined) values.set(option.name, option.value)
  }
  return new CommandOptions(values)
}
