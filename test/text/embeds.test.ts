import { expect, it } from 'vitest'
import type { SpeakContext } from '../../src/text/context.ts'
import type { Message } from '../../src/text/message.ts'
import { speakable } from '../../src/text/speakable.ts'
import { contextIn, lookups, said } from './tables.ts'

const embed = {
  author: 'CI',
  title: 'Build **42**',
  description: 'All `tests` passed, see <#1>',
  fields: [
    { name: 'Branch', value: 'main' },
    { name: 'Took', value: '3 min' },
  ],
  footer: 'by Mia',
}

function read(message: Partial<Message>, embeds: SpeakContext['embeds']): string {
  return said(speakable({ content: '', author: 'Bot', lookups, ...message }, contextIn('en', { embeds })))
}

it.each<[SpeakContext['embeds'], string]>([
  ['off', 'empty'],
  ['title', 'preview: Build 42'],
  ['text', 'preview: Build 42. All tests passed, see general-chat'],
  ['all', 'preview: CI. Build 42. All tests passed, see general-chat. Branch: main. Took: 3 min. by Mia'],
])('an embed is read as far as the server wants: %s', (embeds, expected) => {
  expect(read({ embeds: [embed] }, embeds)).toBe(expected)
})

it('an embed without a title is read where its text is', () => {
  expect(read({ embeds: [{ description: 'Only a description' }] }, 'title')).toBe('empty')
  expect(read({ embeds: [{ description: 'Only a description' }] }, 'text')).toBe('preview: Only a description')
})

it('a forward of an embed alone is read, since somebody passes it on to be heard', () => {
  const forwards = [{ content: '', lookups, embeds: [embed] }]
  expect(read({ forwards }, 'off')).toBe('forwarded: preview: Build 42. All tests passed, see general-chat')
  expect(read({ forwards: [{ content: 'look', lookups, embeds: [embed] }] }, 'off')).toBe('forwarded: look')
})

it('a secret in an embed is hidden', () => {
  expect(read({ embeds: [{ title: 'The ||end||', description: '||he dies||' }] }, 'all')).toBe(
    'preview: The spoiler. spoiler',
  )
})
