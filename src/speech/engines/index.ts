import type { EngineDescription } from '../engine-description.ts'
import { dashscope, dashscopeRealtime } from './dashscope/description.ts'
import { local } from './local/description.ts'
import { openai } from './openai/description.ts'
import { voicevox } from './voicevox/description.ts'
import { wyoming } from './wyoming/description.ts'

/** All engines, in the order in which they are asked if none is named; the free one is last. */
export const ENGINES = [
  dashscope,
  dashscopeRealtime,
  openai,
  wyoming,
  voicevox,
  local,
] as const satisfies readonly EngineDescription[]

type Intersection<U> = (U extends unknown ? (member: U) => void : never) extends (member: infer I) => void ? I : never

/** The variables of all engines in one table. */
export const ENGINE_VARIABLES = Object.assign({}, ...ENGINES.map(({ variables }) => variables)) as Intersection<
  (typeof ENGINES)[number]['variables']
>
