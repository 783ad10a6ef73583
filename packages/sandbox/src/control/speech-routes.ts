import type { Route } from '@lector/loopback-discord/http'
import { durationOf, SAMPLE_RATE, type ServedRequest } from '@lector/loopback-speech'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { lastOrById } from './latest.ts'
import { NO_FIELDS, route } from './route.ts'
import { wavAnswer } from './wav-answer.ts'

/** What the speech service was asked to say. */
export function speechRoutes({ speech }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/speech', NO_FIELDS, () => speech.requests.map(requestView)),
    route('GET', '/speech/:request/audio.wav', NO_FIELDS, ({ params }) => {
      const request = lastOrById(speech.requests, params.request, 'request', '/speech')
      return wavAnswer(request.pcm, SAMPLE_RATE)
    }),
  ]
}

function requestView({ pcm, body, ...request }: ServedRequest): object {
  return { ...request, duration: durationOf(pcm.length) }
}
