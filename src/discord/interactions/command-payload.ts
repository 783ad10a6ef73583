import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { CommandPath } from '../../i18n/catalogue.ts'
import { catalogueOf } from '../../i18n/catalogues.ts'
import type { CommandText } from '../../i18n/command-text.ts'
import { INTERFACE_CODES, INTERFACE_LANGUAGES } from '../../i18n/interface-languages.ts'
import type { ChatCommand, Command, CommandOption } from '../../interactions/command.ts'

const KINDS = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  role: ApplicationCommandOptionType.Role,
  user: ApplicationCommandOptionType.User,
  attachment: ApplicationCommandOptionType.Attachment,
} as const

const CHANNELS = {
  text: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.GuildVoice,
    ChannelType.GuildStageVoice,
    ChannelType.GuildForum,
    ChannelType.GuildMedia,
  ],
  voice: [ChannelType.GuildVoice, ChannelType.GuildStageVoice],
} as const

/** A command as Discord wants it registered, its texts in every language. Only in servers: a call has no bots. */
export function commandPayload(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const common = {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: command.needs === 'manage-server' ? String(PermissionFlagsBits.ManageGuild) : null,
  }
  if (command.kind === 'message' || command.kind === 'user') {
    const type = command.kind === 'message' ? ApplicationCommandType.Message : ApplicationCommandType.User
    return { type, name: command.path, ...localized('name', command.path, (text) => text.name), ...common }
  }
  const options: APIApplicationCommandOption[] =
    command.kind === 'group' ? command.subcommands.map(subcommandPayload) : optionPayloads(command)
  return { type: ApplicationCommandType.ChatInput, ...named(command.path), ...listed(options), ...common }
}

function subcommandPayload(command: ChatCommand): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...named(command.path), ...listed(optionPayloads(command)) }
}

function optionPayloads({
  path,
  options = [],
}: Pick<ChatCommand, 'path' | 'options'>): APIApplicationCommandBasicOption[] {
  return options.map((option) => optionPayload(path, option))
}

function optionPayload(path: CommandPath, option: CommandOption): APIApplicationCommandBasicOption {
  const { name, kind, required = false, maxLength, min, max, choices, suggests, channels } = option
  return {
    type: KINDS[kind],
    name,
    ...localized('name', path, (text) => text.options?.[name]?.name),
    description: textOf(path).options?.[name]?.description ?? name,
    ...localized('description', path, (text) => text.options?.[name]?.description),
    ...(required && { required }),
    ...(maxLength !== undefined && { max_length: maxLength }),
    ...(min !== undefined && { min_value: min }),
    ...(max !== undefined && { max_value: max }),
    ...(suggests && { autocomplete: true }),
    ...(channels && { channel_types: CHANNELS[channels] }),
    ...(choices && {
      choices: choices.map((value) => ({
        value,
        name: textOf(path).options?.[name]?.choices?.[value] ?? value,
        ...localized('name', path, (text) => text.options?.[name]?.choices?.[value]),
      })),
    }),
  } as APIApplicationCommandBasicOption
}

/** Discord leaves empty lists out of its answers; with them, every start would register the commands anew. */
function listed<T>(options: readonly T[]): { options?: T[] } {
  return options.length === 0 ? {} : { options: [...options] }
}

function named(path: CommandPath) {
  return {
    name: path.split(' ').at(-1)!,
    ...localized('name', path, (text) => text.name),
    description: textOf(path).description,
    ...localized('description', path, (text) => text.description),
  }
}

function textOf(path: CommandPath): CommandText {
  return catalogueOf('en').commands[path]
}

/** `name_localizations` or `description_localizations`, with the languages that have the text. */
function localized<K extends 'name' | 'description'>(
  key: K,
  path: CommandPath,
  pick: (text: CommandText) => string | undefined,
) {
  const map: LocalizationMap = {}
  for (const code of INTERFACE_CODES) {
    const text = pick(catalogueOf(code).commands[path])
    if (text !== undefined) for (const locale of INTERFACE_LANGUAGES[code].discord) map[locale] = text
  }
  return { [`${key}_localizations`]: map } as Record<`${K}_localizations`, LocalizationMap>
}
