import type { Route } from '@lector/loopback-discord/http'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { lastOrById } from './latest.ts'
import { NO_FIELDS, route } from './route.ts'
import { heardWav } from './wav-answer.ts'

/** Utterances from the request to the last packet, as a listener heard them. */
export function utteranceRoutes({ witness, timeline }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/utterances', NO_FIELDS, () => Promise.all(witness.spoken.map((spoken) => spoken.view()))),
    route('GET', '/utterances/:utterance/audio.wav', NO_FIELDS, async ({ params }) => {
      const spoken = lastOrById(witness.spoken, params.utterance, 'utterance', '/utterances')
      return heardWav(await spoken.sound())
    }),
    route('GET', '/timeline', NO_FIELDS, () => timeline.all),
  ]
}
