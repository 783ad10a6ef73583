import { describe, expect, it } from 'vitest'
import type { PartialCatalogue } from '../../src/i18n/catalogue.ts'
import { catalogueOf, withEnglish } from '../../src/i18n/catalogues.ts'
import { INTERFACE_CODES, type InterfaceLanguage } from '../../src/i18n/interface-languages.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { GIVEN } from './samples.ts'
import { isCommandName, missing, paths, rendered, textsOf } from './texts.ts'

/** Words that happen to be the same in English, by language. */
const SAME_AS_ENGLISH: Readonly<Partial<Record<InterfaceLanguage, readonly string[]>>> = {
  de: ['Budget', 'Kanalo in Babilejo'],
  es: ['Robot', 'Roles'],
  fr: ['Style', 'Volume'],
  it: ['Kanalo in Babilejo', 'Volume'],
  pt: ['Volume'],
}

/** Sentences that consist of their arguments alone. */
const FORMS = ['settings.line', 'settings.lineFrom', 'settings.chosenVoice']

/** The languages that stay complete; others may have gaps. */
const COMPLETE: readonly InterfaceLanguage[] = LANGUAGES.map(({ code }) => code)

const english = rendered(textsOf('en'))

function all(pattern: RegExp, sentence: string): string[] {
  return (sentence.match(pattern) ?? []).toSorted()
}

/** The numbers in a sentence, whatever separates their thousands. */
function numbers(sentence: string): string[] {
  const found = sentence.match(/\d+(?:[.,\s]\d{3}(?!\d))*/gu) ?? []
  return found.map((number) => number.replace(/\D/g, '')).toSorted()
}

describe.each(INTERFACE_CODES)('the catalogue of %s', (code) => {
  const texts = textsOf(code)
  const gaps = missing(texts)

  if (COMPLETE.includes(code)) {
    it('has every text', () => {
      expect(gaps).toEqual([])
    })
  } else {
    it(`falls back to English for ${gaps.length} missing texts`, () => {
      if (gaps.length > 0) console.info(`Missing in ${code}, so English is used:\n${gaps.join('\n')}`)
      expect(missing(catalogueOf(code))).toEqual([])
    })
  }

  it('has no text that English does not have', () => {
    const known = new Set(paths(textsOf('en')))
    expect(paths(texts).filter((path) => !known.has(path) && !isCommandName(path))).toEqual([])
  })

  it('groups the digits of large numbers', () => {
    // Bounds in descriptions of options are written as one types them.
    const written = [...rendered(texts)].filter(([path]) => !path.startsWith('commands.'))
    const ungrouped = written.filter(([, sentence]) => /\d{5}/u.test(sentence))
    expect(ungrouped.map(([path, sentence]) => `${path}: ${sentence}`)).toEqual([])
  })
})

