import { hint, UsageError } from '@lector/loopback-discord'
import { type Field, type Fields, number, optional, readFields, text, yesOrNo } from '@lector/loopback-discord/http'
import type { FaultView } from '../views.ts'
import { GATEWAY_FAULTS, JOINING_FAULTS } from './discord-list.ts'
import type { Fault, FaultPlace, Parameter } from './fault.ts'
import { SPEECH_FAULTS } from './speech-list.ts'
import { ENCRYPTION_FAULTS, VOICE_FAULTS } from './voice-list.ts'

/** All faults. */
export const FAULTS: readonly Fault[] = [
  ...VOICE_FAULTS,
  ...ENCRYPTION_FAULTS,
  ...JOINING_FAULTS,
  ...GATEWAY_FAULTS,
  ...SPEECH_FAULTS,
]

const NAMES = FAULTS.map(({ name }) => name)

export type FaultValues = Readonly<Record<string, unknown>>

/** Triggers faults by name and ends lasting ones. */
export class FaultPanel {
  readonly #place: FaultPlace

  constructor(place: FaultPlace) {
    this.#place = place
  }

  list(): FaultView[] {
    return FAULTS.map(({ name, group, summary, parameters, lasting }) => ({
      name,
      group,
      summary,
      parameters,
      ...(lasting && { on: lasting.isOn(this.#place) }),
    }))
  }

  /** A fault's parameters as request fields. */
  fieldsOf(name: string): Fields {
    const parameters = Object.entries(named(name).parameters)
    return Object.fromEntries(parameters.map(([key, parameter]) => [key, fieldOf(parameter)]))
  }

  /** Missing parameters take their defaults. @throws UsageError if one is unknown or out of range */
  async cause(name: string, given: FaultValues = {}, guildId?: string): Promise<void> {
    const { parameters, cause } = named(name)
    const defaults = Object.entries(parameters).map(([key, parameter]) => [key, parameter.default])
    const values = { ...Object.fromEntries(defaults), ...readFields(this.fieldsOf(name), given) }
    await cause(this.#at(guildId), values)
  }

  /** @throws UsageError if the fault does not last */
  end(name: string, guildId?: string): void {
    const { lasting } = named(name)
    if (!lasting) throw new UsageError(`"${name}" happens once: there is nothing to switch off.`)
    lasting.end(this.#at(guildId))
  }

  #at(guildId = this.#place.guildId): FaultPlace {
    return { ...this.#place, guildId: this.#place.discord.world.guild(guildId).id }
  }
}

function named(name: string): Fault {
  const fault = FAULTS.find((one) => one.name === name)
  if (!fault) throw new UsageError(`There is no fault "${name}". ${hint(name, NAMES)}`, 404)
  return fault
}

function fieldOf(parameter: Parameter): Field<unknown> {
  const { type, summary } = parameter
  if (type === 'number') return optional(number(summary, parameter.minimum, parameter.maximum))
  return type === 'boolean' ? optional(yesOrNo(summary)) : optional(text(summary))
}
