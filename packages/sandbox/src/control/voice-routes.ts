import { analyse, decodeFrames, render } from '@lector/loopback-discord'
import { NO_CONTENT, type Route, text } from '@lector/loopback-discord/http'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { NO_FIELDS, route } from './route.ts'
import { heardWav } from './wav-answer.ts'

const ENTERING = { channel: text('a voice channel, by name or id') }

/** People in voice channels, and what they hear. */
export function voiceRoutes({ voicePresence, fixture }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  return [
    route('PUT', '/people/:person/voice', ENTERING, async ({ params, body }) => {
      await voicePresence.join(directory.person(params.person).id, directory.channel(body.channel).id)
      return NO_CONTENT
    }),
    route('DELETE', '/people/:person/voice', NO_FIELDS, ({ params }) => {
      voicePresence.leave(directory.person(params.person).id)
      return NO_CONTENT
    }),
    route('GET', '/people/:person/heard', NO_FIELDS, async ({ params }) => {
      const { recording } = voicePresence.listener(directory.person(params.person).id)
      const decoded = recording.speakers.map(async (id) => [id, await decodeFrames(recording.framesOf(id))] as const)
      return Object.fromEntries((await Promise.all(decoded)).map(([id, frames]) => [id, analyse(frames)]))
    }),
    route('GET', '/people/:person/heard.wav', NO_FIELDS, async ({ params, query }) => {
      const { recording } = voicePresence.listener(directory.person(params.person).id)
      const speaker = query.get('speaker') ?? 'bot'
      const frames = recording.framesOf(speaker === 'bot' ? fixture.bot.user.id : directory.person(speaker).id)
      return heardWav(render(await decodeFrames(frames)))
    }),
    route('DELETE', '/people/:person/heard', NO_FIELDS, ({ params }) => {
      voicePresence.listener(directory.person(params.person).id).recording.clear()
      return NO_CONTENT
    }),
  ]
}
