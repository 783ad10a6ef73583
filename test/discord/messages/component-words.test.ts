import { ComponentType, type TopLevelComponent } from 'discord.js'
import { expect, it } from 'vitest'
import { picturesOfComponents, wordsOfComponents } from '../../../src/discord/messages/component-words.ts'

const text = (content: string) => ({ type: ComponentType.TextDisplay, content })
const words = (...components: object[]) => wordsOfComponents(components as unknown as TopLevelComponent[])

it('text displays, sections and containers are read in order', () => {
  const section = { type: ComponentType.Section, components: [text('two'), text('three')], accessory: {} }
  const container = { type: ComponentType.Container, components: [text('four'), section], spoiler: false }
  expect(words(text('one'), section, container)).toEqual(['one', 'two', 'three', 'four', 'two', 'three'])
})

it('a container that is a spoiler stays one, whatever bars are in it', () => {
  expect(words({ type: ComponentType.Container, spoiler: true, components: [text('a || b'), text('c')] })).toEqual([
    '||a    b c||',
  ])
})

it('buttons, separators and what is unknown have no words', () => {
  expect(words({ type: ComponentType.ActionRow, components: [{ type: ComponentType.Button, label: 'Go' }] })).toEqual(
    [],
  )
  expect(words({ type: ComponentType.Separator }, { type: 99 }, text(''))).toEqual([])
})

it('pictures of a gallery are counted', () => {
  const gallery = { type: ComponentType.MediaGallery, items: [{}, {}] }
  const container = { type: ComponentType.Container, components: [gallery] }
  expect(picturesOfComponents([gallery, container] as unknown as TopLevelComponent[])).toHaveLength(4)
})
