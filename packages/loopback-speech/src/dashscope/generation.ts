import { type Dialect, type Exchange, open } from '../exchange.ts'
import type { Refusal } from '../refusals.ts'
import type { ServiceContext } from '../service-context.ts'
import { soundOf } from '../sound.ts'
import { countCharacters } from '../tables.ts'
import { createWriter } from '../writer.ts'
import { lineOf, readGenerationRequest } from './generation-request.ts'
import type { ResultStore } from './result-store.ts'
import { sendStream } from './stream-answer.ts'
import { finalData, formatEvent, refusalData } from './wire.ts'

/** DashScope's call for speech (https://www.alibabacloud.com/help/en/model-studio/qwen-tts): events, or one object. */
export function generationDialect({ synthesize, clock, dashscope }: ServiceContext, results: ResultStore): Dialect {
  return {
    read: (body, headers) => readGenerationRequest(body, headers, dashscope()),
    refuse: refuseAsDashScope,

    async speak(exchange) {
      const { asked, faults, response, recorder, signal } = exchange
      const sound = soundOf(synthesize, lineOf(asked), signal)
      const expiresAt = Math.floor(clock.wall() / 1000) + SECONDS_PER_DAY
      const answer = { requestId: recorder.request.id, characters: countCharacters(asked.text), expiresAt }
      const keep = (pcm: Buffer) => results.put(answer.requestId, pcm, expiresAt)

      if (asked.streaming) {
        const writer = createWriter(response, signal, faults.bytesPerWrite)
        const head = () => open(exchange, 200, faults.contentType ?? 'text/event-stream;charset=UTF-8')
        return sendStream(response, head, { answer, sound, faults, recorder, writer, clock, signal, keep })
      }
      for await (const pcm of sound) recorder.sounded(pcm)
      const url = keep(recorder.request.pcm)
      open(exchange, 200, faults.contentType ?? 'application/json')
      response.end(finalData(answer, faults.withoutUrl ? undefined : url))
      recorder.end('completed')
    },
  }
}

/** An error as JSON, or as an event where a fault asks for one. */
export function refuseAsDashScope(refusal: Refusal, exchange: Exchange): void {
  const { faults, response, recorder } = exchange
  const data = refusalData(refusal, recorder.request.id)
  const framed = faults.refuse?.framed ?? false
  open(exchange, refusal.status, framed ? 'text/event-stream;charset=UTF-8' : 'application/json')
  recorder.end('refused')
  response.end(framed ? formatEvent(1, data, { event: 'error', status: refusal.status }) : data)
}

const SECONDS_PER_DAY = 86_400
