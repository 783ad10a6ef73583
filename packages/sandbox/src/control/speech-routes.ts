import { NO_CONTENT, oneOf, type Route } from '@lector/loopback-discord/http'
import { durationOf, MOODS, type Mood, SAMPLE_RATE, type ServedRequest, serverOf } from '@lector/loopback-speech'
import type { MoodView } from '../views.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { lastOrById } from './latest.ts'
import { NO_FIELDS, route } from './route.ts'
import { wavAnswer } from './wav-answer.ts'

const MOOD = {
  mood: oneOf(
    MOODS.map(({ name }) => name),
    'the name of a mood',
  ),
}

/** What the speech service was asked to say, and which server it behaves like. */
export function speechRoutes({ speech }: ControlledSandbox): Route<undefined>[] {
  return [
    route('GET', '/speech', NO_FIELDS, () => speech.requests.map(requestView)),
    route('GET', '/speech/moods', NO_FIELDS, (): MoodView[] => MOODS.map(moodView)),
    route('GET', '/speech/mood', NO_FIELDS, () => ({ mood: speech.mood ?? null })),
    route('PUT', '/speech/mood', MOOD, ({ body: { mood } }) => {
      speech.setMood(mood)
      return NO_CONTENT
    }),
    route('DELETE', '/speech/mood', NO_FIELDS, () => {
      speech.setMood(undefined)
      return NO_CONTENT
    }),
    route('GET', '/speech/:request/audio.wav', NO_FIELDS, ({ params }) => {
      const request = lastOrById(speech.requests, params.request, 'request', '/speech')
      return wavAnswer(request.pcm, SAMPLE_RATE)
    }),
  ]
}

function moodView(mood: Mood): MoodView {
  const { name, summary, source } = mood
  return { name, server: serverOf(mood), summary, source }
}

function requestView({ pcm, body, ...request }: ServedRequest): object {
  return { ...request, duration: durationOf(pcm.length) }
}
