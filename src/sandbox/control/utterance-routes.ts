import { notFound } from '../discord/errors.ts'
import { Answer, type Route, route } from '../http/router.ts'
import { toWav } from '../listener/playback.ts'
import type { ControlledSandbox } from './control-server.ts'

/** What was said, from the wish to the last packet, as a listener heard it. */
export function utteranceRoutes({ witness, happenings }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/utterances', () => witness.spoken.map((spoken) => spoken.view())),
    route('GET', '/utterances/:utterance/audio.wav', ({ params }) => {
      const spoken = witness.spoken.find(({ id }) => id === params.utterance)
      if (!spoken) throw notFound()
      return new Answer(200, toWav(spoken.sound()), { 'content-type': 'audio/wav' })
    }),
    route('GET', '/happenings', () => happenings.all),
  ]
}
