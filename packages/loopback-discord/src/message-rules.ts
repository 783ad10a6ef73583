import type { APIEmbed } from 'discord-api-types/v10'
import { ComponentType } from 'discord-api-types/v10'
import type { FieldError } from './errors.ts'

/** https://discord.com/developers/docs/components/reference */
const LIMITS = {
  rows: 5,
  buttons: 5,
  label: 80,
  customId: 100,
  options: 25,
  optionText: 100,
  placeholder: 150,
} as const
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const EMBED = { title: 256, description: 4096, fields: 25, name: 256, value: 1024, footer: 2048, author: 256 } as const
/** All texts of all embeds of a message together. */
const MAX_EMBED_TEXT = 6000

interface AnyComponent {
  readonly id?: number
  readonly type: number
  readonly components?: readonly AnyComponent[]
  readonly label?: string
  readonly custom_id?: string
  readonly placeholder?: string
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[]
  readonly min_values?: number
  readonly max_values?: number
}

/** Every rule that the components of a message break. */
export function componentErrors(components: readonly unknown[]): FieldError[] {
  const rows = components as readonly AnyComponent[]
  const all = rows.flatMap((row, index) => withPaths(row, `components.${index}`))
  const ids = all.map(({ component }) => component.custom_id).filter((id) => id !== undefined)
  return [
    ...range('components', rows.length, 0, LIMITS.rows),
    ...all.flatMap(({ component, path }) => ownErrors(component, path)),
    ...doubles(ids, 'components', 'COMPONENT_CUSTOM_ID_DUPLICATED'),
  ]
}

export function embedErrors(embeds: readonly APIEmbed[]): FieldError[] {
  const total = embeds.reduce((sum, embed) => sum + textOf(embed), 0)
  return [
    ...embeds.flatMap(({ title = '', description = '', fields = [], footer, author }, index) => [
      ...range(`embeds.${index}.title`, title.length, 0, EMBED.title),
      ...range(`embeds.${index}.description`, description.length, 0, EMBED.description),
      ...range(`embeds.${index}.fields`, fields.length, 0, EMBED.fields),
      ...fields.flatMap(({ name, value }, place) => [
        ...range(`embeds.${index}.fields.${place}.name`, name.length, 1, EMBED.name),
        ...range(`embeds.${index}.fields.${place}.value`, value.length, 1, EMBED.value),
      ]),
      ...range(`embeds.${index}.footer.text`, footer?.text.length ?? 0, 0, EMBED.footer),
      ...range(`embeds.${index}.author.name`, author?.name.length ?? 0, 0, EMBED.author),
    ]),
    ...(total > MAX_EMBED_TEXT ? range('embeds', total, 0, MAX_EMBED_TEXT) : []),
  ]
}

/** Components as Discord gives them back: numbered, selects with their bounds. */
export function answeredComponents<T>(components: readonly T[]): T[] {
  let last = 0
  const answered = (component: AnyComponent): AnyComponent => ({
    id: ++last,
    ...component,
    ...(component.options && { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }),
    ...(component.components && { components: component.components.map(answered) }),
  })
  return (components as readonly AnyComponent[]).map(answered) as unknown as T[]
}

/** The bounds of a length, as a broken rule if it is outside them. */
export function range(path: string, length: number, min: number, max: number): FieldError[] {
  if (length >= min && length <= max) return []
  return [{ path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${min} and ${max} in length.` }]
}

export function doubles(values: readonly string[], path: string, code: string): FieldError[] {
  return new Set(values).size === values.length ? [] : [{ path, code, message: 'Must be unique.' }]
}

function withPaths(component: AnyComponent, path: string): { component: AnyComponent; path: string }[] {
  const below = (component.components ?? []).flatMap((one, index) => withPaths(one, `${path}.components.${index}`))
  return [{ component, path }, ...below]
}

function ownErrors(component: AnyComponent, path: string): FieldError[] {
  const { type, label, custom_id: id, placeholder = '', options, components } = component
  const isRow = type === ComponentType.ActionRow
  return [
    ...(isRow ? range(`${path}.components`, components?.length ?? 0, 1, mostIn(components ?? [])) : []),
    ...(type === ComponentType.Button ? range(`${path}.label`, label?.length ?? 0, 0, LIMITS.label) : []),
    ...(id === undefined ? [] : range(`${path}.custom_id`, id.length, 1, LIMITS.customId)),
    ...range(`${path}.placeholder`, placeholder.length, 0, LIMITS.placeholder),
    ...(options ? optionErrors(component, `${path}.options`) : []),
  ]
}

/** A select fills its row. */
function mostIn(components: readonly AnyComponent[]): number {
  return components.some(({ type }) => type !== ComponentType.Button) ? 1 : LIMITS.buttons
}

function optionErrors({ options = [], max_values: most = 1 }: AnyComponent, path: string): FieldError[] {
  return [
    ...range(path, options.length, 1, LIMITS.options),
    ...options.flatMap(({ label, value, description = '' }, index) => [
      ...range(`${path}.${index}.label`, label.length, 1, LIMITS.optionText),
      ...range(`${path}.${index}.value`, value.length, 1, LIMITS.optionText),
      ...range(`${path}.${index}.description`, description.length, 0, LIMITS.optionText),
    ]),
    ...doubles(
      options.map(({ value }) => value),
      path,
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ),
    ...(most > LIMITS.options ? range(path, most, 1, LIMITS.options) : []),
  ]
}

function textOf({ title = '', description = '', fields = [], footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text ?? '', author?.name ?? '']
  return [...texts, ...fields.flatMap(({ name, value }) => [name, value])].reduce((sum, { length }) => sum + length, 0)
}
