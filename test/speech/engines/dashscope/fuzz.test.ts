import { type Faults, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { expect, it } from 'vitest'
import { isLectorError } from '../../../../src/kernel/errors.ts'
import { createDashScopeEngine } from '../../../../src/speech/engines/dashscope/engine.ts'
import { createDraw } from '../../../support/draw.ts'
import { watched } from '../../../support/watched.ts'

it('ends 200 utterances with random faults in speech or in a LectorError', async () => {
  const draw = createDraw(7)
  const refusal = { status: 429, code: 'Throttling', message: '' }
  const drawFaults = (): Faults => {
    const after = draw.below(4)
    return {
      pieces: Array.from({ length: 1 + draw.below(4) }, () => 1 + draw.below(5_000)),
      header: draw.pick(['wav', 'none', 'split', 'wav', 'mp3']),
      lineEnd: draw.pick(['\n', '\r\n']),
      ...(draw.chance(0.1) ? { bytesPerWrite: 50 + draw.below(500) } : {}),
      ...draw.pick<Faults>([
        {},
        {},
        {},
        { cut: { after } },
        { endWithoutStop: true },
        { refuse: { ...refusal, framed: draw.chance(0.5) } },
        { errorEvent: { after, refusal } },
        { malformedJson: { after } },
        { badBase64: { after } },
        { stall: { after, ms: 60_000 } },
        { delay: 60_000 },
        { silent: true },
        { redirect: 'http://127.0.0.1:9/' },
      ]),
    }
  }
  const service = await startSpeechService({
    synthesize: speakTones,
    faults: drawFaults,
    requestsPerMinute: 10_000,
    keep: 1_000,
  })
  const engine = watched(createDashScopeEngine({ apiKey: service.key, baseUrl: service.baseUrl }), 600)
  const outcomes = { spoken: 0, failed: 0 }

  const speakOne = async (text: string) => {
    const heard: Buffer[] = []
    try {
      const utterance = { text, voice: 'Cherry', language: 'en' } as const
      for await (const event of engine.speak(utterance, new AbortController().signal)) {
        if (event.kind === 'audio') heard.push(event.pcm)
      }
      outcomes.spoken++
      expect(Buffer.concat(heard).equals(toneOf(text))).toBe(true)
    } catch (error) {
      if (!isLectorError(error)) throw error
      outcomes.failed++
      // What was heard before a failure is right as far as it goes.
      const pcm = Buffer.concat(heard)
      expect(pcm.equals(toneOf(text).subarray(0, pcm.length))).toBe(true)
    }
  }
  for (let round = 0; round < 10; round++) {
    await Promise.all(Array.from({ length: 20 }, (_, i) => speakOne(`Sentence ${i} of round ${round}.`)))
  }
  expect(outcomes.spoken + outcomes.failed).toBe(200)
  expect(outcomes.spoken).toBeGreaterThan(30)
  expect(outcomes.failed).toBeGreaterThan(30)
  await expect.poll(() => service.requests.filter(({ state }) => state === 'running').length).toBe(0)
  await engine.close()
  await service.close()
})
