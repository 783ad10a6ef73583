/** The wire format as pure functions, for a transport of one's own. */
export { type AnswerReader, createAnswerReader, createEventStreamReader, type PayloadReader } from './event-stream.ts'
export { type Payload, parsePayload } from './payload.ts'
export { parseServerEvent, type ServerEvent } from './realtime/events.ts'
export { type ClientMessage, formatMessage, updateMessage } from './realtime/messages.ts'
export { type ProviderError, refusalOf } from './refusals.ts'
export { formatRequest, requestHeaders } from './request.ts'
