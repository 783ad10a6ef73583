import type { HeardFrame } from '@lector/loopback-discord'

/** What one fault cost those who listened; times are milliseconds. */
export interface Measurement {
  /** Speech frames that were made and not heard, or not decrypted, by whoever missed most. */
  readonly lost: number
  /** The longest silence on the wire that the fault was followed by. */
  readonly gap: number
  /** From the fault to the first frame after that silence; 0 when there was none to speak of. */
  readonly recovered: number
  /** How often the bot asked to enter a channel (op 4) from the fault on. */
  readonly requests: number
  /** What was not as it should be, whatever the figures say. */
  readonly problems: readonly string[]
  /** Where there are problems, what the bot logged last about that server. */
  readonly log?: readonly string[]
}

/** A silence that begins later has another cause. */
const FOLLOWS_MS = 1_000
/** A frame comes every 20 ms; what is later than this is noticed by others than a busy machine. */
const NOTICEABLE_GAP_MS = 60

export interface Break {
  readonly gap: number
  readonly recovered: number
}

/** The longest silence that begins soon after a moment, and how long after that moment it was over. */
export function longestBreak(frames: readonly HeardFrame[], since: number): Break {
  let longest: Break = { gap: 0, recovered: 0 }
  for (const [index, { arrival }] of frames.entries()) {
    const before = frames[index - 1]
    if (!before || arrival < since || before.arrival > since + FOLLOWS_MS) continue
    const gap = arrival - before.arrival
    if (gap > longest.gap) longest = { gap, recovered: gap > NOTICEABLE_GAP_MS ? arrival - since : 0 }
  }
  return longest
}

export function speechFrames(frames: readonly HeardFrame[]): number {
  return frames.filter(({ silence, opus }) => !silence && opus !== undefined).length
}

/** Frames that overtook others or came twice. A new connection counts from a new number, far from the old ones. */
export function disorder(frames: readonly HeardFrame[]): string[] {
  const steps = frames.slice(1).map(({ sequence }, index) => ((sequence - frames[index]!.sequence) << 16) >> 16)
  const wrong = steps.filter((step) => step <= 0 && step > -NEARBY).length
  return wrong === 0 ? [] : [`${wrong} frames out of order`]
}

const NEARBY = 100
