import { ApplicationCommandType, Locale } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { commandPayload } from '../../../src/discord/interactions/command-payload.ts'
import { INTERFACE_LANGUAGES } from '../../../src/i18n/interface-languages.ts'

/** Discord's limits: https://discord.com/developers/docs/interactions/application-commands */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const MENU_NAME = /^.{1,32}$/u
const MAX_TEXT = 100
const MAX_OPTIONS = 25
const MAX_CHAT_COMMANDS = 100
const MAX_MENU_COMMANDS = 15
const MAX_CHARACTERS = 8_000
const LOCALES = Object.values(INTERFACE_LANGUAGES).flatMap(({ discord }) => [...discord])

type Texts = Readonly<Record<string, string>>

/** A command, subcommand, option or choice: what carries texts. */
interface Part {
  readonly type?: number
  readonly name: string
  readonly name_localizations?: Texts
  readonly description?: string
  readonly description_localizations?: Texts
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly max_length?: number
  readonly min_value?: number
  readonly max_value?: number
  readonly options?: readonly Part[]
  readonly choices?: readonly Part[]
  readonly value?: string
}

const payloads = commands.map(commandPayload) as unknown as readonly Part[]
const menus = payloads.filter(({ type }) => type !== ApplicationCommandType.ChatInput)
const chats = payloads.filter(({ type }) => type === ApplicationCommandType.ChatInput)

/** A part and all that it contains. */
function allOf(part: Part): Part[] {
  return [part, ...[...(part.options ?? []), ...(part.choices ?? [])].flatMap(allOf)]
}

/** What people see of it: the text of their language, or else the English one. */
function seen(part: Part, key: 'name' | 'description', locale: string): string {
  return part[`${key}_localizations`]?.[locale] ?? part[key] ?? ''
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index)
}

describe('the commands together', () => {
  it('are no more than Discord takes', () => {
    expect(chats.length).toBeGreaterThan(0)
    expect(chats.length).toBeLessThanOrEqual(MAX_CHAT_COMMANDS)
    for (const type of [ApplicationCommandType.User, ApplicationCommandType.Message]) {
      expect(menus.filter((menu) => menu.type === type).length).toBeLessThanOrEqual(MAX_MENU_COMMANDS)
    }
  })

  it.each(LOCALES)('have names of their own in %s', (locale) => {
    expect(repeated(chats.map((part) => seen(part, 'name', locale)))).toEqual([])
    expect(repeated(menus.map((part) => `${part.type} ${seen(part, 'name', locale)}`))).toEqual([])
  })
})

describe.each(payloads)('$name', (payload) => {
  const isMenu = payload.type !== ApplicationCommandType.ChatInput
  const parts = allOf(payload)
  const choices = new Set(parts.flatMap(({ choices = [] }) => choices))

  it('is translated only into locales that Discord has', () => {
    const known = new Set<string>(Object.values(Locale))
    const used = parts.flatMap((part) => Object.keys({ ...part.name_localizations, ...part.description_localizations }))
    expect(used.filter((locale) => !known.has(locale))).toEqual([])
  })

  it.each(LOCALES)('has names and descriptions that Discord takes in %s', (locale) => {
    for (const part of parts) {
      const name = seen(part, 'name', locale)
      if (choices.has(part)) {
        expect(name.length, name).toBeGreaterThan(0)
        expect(name.length, name).toBeLessThanOrEqual(MAX_TEXT)
        continue
      }
      expect(name).toMatch(isMenu ? MENU_NAME : NAME)
      if (isMenu) continue
      expect(name).toBe(name.toLowerCase())
      const description = seen(part, 'description', locale)
      expect(description, part.name).toMatch(/\S/)
      expect(description.length, `${part.name}: ${description}`).toBeLessThanOrEqual(MAX_TEXT)
      // A description that nobody wrote is the bare name.
      expect(description).not.toBe(part.name)
    }
  })

  it.each(LOCALES)('has options and choices that are told apart in %s', (locale) => {
    for (const { options = [], choices = [] } of parts) {
      expect(repeated(options.map((part) => seen(part, 'name', locale)))).toEqual([])
      expect(repeated(choices.map((part) => seen(part, 'name', locale)))).toEqual([])
      expect(repeated(choices.map(({ value }) => `${value}`))).toEqual([])
    }
  })

  it.each(LOCALES)('is within the length of a whole command in %s', (locale) => {
    const longest = (part: Part, key: 'name' | 'description') =>
      Math.max(part[key]?.length ?? 0, seen(part, key, locale).length)
    const length = parts.reduce(
      (sum, part) => sum + longest(part, 'name') + longest(part, 'description') + (part.value?.length ?? 0),
      0,
    )
    expect(length).toBeLessThanOrEqual(MAX_CHARACTERS)
  })

  it('takes its required options first, with bounds that Discord takes', () => {
    for (const { options = [], choices = [], ...part } of parts) {
      const required = options.map((option) => option.required === true)
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
      expect(Math.max(options.length, choices.length)).toBeLessThanOrEqual(MAX_OPTIONS)
      if (part.autocomplete) expect(choices, 'suggested or chosen, not both').toEqual([])
      if (part.max_length !== undefined) expect(part.max_length).toBeLessThanOrEqual(6_000)
      expect(part.min_value ?? 0).toBeLessThanOrEqual(part.max_value ?? Number.POSITIVE_INFINITY)
    }
  })

  it('is for servers alone: a call takes no bots', () => {
    expect(payload).toMatchObject({ contexts: [0], integration_types: [0] })
  })
})
