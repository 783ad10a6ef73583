import type { ResolvedSpeech } from '../settings/resolve.ts'
import type { Utterance } from '../speech/engine.ts'

/** A text in the manner that settings resolved to. */
export function utteranceOf(
  text: string,
  { voice, style, language, engine, model, speed, volume }: ResolvedSpeech,
): Utterance {
  return {
    text,
    voice: voice.value,
    language: language.value,
    ...(style.value !== undefined && { style: style.value }),
    ...(engine.from !== 'default' && { engine: engine.value }),
    ...(model.value !== undefined && { model: model.value }),
    ...(speed.value !== 1 && { speed: speed.value }),
    ...(volume.value !== 1 && { volume: volume.value }),
  }
}
