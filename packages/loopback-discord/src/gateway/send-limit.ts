import type { Clock } from '../clock.ts'

/** https://discord.com/developers/docs/events/gateway#rate-limiting */
const SENDS = 120
const WINDOW = 60_000

/** Counts what a client sends; gives false when it is more than Discord takes. */
export function sendLimit(clock: Clock): () => boolean {
  let sent: number[] = []
  return () => {
    const now = clock.now()
    sent = [...sent.filter((at) => now - at < WINDOW), now]
    return sent.length <= SENDS
  }
}
