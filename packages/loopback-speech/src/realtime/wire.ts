import { randomUUID } from 'node:crypto'
import { isRecord, parseRecord } from '../json.ts'

/** What a client may say; `unknown` for everything else. */
export type ClientEvent =
  | { readonly kind: 'update'; readonly session: Readonly<Record<string, unknown>> }
  | { readonly kind: 'append'; readonly text: string }
  | { readonly kind: 'commit' | 'clear' | 'finish' | 'unknown' }

export function readClientEvent(json: string): ClientEvent {
  const event = parseRecord(json)
  switch (event?.type) {
    case 'session.update':
      return { kind: 'update', session: isRecord(event.session) ? event.session : {} }
    case 'input_text_buffer.append':
      return typeof event.text === 'string' ? { kind: 'append', text: event.text } : { kind: 'unknown' }
    case 'input_text_buffer.commit':
      return { kind: 'commit' }
    case 'input_text_buffer.clear':
      return { kind: 'clear' }
    case 'session.finish':
      return { kind: 'finish' }
    default:
      return { kind: 'unknown' }
  }
}

/** One text frame of the server (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-realtime-server-events). */
export function formatServerEvent(type: string, fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ event_id: newId('event'), type, ...fields })
}

export function formatError(code: string, message: string): string {
  return formatServerEvent('error', { error: { code, message } })
}

/** The events around the sound of one response. */
export function responseEvents(voice: string) {
  const response = { id: newId('resp'), object: 'realtime.response', conversation_id: '', voice }
  const item = { id: newId('item'), object: 'realtime.item', type: 'message', role: 'assistant' }
  const place = { response_id: response.id, item_id: item.id, output_index: 0, content_index: 0 }
  const content = [{ type: 'audio', transcript: '' }]
  return {
    opening: [
      formatServerEvent('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
      formatServerEvent('response.output_item.added', { item: { ...item, status: 'in_progress', content: [] } }),
      formatServerEvent('response.content_part.added', { ...place, part: content[0] }),
    ],
    delta: (audio: Buffer) => formatServerEvent('response.audio.delta', { ...place, delta: audio.toString('base64') }),
    closing: (status: string, characters: number) => [
      formatServerEvent('response.content_part.done', { ...place, part: content[0] }),
      formatServerEvent('response.output_item.done', { item: { ...item, status, content } }),
      formatServerEvent('response.audio.done', place),
      formatServerEvent('response.done', {
        response: {
          ...response,
          status,
          modalities: ['text', 'audio'],
          output: [{ ...item, status, content }],
          usage: { characters },
        },
      }),
    ],
  }
}

export type ResponseEvents = ReturnType<typeof responseEvents>

function newId(kind: string): string {
  return `${kind}_${randomUUID().replaceAll('-', '').slice(0, 21)}`
}
