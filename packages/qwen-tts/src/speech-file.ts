import { toError } from './connection.ts'
import { malformed } from './errors.ts'
import { mayPass } from './refusals.ts'
import { readSpeechAnswer, type SpeechPayload } from './speech-answer.ts'
import { resultOf, type SpeechCall, type SpeechResult, type SpeechService } from './speech-stream.ts'

export interface SpeechFile extends SpeechResult {
  readonly url: string
}

/** Sends one request for speech and waits until DashScope has made a file of it. */
export async function requestSpeechFile(
  { connection, options }: SpeechService,
  { model, path, headers, timeout, body: format, signal }: Omit<SpeechCall, 'pcm'>,
): Promise<SpeechFile> {
  const action = `speak with model "${model}"`
  try {
    signal?.throwIfAborted()
    const body = format()
    for (let attempt = 1; ; attempt++) {
      const sent = await connection.send({ method: 'POST', path, headers, body, signal, timeout })
      const answer = readSpeechAnswer(sent, action)
      try {
        let last: SpeechPayload | undefined
        while (!answer.finished) last = (await answer.next()).at(-1) ?? last
        if (last?.url === undefined) throw malformed('it has no file', { retryable: true, requestId: last?.requestId })
        return { ...resultOf(model, last), url: last.url }
      } catch (error) {
        if (attempt > 1 || !mayPass(error)) throw error
      } finally {
        answer.leave()
      }
    }
  } catch (error) {
    throw toError(error, { ...options, timeout }, signal)
  }
}
