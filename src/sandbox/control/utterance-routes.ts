import { Answer, type Route } from '../http/router.ts'
import { toWav } from '../listener/playback.ts'
import { UsageError } from '../usage-error.ts'
import type { ControlledSandbox } from './control-server.ts'
import { NO_FIELDS, route } from './route.ts'

/** What was said, from the wish to the last packet, as a listener heard it. */
export function utteranceRoutes({ witness, happenings }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/utterances', NO_FIELDS, () => witness.spoken.map((spoken) => spoken.view())),
    route('GET', '/utterances/:utterance/audio.wav', NO_FIELDS, ({ params }) => {
      const spoken = witness.spoken.find(({ id }) => id === params.utterance)
      if (!spoken)
        throw new UsageError(`There is no utterance "${params.utterance}"; GET /utterances lists the latest.`, 404)
      return new Answer(200, toWav(spoken.sound()), { 'content-type': 'audio/wav' })
    }),
    route('GET', '/happenings', NO_FIELDS, () => happenings.all),
  ]
}
