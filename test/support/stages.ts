import type { Log } from '../../src/kernel/log.ts'
import { speechObservation } from '../../src/observe/speech-observation.ts'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { type Budget, budgeted as budgetedStage } from '../../src/speech/stack/budgeted.ts'
import type { FairPace } from '../../src/speech/stack/fair-pace.ts'
import { normalised as normalisedStage } from '../../src/speech/stack/normalised.ts'
import { type PaceOptions, pace as paceStage } from '../../src/speech/stack/pace.ts'
import { staged } from '../../src/speech/stack/staged.ts'
import { volume } from '../../src/speech/stack/volume.ts'

/** Engines behind a single stage of the stack. */
export const normalised = (engine: SpeechEngine) => staged(engine, [normalisedStage(engine.loudness)])
export const atVolume = (engine: SpeechEngine) => staged(engine, [volume()])
export const observed = (engine: SpeechEngine, log: Log) => staged(engine, [speechObservation(log)])
export const paced = (engine: SpeechEngine, pace: FairPace, options?: PaceOptions) =>
  staged(engine, [paceStage(engine.id, pace, options)])
export const budgeted = <R>(engine: SpeechEngine, budget: Budget<R>, free?: SpeechEngine) =>
  staged(engine, [budgetedStage(engine.id, budget, free)])
