import type { SettingName, SettingTexts } from '../i18n/settings.ts'
import type { SpokenLanguage } from '../kernel/spoken-languages.ts'
import type { Source } from '../settings/resolve.ts'
import type { GuildSettings, GuildValues, MemberValues } from '../settings/types.ts'
import { engineLine, engineOf } from './choosing/engines.ts'
import { nameOfLanguage } from './choosing/languages.ts'
import { nameOfStyle } from './choosing/styles.ts'
import type { SuggestContext } from './command.ts'

export type Setting = keyof GuildValues | keyof MemberValues
type Value = string | number | boolean | undefined

/** Settings as people read them, a line each, in their language. */
export class Describer {
  readonly #context: SuggestContext
  readonly #server: GuildSettings
  readonly #texts: SettingTexts
  readonly #numbers: Intl.NumberFormat

  /** @param server its own styles are shown by their names */
  constructor(context: SuggestContext, server: GuildSettings) {
    this.#context = context
    this.#server = server
    this.#texts = context.texts.settings
    this.#numbers = new Intl.NumberFormat(context.language)
  }

  /** "**Voice:** Cherry" */
  line(setting: Setting, value: Value): string {
    return this.#texts.line(this.#texts.names[setting], this.value(setting, value))
  }

  /** "**Voice:** Cherry (your choice)" */
  lineFrom(setting: Setting, value: Value, source: Source): string {
    return this.#texts.lineFrom(this.#texts.names[setting], this.value(setting, value), this.#texts.sources[source])
  }

  value(setting: Setting, value: Value): string {
    const { values, characters } = this.#texts
    if (typeof value === 'boolean') return value ? values.on : values.off
    switch (setting satisfies SettingName) {
      case 'style':
        return value === undefined ? values.none : nameOfStyle(String(value), this.#server.presets, this.#context)
      case 'language':
      case 'announceLanguage':
        return nameOfLanguage(value as SpokenLanguage, this.#context)
      case 'engine': {
        const engine = this.#context.services.engines.find(({ id }) => id === value)
        return engine ? engineLine(engine, this.#context) : String(value)
      }
      case 'model':
        return String(value ?? engineOf(this.#server.chosen, this.#context.services).model ?? values.none)
      case 'maxLength':
        return characters(Number(value))
      case 'serverDayBudget':
      case 'serverMonthBudget':
      case 'memberDayBudget':
      case 'memberMonthBudget':
        return value === undefined ? values.unlimited : characters(Number(value))
      case 'memberRatePerMinute':
      case 'serverRatePerMinute':
        return this.#texts.perMinute(Number(value))
      case 'leaveWhenAloneAfter':
        return value === 0 ? values.stays : this.#texts.seconds(Number(value) / 1000)
      case 'announceNames':
        return values[value as GuildValues['announceNames']]
      case 'interrupting':
        return values[value as GuildValues['interrupting']]
      case 'atBudget':
        return values[value as GuildValues['atBudget']]
      case 'emoji':
        return values[value as GuildValues['emoji']]
      case 'embeds':
        return values[value as GuildValues['embeds']]
      default:
        if (value === undefined) return values.none
        return typeof value === 'number' ? this.#numbers.format(value) : value
    }
  }
}
