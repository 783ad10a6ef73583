import { FRAME_MS } from '../../src/audio/format.ts'
import { quantile } from './statistics.ts'

/** How evenly the packets of many speakers came. */
export interface Pacing {
  readonly packets: number
  /** Share within `TOLERANCE_MS` of their time. */
  readonly onTime: number
  /** Share that came in a burst: before their time by more than `BURST_MS`. */
  readonly bursts: number
  /** 99.9 % of packets were less late than this, in milliseconds. */
  readonly late999: number
}

const TOLERANCE_MS = 10
const BURST_MS = 5

/**
 * A packet's time is 20 ms after that of the packet before it. One that is early, or a whole frame late, sets the time
 * for those behind it: a sender that makes a pause and goes on evenly is late once, one that catches up sends a burst.
 */
export function pacingOf(streams: Iterable<readonly number[]>): Pacing {
  const lateness: number[] = []
  let bursts = 0
  for (const [first, ...rest] of streams) {
    let due = first ?? 0
    for (const time of rest) {
      due += FRAME_MS
      const late = time - due
      if (late < -BURST_MS) bursts += 1
      if (late < 0 || late >= FRAME_MS) due = time
      lateness.push(late)
    }
  }
  const onTime = lateness.filter((late) => late <= TOLERANCE_MS).length
  return {
    packets: lateness.length,
    onTime: onTime / lateness.length,
    bursts: bursts / lateness.length,
    late999: quantile(lateness, 0.999),
  }
}