describe.each(INTERFACE_CODES.filter((code) => code !== 'en'))('a text in %s', (code) => {
  const pairs = [...rendered(textsOf(code))].map(([path, sentence]) => ({
    path,
    sentence,
    original: english.get(path) ?? '',
  }))
  const replies = pairs.filter(({ path }) => !path.startsWith('commands.'))

  it('is translated', () => {
    const same = new Set(['JSON', ...(SAME_AS_ENGLISH[code] ?? [])])
    const untranslated = pairs.filter(
      ({ path, sentence, original }) =>
        sentence === original &&
        !isCommandName(path) &&
        !FORMS.includes(path.replace(/\(.*/u, '')) &&
        !same.has(sentence),
    )
    expect(untranslated.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([])
  })

  it('has no loose ends', () => {
    for (const { path, sentence } of pairs) {
      expect(sentence, path).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|#|\s\s|^\s|\s$/u)
      expect(sentence, path).toMatch(/\S/u)
    }
  })

  it('quotes its arguments, as English does', () => {
    for (const { path, sentence, original } of replies) {
      expect(new Set(all(GIVEN, sentence)), `${path}: ${sentence}`).toEqual(new Set(all(GIVEN, original)))
    }
  })

  it('has the same numbers as in English', () => {
    for (const { path, sentence, original } of replies.filter(({ path }) => path.endsWith(')'))) {
      expect(numbers(sentence), `${path}: ${sentence}`).toEqual(numbers(original))
    }
  })

  it('names the same commands and has as many marks as in English', () => {
    for (const { path, sentence, original } of replies) {
      expect(all(/`[^`]*`/gu, sentence), `${path}: ${sentence}`).toEqual(all(/`[^`]*`/gu, original))
      expect(all(/\*+/gu, sentence), `${path}: ${sentence}`).toEqual(all(/\*+/gu, original))
    }
  })
})

describe('withEnglish', () => {
  const own: PartialCatalogue = {
    replies: { skipped: () => 'Preskočené.', holds: { muted: (channel) => `${channel}: stlmený` } },
    commands: { say: { name: 'povedz', options: { text: { description: 'Čo povedať' } } } },
  }
  const filled = withEnglish(own)

  it('keeps the texts that a catalogue has', () => {
    expect(filled.replies.skipped()).toBe('Preskočené.')
    expect(filled.replies.holds.muted('lounge')).toBe('lounge: stlmený')
    expect(filled.commands.say.name).toBe('povedz')
    expect(filled.commands.say.options.text.description).toBe('Čo povedať')
  })

  it('fills every gap with English, beside a translated text too', () => {
    const en = catalogueOf('en')
    expect(missing(filled)).toEqual([])
    expect(filled.replies.left()).toBe(en.replies.left())
    expect(filled.replies.holds.audience('lounge')).toBe(en.replies.holds.audience('lounge'))
    expect(filled.commands.say.description).toBe(en.commands.say.description)
    expect(filled.spoken.images(3)).toBe('3 images')
  })

  it('lists what is missing', () => {
    expect(missing(own)).toContain('replies.left')
    expect(missing(own)).toContain('commands.say.description')
    expect(missing(own)).not.toContain('replies.skipped')
  })
})

it('French puts a no-break space before its marks', () => {
  for (const [path, sentence] of rendered(textsOf('fr'))) {
    expect(sentence.replace(/<[^>]*>/gu, ''), path).not.toMatch(/[\p{L}\p{N}}*` ][;:!?»]|«[^\u00a0]/u)
  }
})

it.each([
  ['de', 1, 'nach 1 anderen Nachricht.', '1 Zeichen'],
  ['de', 2, 'nach 2 anderen Nachrichten.', '2 Zeichen'],
  ['fr', 0, 'après 0 autre message.', '0 caractère'],
  ['fr', 2, 'après 2 autres messages.', '2 caractères'],
  ['it', 1, 'dopo 1 altro messaggio.', '1 carattere'],
  ['it', 2, 'dopo 2 altri messaggi.', '2 caratteri'],
  ['it', 2_000_000, 'dopo 2.000.000 altri messaggi.', '2.000.000 di caratteri'],
  ['es', 1, 'después de 1 mensaje más.', '1 carácter'],
  ['es', 2_000_000, 'después de 2.000.000 de mensajes más.', '2.000.000 de caracteres'],
  ['pt', 1, 'depois de outra mensagem.', '1 caractere'],
  ['pt', 2, 'depois de outras 2 mensagens.', '2 caracteres'],
  ['pt', 2_000_000, 'depois de outras 2.000.000 mensagens.', '2.000.000 de caracteres'],
  ['ru', 2, 'впереди ещё 2 сообщения.', '2 символа'],
  ['ru', 5, 'впереди ещё 5 сообщений.', '5 символов'],
  ['ru', 21, 'впереди ещё 21 сообщение.', '21 символ'],
] as const)('%s inflects what it counts: %i', (code, count, messages, characters) => {
  const { replies, settings } = catalogueOf(code)
  expect(replies.queued(count)).toContain(messages)
  expect(settings.characters(count)).toBe(characters)
})

it.each([
  [1, 'из 1 символа.'],
  [2, 'из 2 символов.'],
  [11, 'из 11 символов.'],
  [21, 'из 21 символа.'],
])('Russian has the genitive after "of": %i', (cap, end) => {
  expect(catalogueOf('ru').doctor.budget(1, cap)).toContain(end)
})
