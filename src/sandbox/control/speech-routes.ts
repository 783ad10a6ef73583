import { durationOf, SAMPLE_RATE } from '../../audio/format.ts'
import { encodeWav } from '../../audio/wav.ts'
import { Answer, type Route } from '../http/router.ts'
import type { ServedRequest } from '../speech-service/served-request.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { lastOrById } from './latest.ts'
import { NO_FIELDS, route } from './route.ts'

/** What the speech service was asked to say. */
export function speechRoutes({ speech }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/speech', NO_FIELDS, () => speech.requests.map(requestView)),
    route('GET', '/speech/:request/audio.wav', NO_FIELDS, ({ params }) => {
      const request = lastOrById(speech.requests, params.request, 'request', '/speech')
      return new Answer(200, encodeWav(request.pcm, { sampleRate: SAMPLE_RATE }), { 'content-type': 'audio/wav' })
    }),
  ]
}

function requestView({ pcm, body, ...request }: ServedRequest): object {
  return { ...request, duration: durationOf(pcm.length) }
}
