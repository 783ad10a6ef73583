import { durationOf, SAMPLE_RATE } from '../../audio/format.ts'
import { encodeWav } from '../../audio/wav.ts'
import { notFound } from '../discord/errors.ts'
import { Answer, type Route, route } from '../http/router.ts'
import type { ServedRequest } from '../speech-service/served-request.ts'
import type { ControlledSandbox } from './control-server.ts'

/** What the speech service was asked to say. */
export function speechRoutes({ speech }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/speech', () => speech.requests.map(requestView)),
    route('GET', '/speech/:request/audio.wav', ({ params }) => {
      const request = speech.requests.find(({ id }) => id === params.request)
      if (!request) throw notFound()
      return new Answer(200, encodeWav(request.pcm, { sampleRate: SAMPLE_RATE }), { 'content-type': 'audio/wav' })
    }),
  ]
}

function requestView({ pcm, body, ...request }: ServedRequest): object {
  return { ...request, duration: durationOf(pcm.length) }
}
