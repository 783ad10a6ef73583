import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { type Catalogue, type CommandTexts, catalogueOf } from '../i18n/catalogue.ts'
import { LANGUAGES } from '../kernel/languages.ts'
import type { Command, CommandOption } from './command.ts'

const TYPES = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
} as const

/** A command as Discord wants it registered, its texts in every language. Only in servers: a call has no voice. */
export function commandPayload(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    name: command.name,
    ...described((commands) => commands[command.name].description),
    options: (command.options ?? []).map((option) => optionPayload(command.name, option)),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }
}

function optionPayload(command: keyof CommandTexts, option: CommandOption): APIApplicationCommandBasicOption {
  return {
    type: TYPES[option.type],
    name: option.name,
    ...described((commands) => commands[command].options?.[option.name] ?? option.name),
    required: option.required ?? false,
    ...(option.maxLength !== undefined && { max_length: option.maxLength }),
    ...(option.suggests && { autocomplete: true }),
  } as APIApplicationCommandBasicOption
}

function described(pick: (commands: Catalogue['commands']) => string) {
  const description_localizations: LocalizationMap = {}
  for (const { code, discord } of LANGUAGES) {
    for (const locale of discord) description_localizations[locale] = pick(catalogueOf(code).commands)
  }
  return { description: pick(catalogueOf('en').commands), description_localizations }
}
