import { spokenIn } from '../../src/i18n/catalogues.ts'
import type { LanguageCode } from '../../src/kernel/languages.ts'
import type { SpeakContext } from '../../src/text/context.ts'
import type { Lookups } from '../../src/text/message.ts'
import type { Pronunciation } from '../../src/text/pronunciation.ts'
import { compileDictionary } from '../../src/text/pronunciations.ts'
import { type Speakable, speakableText } from '../../src/text/speakable.ts'

/** Language, what was written, what is said; "empty" for nothing. */
export type Row = readonly [LanguageCode, string, string, Partial<SpeakContext>?]

export const lookups: Lookups = {
  users: new Map([
    ['1', 'Mia'],
    ['2', '🔥 Tom_B 🔥'],
  ]),
  roles: new Map([['1', 'Mods']]),
  channels: new Map([['1', '💬│general-chat']]),
}

const word = (written: string, spoken: string, matchCase = false): Pronunciation => ({
  written,
  spoken,
  matchCase,
  kind: 'word',
})

const members = compileDictionary([word('tomato', "the member's tomato"), word('東京', 'とうきょう')])
const servers = compileDictionary([
  word('tomato', "the server's tomato"),
  word('potato', "the server's potato"),
  word('kubectl', 'cube control'),
  word('GIF', 'jif', true),
  word('new york', 'the apple'),
  word('new york city', 'the big city'),
  word('c++', 'see plus plus'),
  word('silenceChannel', ''),
  { written: '\\bv(\\d+)\\b', spoken: 'version $1', kind: 'pattern', matchCase: false },
])

export function contextIn(language: LanguageCode, wishes: Partial<SpeakContext> = {}): SpeakContext {
  return {
    language,
    phrases: spokenIn(language),
    timeZone: 'Europe/Berlin',
    now: 1_700_000_000_000,
    announce: false,
    emoji: 'names',
    links: 'domain',
    expandShorthand: true,
    embeds: 'title',
    pronunciations: [members, servers],
    limit: 500,
    ...wishes,
  }
}

export function spoken(language: LanguageCode, content: string, wishes: Partial<SpeakContext> = {}): string {
  return said(speakableText(content, lookups, contextIn(language, wishes)))
}

export function said(result: Speakable): string {
  return result.kind === 'empty' ? 'empty' : result.text
}
