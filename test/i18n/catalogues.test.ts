import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/i18n/catalogues.ts'
import { LANGUAGES, type LanguageCode } from '../../src/kernel/languages.ts'
import { GIVEN, SAMPLES } from './samples.ts'

/** Words that happen to be those of English, by language. */
const SAME_AS_ENGLISH: Readonly<Partial<Record<LanguageCode, readonly string[]>>> = {
  de: ['Budget', 'Kanalo in Babilejo'],
  es: ['Robot', 'Roles'],
  fr: ['Style', 'Volume'],
  it: ['Kanalo in Babilejo', 'Volume'],
  pt: ['Volume'],
}

/** Nothing in these but what they are given. */
const FORMS = ['settings.line', 'settings.lineFrom', 'settings.chosenVoice']

type Tree = { readonly [key: string]: Leaf | Tree }
type Leaf = string | ((...args: never[]) => string)

/** Every written sentence by its path; one with several samples has several. */
function rendered(code: LanguageCode): Map<string, string> {
  const { spoken, ...written } = catalogueOf(code)
  return new Map(sentences(written as unknown as Tree, SAMPLES as unknown as SampleTree, ''))
}

type SampleTree = { readonly [key: string]: readonly never[][] | SampleTree }

function sentences(texts: Tree, samples: SampleTree | undefined, path: string): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`
    if (typeof text === 'string') return [[at, text]]
    const given = samples?.[key]
    if (typeof text === 'object') return sentences(text, given as SampleTree | undefined, at)
    return (given as readonly never[][]).map((args) => [`${at}(${JSON.stringify(args)})`, text(...args)])
  })
}

const english = rendered('en')

function all(pattern: RegExp, sentence: string): string[] {
  return (sentence.match(pattern) ?? []).toSorted()
}

/** The numbers in a sentence, whatever stands between their thousands. */
function numbers(sentence: string): string[] {
  const found = sentence.match(/\d+(?:[.,\s]\d{3}(?!\d))*/gu) ?? []
  return found.map((number) => number.replace(/\D/g, '')).toSorted()
}

it.each(LANGUAGES.map(({ code }) => code))('large numbers are grouped in %s', (code) => {
  // What is to be typed stands as it is typed.
  const written = [...rendered(code)].filter(([path]) => !path.startsWith('commands.'))
  const digits = written.filter(([, sentence]) => /\d{5}/u.test(sentence))
  expect(digits.map(([path, sentence]) => `${path}: ${sentence}`)).toEqual([])
})

describe.each(LANGUAGES.map(({ code }) => code).filter((code) => code !== 'en'))('what is written in %s', (code) => {
  const own = rendered(code)
  const pairs = [...own].map(([path, sentence]) => ({ path, sentence, original: english.get(path) ?? '' }))
  const sentencesOnly = pairs.filter(({ path }) => !path.startsWith('commands.'))

  it('is not English', () => {
    const same = new Set(['JSON', ...(SAME_AS_ENGLISH[code] ?? [])])
    const untranslated = pairs.filter(
      ({ path, sentence, original }) =>
        sentence === original &&
        !/^commands\..*\.name$/u.test(path) &&
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

  it('quotes what it is given, as English does', () => {
    for (const { path, sentence, original } of sentencesOnly) {
      expect(new Set(all(GIVEN, sentence)), `${path}: ${sentence}`).toEqual(new Set(all(GIVEN, original)))
    }
  })

  it('gives the numbers that it is given', () => {
    for (const { path, sentence, original } of sentencesOnly.filter(({ path }) => path.endsWith(')'))) {
      expect(numbers(sentence), `${path}: ${sentence}`).toEqual(numbers(original))
    }
  })

  it('names the same commands and marks as much', () => {
    for (const { path, sentence, original } of sentencesOnly) {
      expect(all(/`[^`]*`/gu, sentence), `${path}: ${sentence}`).toEqual(all(/`[^`]*`/gu, original))
      expect(all(/\*+/gu, sentence), `${path}: ${sentence}`).toEqual(all(/\*+/gu, original))
    }
  })

  it('explains every option and choice that English explains', () => {
    const keys = (paths: Iterable<string>) =>
      [...paths].filter((path) => path.startsWith('commands.') && !path.endsWith('.name')).toSorted()
    expect(keys(own.keys())).toEqual(keys(english.keys()))
  })

  it('fits on the buttons', () => {
    const { settings } = catalogueOf(code)
    const names = Object.values(settings.names)
    const labels = names.flatMap((name) => [settings.turnOn(name), settings.turnOff(name)])
    for (const label of [...labels, settings.back(), settings.next(), settings.preview(), settings.useVoice()]) {
      expect(label.length, label).toBeLessThanOrEqual(80)
    }
  })
})

it('French spaces its marks so that no line begins with one', () => {
  for (const [path, sentence] of rendered('fr')) {
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
] as const)('%s counts %i in its own forms', (code, count, messages, characters) => {
  const { replies, settings } = catalogueOf(code)
  expect(replies.queued(count)).toContain(messages)
  expect(settings.characters(count)).toBe(characters)
})

it.each([
  [1, 'из 1 символа.'],
  [2, 'из 2 символов.'],
  [11, 'из 11 символов.'],
  [21, 'из 21 символа.'],
])('Russian declines what comes after "of": %i', (cap, end) => {
  expect(catalogueOf('ru').doctor.budget(1, cap)).toContain(end)
})
