import type { LectorError } from '../kernel/errors.ts'
import type { ValuesOf, Variables } from '../kernel/variables.ts'
import type { SpeechEngine, Voice } from './engine.ts'
import type { PaceLimit } from './stack/fair-pace.ts'

/**
 * What an engine's folder tells about its engine. No file outside the folder compares an engine's id: what is special
 * about an engine is a field here. `engines/index.ts` lists the descriptions.
 */
export interface EngineDescription<V extends Variables = Variables, S = unknown> {
  /** What configuration, logs and receipts say. */
  readonly id: string
  /** The environment variables that configure it. */
  readonly variables: V
  /** The variable without which it is not configured; undefined for an engine that always is. */
  readonly needs?: keyof V & string
  /** True for an engine that speaks only if LECTOR_ENGINE names it, and never as a fallback. */
  readonly onlyWhenNamed?: true
  /** The engine's options, read from its variables; undefined if it is not configured. */
  settings(values: ValuesOf<V>): S | undefined
  configure(settings: S, options?: ConfigureOptions): ConfiguredEngine
}

export interface ConfigureOptions {
  /** False has the provider make the whole sound first, where an engine can choose. */
  readonly stream?: boolean
}

/** An engine with its options: what can be known of it before it is opened. */
export interface ConfiguredEngine {
  readonly id: string
  /** Who makes the speech, as people know them: `Alibaba Cloud Model Studio`. */
  readonly provider: string
  /** Where texts go; undefined if they stay on this machine. */
  readonly host?: string
  /** True for the engine that costs nothing and needs no network: it speaks when no other can. */
  readonly free?: true
  /** Identifies the source of its speech in cache keys: two sources sound different. */
  readonly source: string
  /** The model that speaks unless another one is chosen; undefined if there is nothing to choose. */
  readonly model?: string
  /** The models to choose from. */
  readonly models: readonly string[]
  /** Whether a model id may belong to this engine; ids come and go, so unknown ids may. */
  mayBeModel(model: string): boolean
  /** The configured replacement for voices that the engine does not have. */
  readonly voice?: string
  /** The voice names that the engine takes; undefined if only the opened engine can tell (`SpeechEngine.voices`). */
  readonly namedVoices?: readonly Voice[]
  /** Whether a model has a voice. */
  hasVoice(voice: string, model: string): boolean | 'unknown'
  /** Current models that have a voice, dated snapshots left out. */
  modelsWithVoice(voice: string): readonly string[]
  /** Whether a style is followed with this voice; `model` is the chosen one, if any. */
  followsStyle(voice: string, model: string | undefined): boolean | 'unknown'
  /** Whether a voice may be assigned to members who have not chosen one. */
  isAssignable(voice: string, model: string | undefined): boolean
  /** USD per 10,000 characters by the provider's list; undefined if there is no list price. */
  usdOf(model: string | undefined): number | undefined
  /** The month of the price list, as `2026-11`. */
  readonly pricesAsOf?: string
  /** How many requests the provider allows. Engines of one account share one pace. */
  readonly pace?: { readonly account: string; readonly limits: readonly PaceLimit[] }
  /** The longest text of one request in characters as `countCharacters` counts; Infinity if there is no limit. */
  limitOf(model: string | undefined): number
  /** The variables that the host looks at when it does not speak. */
  readonly hints?: HostHints
  /** Notes for the host, such as an announced end of the service. */
  readonly warnings?: readonly string[]
  /** Finds out more about a failure than its error says, by asking the provider; undefined if there is no more. */
  diagnose?(error: LectorError): Promise<string | undefined>
  open(): SpeechEngine
}

export interface HostHints {
  /** The variable of the address, and what a right address looks like. */
  readonly address?: string
  readonly addressForm?: string
  readonly key?: string
  readonly region?: string
  readonly model?: string
  readonly voice?: string
  readonly timeout?: string
  readonly format?: string
  /** Where quotas and bills are seen. */
  readonly account?: string
}

/** What holds for an engine of whose models nothing is known. */
export function withoutModelFacts(model: string | undefined) {
  return {
    ...(model !== undefined && { model }),
    models: model === undefined ? [] : [model],
    mayBeModel: () => model !== undefined,
    hasVoice: () => 'unknown',
    modelsWithVoice: () => [],
    followsStyle: () => 'unknown',
    isAssignable: () => true,
    usdOf: () => undefined,
  } as const satisfies Partial<ConfiguredEngine>
}
