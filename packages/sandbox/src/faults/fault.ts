import type { DiscordSandbox } from '@lector/loopback-discord'
import type { VoicePresence } from '../voice-presence.ts'
import type { SpeechFaults } from './speech-faults.ts'

/** A fault and its description for people, scripts and the page. */
export interface Fault {
  /** As in the URL: `voice-close`. */
  readonly name: string
  readonly group: 'voice' | 'media' | 'encryption' | 'joining' | 'gateway' | 'rest' | 'distance' | 'speech'
  /** What it does, in one sentence. */
  readonly summary: string
  readonly parameters: Parameters
  /** Triggers the fault once, or switches it on. */
  cause(place: FaultPlace, values: Values<Parameters>): unknown
  /** Present if the fault can be switched off. */
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

/** The bot and server that a fault affects. Gateway, REST and speech faults affect all servers of the bot. */
export interface FaultPlace {
  readonly discord: DiscordSandbox
  readonly voicePresence: VoicePresence
  readonly speech: SpeechFaults
  readonly guildId: string
  readonly botId: string
}

/** Defines a fault with typed parameters. */
export function fault<const P extends Parameters>(
  description: Omit<Fault, 'parameters' | 'cause'> & {
    readonly parameters: P
    cause(place: FaultPlace, values: Values<P>): unknown
  },
): Fault {
  return description as unknown as Fault
}

/** Reads the switches of a place by name. */
type SwitchesOf<Switches> = (place: FaultPlace) => Switches

/** A fault that affects the next N items; its switch counts down. */
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
