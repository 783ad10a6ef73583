import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type BaseMessageOptions,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { CommandPath } from '../../i18n/catalogue.ts'
import type { Reply, Row } from '../../interactions/reply.ts'
import type { CommandMentions } from './command-mentions.ts'

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const

/** Discord refuses longer messages, labels and descriptions. */
const MAX_CONTENT = 2_000
const MAX_LABEL = 80
const MAX_OPTION = 100

/** A reply as discord.js sends it. It pings nobody, whatever it quotes. */
export function replyPayload(reply: Reply, path: CommandPath, mentions: Pick<CommandMentions, 'in'>) {
  const { text, rows = [], files = [] } = typeof reply === 'string' ? { text: reply } : reply
  return {
    content: clip(mentions.in(text), MAX_CONTENT),
    components: rows.map((row) => rowPayload(row, path)),
    files: files.map(({ name, data }) => ({ name, attachment: data })),
    allowedMentions: { parse: [] },
  } satisfies BaseMessageOptions
}

/** Which command a component belongs to, and what `press` is told. */
export function parseComponentId(id: string): { readonly path: string; readonly action: string } {
  const separator = id.indexOf(SEPARATOR)
  return { path: id.slice(0, separator), action: id.slice(separator + 1) }
}

const SEPARATOR = '|'

function rowPayload(row: Row, path: CommandPath): APIActionRowComponent<APIComponentInMessageActionRow> {
  const idOf = (action: string, command = path) => `${command}${SEPARATOR}${action}`
  if ('select' in row) {
    const { action, placeholder, options } = row.select
    return {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: idOf(action),
          placeholder: clip(placeholder, MAX_OPTION),
          options: options.map(({ label, value, description, chosen }) => ({
            label: clip(label, MAX_OPTION),
            value,
            default: chosen ?? false,
            ...(description && { description: clip(description, MAX_OPTION) }),
          })),
        },
      ],
    }
  }
  return {
    type: ComponentType.ActionRow,
    components: row.buttons.map(({ action, command, label, style = 'secondary', disabled = false }) => ({
      type: ComponentType.Button,
      custom_id: idOf(action, command),
      label: clip(label, MAX_LABEL),
      style: STYLES[style],
      disabled,
    })),
  }
}

function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}
