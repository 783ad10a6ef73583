import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/i18n/catalogues.ts'
import type { CommandText } from '../../src/i18n/command-text.ts'
import { INTERFACE_CODES } from '../../src/i18n/interface-languages.ts'

/** Discord's limits: https://discord.com/developers/docs/interactions/application-commands, …/components/reference */
const MAX_NAME = 32
const MAX_DESCRIPTION = 100
const MAX_CHOICE = 100
const MAX_BUTTON = 80
const MAX_PLACEHOLDER = 150
const MAX_MESSAGE = 2_000

describe.each(INTERFACE_CODES)('the lengths of texts in %s', (code) => {
  const { commands, settings, reading, errors, doctor } = catalogueOf(code)
  const entries = Object.entries(commands) as [string, CommandText][]
  const options = entries.flatMap(([path, { options = {} }]) =>
    Object.entries(options).map(([name, option]) => ({ path: `${path} ${name}`, ...option })),
  )

  it('fit into names and descriptions of commands and options', () => {
    expect(options.length).toBeGreaterThan(50)
    for (const { path, name, description } of [...entries.map(([path, text]) => ({ path, ...text })), ...options]) {
      if (name !== undefined) expect(name.length, `${path}: ${name}`).toBeLessThanOrEqual(MAX_NAME)
      expect(description.length, `${path}: ${description}`).toBeLessThanOrEqual(MAX_DESCRIPTION)
    }
  })

  it('fit into choices of options', () => {
    const choices = options.flatMap(({ choices = {} }) => Object.values(choices))
    expect(choices.length).toBeGreaterThan(20)
    for (const choice of choices) expect(choice.length, choice).toBeLessThanOrEqual(MAX_CHOICE)
  })

  it('fit on buttons and in select menus', () => {
    const { names, values, presets } = settings
    const switches = Object.values(names).flatMap((name) => [settings.turnOn(name), settings.turnOff(name)])
    const buttons = [settings.back(), settings.next(), settings.preview(), settings.useVoice()]
    for (const label of [...switches, ...buttons, settings.dataConfirm(), settings.dataCancel()]) {
      expect(label.length, label).toBeLessThanOrEqual(MAX_BUTTON)
    }
    for (const choice of [...Object.values(values), ...Object.values(presets)]) {
      expect(choice.length, choice).toBeLessThanOrEqual(MAX_CHOICE)
    }
    const placeholders = [settings.chooseVoice(), settings.moreVoices(), settings.chooseLanguage()]
    for (const placeholder of [...placeholders, settings.chooseNames(), settings.chooseStyle()]) {
      expect(placeholder.length, placeholder).toBeLessThanOrEqual(MAX_PLACEHOLDER)
    }
  })

  it('fit into messages with the longest names of channels', () => {
    const channel = 'c'.repeat(100)
    const long = [
      errors['voice.missing-permission']({ permission: 'ReadMessageHistory', channel }),
      settings.privacyKept(3650),
      reading.willReadHere(channel, channel),
      doctor.cannotWrite(channel),
    ]
    for (const text of long) expect(text.length, text).toBeLessThanOrEqual(MAX_MESSAGE)
  })
})
