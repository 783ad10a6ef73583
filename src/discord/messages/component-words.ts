import { ComponentType, type TopLevelComponent } from 'discord.js'
import type { Attachment } from '../../text/message.ts'

type Component = TopLevelComponent | { readonly type: ComponentType }

/** The texts of a message that is made of components, in order. What a container hides is hidden as a spoiler. */
export function wordsOfComponents(components: readonly Component[]): string[] {
  return components.flatMap((component) => {
    const { content, components: inner = [], spoiler = false } = component as Partial<WithWords>
    switch (component.type) {
      case ComponentType.TextDisplay:
        return content === undefined || content === '' ? [] : [content]
      case ComponentType.Section:
        return wordsOfComponents(inner)
      case ComponentType.Container: {
        const words = wordsOfComponents(inner)
        return spoiler && words.length > 0 ? [`||${words.join(' ').replaceAll('|', ' ')}||`] : words
      }
      default:
        return []
    }
  })
}

/** Pictures of galleries that are no attachments of the message: they come from elsewhere. */
export function picturesOfComponents(components: readonly Component[]): Attachment[] {
  return components.flatMap((component): Attachment[] => {
    const { items = [], components: inner = [] } = component as Partial<WithWords>
    if (component.type === ComponentType.Container) return picturesOfComponents(inner)
    return component.type === ComponentType.MediaGallery ? items.map(() => ({ kind: 'image', name: '' })) : []
  })
}

interface WithWords {
  readonly content: string
  readonly components: readonly Component[]
  readonly items: readonly unknown[]
  readonly spoiler: boolean
}
