import { compare } from '@lector/loopback-discord'
import type { Spoken } from './spoken.ts'

/** Two utterances of one voice resemble each other in a few windows; the right one is heard nearly whole. */
const HEARD = 0.7
/** A recording that was cut off still begins with its utterance. */
const ENOUGH_MS = 300

/**
 * Which of several utterances a recording is, by its sound: the one whose speech was heard, among those that the speech
 * service made while it was not known which would come. The first unless another fits better.
 */
export async function soundingOne(recording: Spoken, others: readonly Spoken[]): Promise<Spoken> {
  const heard = await recording.sound()
  const fits = (one: Spoken) => {
    const made = one.made.subarray(0, Math.floor(heard.length / 2))
    return made.length < ENOUGH_MS * 24 ? 0 : compare(made, heard).present
  }
  const own = fits(recording)
  if (own >= HEARD) return recording
  const best = others.map((one) => ({ one, share: fits(one) })).toSorted((a, b) => b.share - a.share)[0]
  return best && best.share >= HEARD && best.share > own ? best.one : recording
}
