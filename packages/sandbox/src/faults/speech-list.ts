import type { Faults } from '@lector/loopback-speech'
import { REFUSALS } from '@lector/loopback-speech'
import { type Fault, fault, milliseconds, number, type Parameters, times, type Values } from './fault.ts'

const AFTER = number(1, [0, 1000], 'after how many pieces of sound, 320 ms each')

export const SPEECH_FAULTS = [
  speechFault(
    'speech-slow',
    'The speech service thinks for a while before it answers the next requests.',
    { delay: milliseconds(3_000, 'how long') },
    ({ delay }) => ({ delay }),
  ),
  speechFault(
    'speech-stalled',
    'The speech service falls silent in the middle of its next answers, and then goes on.',
    { after: AFTER, duration: milliseconds(1_500, 'how long') },
    // In real time, so that what was sent before the pause cannot cover it.
    ({ after, duration }) => ({ stall: { after, ms: duration }, pace: 1 }),
  ),
  speechFault(
    'speech-cut',
    'The connection to the speech service breaks in the middle of its next answers.',
    { after: AFTER },
    ({ after }) => ({ cut: { after } }),
  ),
  speechFault(
    'speech-limited',
    'The speech service refuses the next requests because there are too many (429).',
    { retryAfter: number(1, [0, 600], 'how long it asks to wait, in seconds') },
    ({ retryAfter }) => ({ refuse: { ...REFUSALS.tooFast, retryAfter: String(retryAfter) } }),
  ),
  speechFault('speech-failed', 'The speech service fails on the next requests (500).', {}, () => ({
    refuse: REFUSALS.failed,
  })),
]

/** A fault that affects the next N requests. */
function speechFault<const P extends Parameters>(
  name: string,
  summary: string,
  parameters: P,
  faults: (values: Values<P>) => Faults,
): Fault {
  return fault({
    name,
    group: 'speech',
    summary,
    parameters: { times: times('requests'), ...parameters },
    cause: ({ speech }, values) => {
      const { times } = values as Values<Parameters>
      speech.add(name, Number(times), faults(values as unknown as Values<P>))
    },
    lasting: {
      isOn: ({ speech }) => speech.left(name) > 0,
      end: ({ speech }) => speech.remove(name),
    },
  })
}
