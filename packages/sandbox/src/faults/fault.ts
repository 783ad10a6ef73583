import type { DiscordSandbox } from '@lector/loopback-discord'
import type { VoicePresence } from '../voice-presence.ts'
import type { SpeechFaults } from './speech-faults.ts'

/** One thing that can be made to go wrong: what a person, a script or a page needs to know of it. */
export interface Fault {
  /** As it stands in the address: `voice-close`. */
  readonly name: string
  readonly group: 'voice' | 'media' | 'encryption' | 'joining' | 'gateway' | 'rest' | 'distance' | 'speech'
  /** What it does, in one sentence. */
  readonly summary: string
  readonly parameters: Parameters
  /** Makes it happen now, or from now on. */
  cause(place: FaultPlace, values: Values<Parameters>): unknown
  /** Only what goes on, or still waits to happen, can be switched off. */
  readonly lasting?: Lasting
}

export interface Lasting {
  isOn(place: FaultPlace): boolean
  end(place: FaultPlace): void
}

export interface NumberParameter {
  readonly type: 'number'
  readonly default: number
  readonly minimum: number
  readonly maximum: number
  readonly summary: string
}

export interface BooleanParameter {
  readonly type: 'boolean'
  readonly default: boolean
  readonly summary: string
}

export interface TextParameter {
  readonly type: 'text'
  readonly default: string
  readonly summary: string
}

export type Parameter = NumberParameter | BooleanParameter | TextParameter
export type Parameters = Readonly<Record<string, Parameter>>

export type Values<P extends Parameters> = { readonly [Name in keyof P]: ValueOf<P[Name]> }
type ValueOf<P> = P extends NumberParameter ? number : P extends BooleanParameter ? boolean : string

/** Where a fault happens: to the bot, in one server. Faults of the gateway, REST and speech concern all its servers. */
export interface FaultPlace {
  readonly discord: DiscordSandbox
  readonly voicePresence: VoicePresence
  readonly speech: SpeechFaults
  readonly guildId: string
  readonly botId: string
}

/** Writes a fault down so that `cause` knows the types of its parameters. */
export function fault<const P extends Parameters>(
  description: Omit<Fault, 'parameters' | 'cause'> & {
    readonly parameters: P
    cause(place: FaultPlace, values: Values<P>): unknown
  },
): Fault {
  return description as unknown as Fault
}

/** Switches as they stand in one place, by name. */
type SwitchesOf<Switches> = (place: FaultPlace) => Switches

/** A fault of the next so many of something; its switch counts them down. */
export function faultOfNext<Name extends string>(
  of: string,
  switches: SwitchesOf<Record<Name, number>>,
  count: Name,
  description: Pick<Fault, 'name' | 'group' | 'summary'>,
): Fault {
  return fault({
    ...description,
    parameters: { times: times(of) },
    cause: (place, { times }) => {
      switches(place)[count] = times
    },
    lasting: whileAbove0(switches, count),
  })
}

/** A fault that goes on while its switch is on. */
export function faultWhileOn<Name extends string>(
  switches: SwitchesOf<Record<Name, boolean>>,
  name: Name,
  description: Pick<Fault, 'name' | 'group' | 'summary'>,
): Fault {
  const turn = (place: FaultPlace, on: boolean) => {
    const turned: Record<Name, boolean> = switches(place)
    turned[name] = on
  }
  return fault({
    ...description,
    parameters: {},
    cause: (place) => turn(place, true),
    lasting: { isOn: (place) => switches(place)[name], end: (place) => turn(place, false) },
  })
}

export function whileAbove0<Name extends string>(switches: SwitchesOf<Record<Name, number>>, name: Name): Lasting {
  return {
    isOn: (place) => switches(place)[name] > 0,
    end: (place) => {
      switches(place)[name] = 0
    },
  }
}

export function whileDefined<Name extends string>(switches: SwitchesOf<Record<Name, unknown>>, name: Name): Lasting {
  return {
    isOn: (place) => switches(place)[name] !== undefined,
    end: (place) => {
      switches(place)[name] = undefined
    },
  }
}

export function number(value: number, [minimum, maximum]: readonly [number, number], summary: string): NumberParameter {
  return { type: 'number', default: value, minimum, maximum, summary }
}

export function milliseconds(value: number, summary: string): NumberParameter {
  return number(value, [0, 600_000], `${summary}, in milliseconds`)
}

export function times(of: string): NumberParameter {
  return number(1, [1, 1000], `how many ${of}`)
}
