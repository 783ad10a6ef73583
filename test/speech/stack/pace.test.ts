import { expect, it } from 'vitest'
import { paceOf } from '../../../src/speech/engines/dashscope/pace.ts'
import { FairPace } from '../../../src/speech/stack/fair-pace.ts'
import { handClock } from '../../support/hand-clock.ts'
import { scriptedEngine, tones } from '../../support/scripted-engine.ts'
import { speakWhole } from '../../support/speech.ts'
import { paced } from '../../support/stages.ts'

function open() {
  const clock = handClock()
  const engines = [scriptedEngine('dashscope', tones), scriptedEngine('dashscope-realtime', tones)] as const
  const pace = new FairPace(paceOf('qwen3-tts-flash'), clock)
  const [first, second] = engines.map((engine) => paced(engine, pace, { clock }))
  return { clock, engines, first: first!, second: second! }
}

it('shares one pace among the engines of a key', async () => {
  const { clock, engines, first, second } = open()
  const spoken = Promise.all([first, second, first, second].map((engine) => speakWhole(engine, { text: 'Hello' })))
  await clock.turn(999)
  expect(engines.map(({ requests }) => requests.length)).toEqual([2, 1])
  await clock.until(spoken)
  expect(engines.map(({ requests }) => requests.length)).toEqual([2, 2])
})

it('costs no request when the wait is given up', async () => {
  const { clock, engines, first } = open()
  const stop = new AbortController()
  const spoken = Promise.allSettled(Array.from({ length: 5 }, () => speakWhole(first, { text: 'Hello' }, stop.signal)))
  await clock.turn(10)
  stop.abort()
  expect((await spoken).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  expect(engines[0].requests).toHaveLength(3)
  expect(clock.sleeping).toBe(0)
})

it('says that too much is asked when waiting has no use any more', async () => {
  const { clock, engines, first } = open()
  const spoken = Promise.allSettled(Array.from({ length: 30 }, () => speakWhole(first, { text: 'Hello' })))
  const results = await clock.until(spoken)
  const refused = results.filter((result) => result.status === 'rejected')
  for (const { reason } of refused) expect(reason).toMatchObject({ code: 'speech.rate-limited', retryable: false })
  expect(clock.now()).toBe(5_000)
  expect(engines[0].requests).toHaveLength(30 - refused.length)
  expect(engines[0].requests.length).toBeGreaterThanOrEqual(15)
})
