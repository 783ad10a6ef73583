import { Answer, NO_CONTENT, type Route, route } from '../http/router.ts'
import { analyse } from '../listener/analysis.ts'
import { decodeFrames, render, toWav } from '../listener/playback.ts'
import type { ControlledSandbox } from './control-server.ts'
import type { Directory } from './directory.ts'

/** People in voice channels, and what they hear. */
export function voiceRoutes({ attendance, harbour }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  return [
    route('PUT', '/people/:person/voice', async ({ params, body }) => {
      const { channel } = body as { readonly channel: string }
      await attendance.join(directory.person(params.person).id, directory.channel(channel).id)
      return NO_CONTENT
    }),
    route('DELETE', '/people/:person/voice', ({ params }) => {
      attendance.leave(directory.person(params.person).id)
      return NO_CONTENT
    }),
    route('GET', '/people/:person/heard', ({ params }) => {
      const { recording } = attendance.listener(directory.person(params.person).id)
      return Object.fromEntries(recording.speakers.map((id) => [id, analyse(decodeFrames(recording.framesOf(id)))]))
    }),
    route('GET', '/people/:person/heard.wav', ({ params, query }) => {
      const { recording } = attendance.listener(directory.person(params.person).id)
      const speaker = query.get('speaker') ?? 'bot'
      const frames = recording.framesOf(speaker === 'bot' ? harbour.bot.user.id : directory.person(speaker).id)
      return new Answer(200, toWav(render(decodeFrames(frames))), { 'content-type': 'audio/wav' })
    }),
    route('DELETE', '/people/:person/heard', ({ params }) => {
      attendance.listener(directory.person(params.person).id).recording.clear()
      return NO_CONTENT
    }),
  ]
}
