import { createHmac } from 'node:crypto'
import type { EncoderSettings } from '../audio/opus.ts'
import type { Utterance } from '../speech/engine.ts'

/** Raise it when the same words result in other packets. */
const VERSION = 4

/**
 * The name under which an utterance's packets are kept: the same for all that sounds the same. The complexity of the
 * encoder is not part of it, since another request costs more than a difference that few people hear. Without the
 * secret the name tells nothing, not even to somebody who guesses the words.
 *
 * `source` names what speaks when the utterance names no engine and no model.
 */
export function packetKey(
  secret: Uint8Array,
  source: string,
  { voice, engine, model, style, language, speed = 1, volume = 1, text }: Utterance,
  { bitrate }: Pick<EncoderSettings, 'bitrate'>,
): string {
  const speaker = [source, engine ?? null, model ?? null, voice, style ?? null, language, speed, volume]
  const parts = [VERSION, ...speaker, text, bitrate]
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')
}
