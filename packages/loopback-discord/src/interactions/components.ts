import type { APIMessage, ComponentType } from 'discord-api-types/v10'
import { hint } from '../hint.ts'
import { UsageError } from '../usage-error.ts'

export interface Pressable {
  readonly type: ComponentType
  readonly custom_id: string
  readonly disabled?: boolean
  readonly label?: string
  readonly options?: readonly { readonly label: string; readonly value: string }[]
}

/** Every button and select of a message, wherever rows, sections and containers nest them. */
export function pressables(message: Pick<APIMessage, 'components'>): Pressable[] {
  return (message.components ?? []).flatMap(collect)
}

/** @throws UsageError when the message has no such component, or it is greyed out */
export function findComponent(message: APIMessage, customId: string): Pressable {
  const all = pressables(message)
  const component = all.find(({ custom_id }) => custom_id === customId)
  const known = all.map(({ custom_id }) => custom_id)
  if (!component) throw new UsageError(`The message has no component "${customId}". ${hint(customId, known)}`)
  if (component.disabled) throw new UsageError(`The component "${customId}" is disabled.`)
  return component
}

function collect(component: object): Pressable[] {
  const below = [
    ...('components' in component ? (component.components as object[]) : []),
    ...('accessory' in component ? [component.accessory as object] : []),
  ]
  const here = 'custom_id' in component ? [component as Pressable] : []
  return [...here, ...below.flatMap(collect)]
}
