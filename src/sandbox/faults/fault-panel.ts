import { notFound } from '../discord/errors.ts'
import { UsageError } from '../usage-error.ts'
import { GATEWAY_FAULTS, JOINING_FAULTS } from './discord-list.ts'
import type { Fault, FaultPlace, Parameter, Parameters } from './fault.ts'
import { SPEECH_FAULTS } from './speech-list.ts'
import { ENCRYPTION_FAULTS, VOICE_FAULTS } from './voice-list.ts'

/** Everything that can be made to go wrong. */
export const FAULTS: readonly Fault[] = [
  ...VOICE_FAULTS,
  ...ENCRYPTION_FAULTS,
  ...JOINING_FAULTS,
  ...GATEWAY_FAULTS,
  ...SPEECH_FAULTS,
]

/** A fault as a page shows it: `on` is undefined for those that happen once and are over. */
export interface FaultView {
  readonly name: string
  readonly group: Fault['group']
  readonly summary: string
  readonly parameters: Parameters
  readonly on?: boolean
}

export type FaultValues = Readonly<Record<string, unknown>>

/** The switches of the sandbox: causes faults by name, and ends those that last. */
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

  /** Parameters that are not given have their defaults. @throws UsageError when one is unknown or out of bounds */
  async cause(name: string, given: FaultValues = {}, guildId?: string): Promise<void> {
    const fault = named(name)
    await fault.cause(this.#at(guildId), valuesOf(fault, given))
  }

  /** @throws UsageError when it is nothing that lasts */
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
  if (!fault) throw notFound()
  return fault
}

function valuesOf({ name, parameters }: Fault, given: FaultValues): Record<string, never> {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(parameters, key))
  if (unknown !== undefined) throw new UsageError(`"${name}" has no parameter "${unknown}".`)
  const values = Object.entries(parameters).map(([key, parameter]) => [key, checked(key, parameter, given[key])])
  return Object.fromEntries(values)
}

function checked(key: string, parameter: Parameter, given: unknown): unknown {
  if (given === undefined) return parameter.default
  const expected = parameter.type === 'text' ? 'string' : parameter.type
  if (typeof given !== expected) throw new UsageError(`"${key}" is a ${parameter.type}.`)
  if (parameter.type === 'number') {
    const { minimum, maximum } = parameter
    const value = given as number
    if (!(value >= minimum && value <= maximum)) throw new UsageError(`"${key}" is from ${minimum} to ${maximum}.`)
  }
  return given
}
