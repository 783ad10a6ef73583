import { VoiceCloseCodes, VoiceOpcodes } from 'discord-api-types/voice/v8'
import { VoiceProtocolError } from './protocol-error.ts'
import { ENCRYPTION_MODES, type EncryptionMode } from './rtp.ts'

/** What a client of the voice gateway v8 may say as JSON. */
export type ClientMessage =
  | {
      readonly op: VoiceOpcodes.Identify
      readonly guildId: string
      readonly userId: string
      readonly sessionId: string
      readonly token: string
      readonly maxDaveVersion: number
    }
  | { readonly op: VoiceOpcodes.SelectProtocol; readonly mode: EncryptionMode }
  | { readonly op: VoiceOpcodes.Heartbeat; readonly nonce: unknown; readonly acknowledged: number | undefined }
  | { readonly op: VoiceOpcodes.Speaking; readonly flags: number }
  | {
      readonly op: VoiceOpcodes.Resume
      readonly guildId: string
      readonly sessionId: string
      readonly token: string
      readonly acknowledged: number
    }
  | { readonly op: VoiceOpcodes.DaveTransitionReady; readonly transitionId: number }
  | { readonly op: VoiceOpcodes.DaveMlsInvalidCommitWelcome }
  | { readonly op: 'ignored' }

/** Throws `VoiceProtocolError` with the close code for what is not such a message. */
export function parseClientMessage(text: string): ClientMessage {
  const message = record(parseJson(text))
  switch (message.op) {
    case VoiceOpcodes.Heartbeat:
      return readHeartbeat(message.d)
    case VoiceOpcodes.Identify:
      return readIdentify(record(message.d))
    case VoiceOpcodes.Resume:
      return readResume(record(message.d))
    case VoiceOpcodes.SelectProtocol:
      return readSelectProtocol(record(message.d))
    case VoiceOpcodes.Speaking:
      return { op: VoiceOpcodes.Speaking, flags: number(record(message.d), 'speaking') }
    case VoiceOpcodes.DaveTransitionReady:
      return { op: VoiceOpcodes.DaveTransitionReady, transitionId: number(record(message.d), 'transition_id') }
    case VoiceOpcodes.DaveMlsInvalidCommitWelcome:
      return { op: VoiceOpcodes.DaveMlsInvalidCommitWelcome }
    default:
      if (UNUSED_OPCODES.has(message.op)) return { op: 'ignored' }
      throw new VoiceProtocolError(VoiceCloseCodes.UnknownOpcode, 'Unknown opcode')
  }
}

/** A JSON message as the server sends it; `sequence` only for those that a resume replays. */
export function encodeJson(op: VoiceOpcodes, d: unknown, sequence?: number): string {
  return JSON.stringify(sequence === undefined ? { op, d } : { op, d, seq: sequence })
}

/** A binary message as the server sends it. */
export function encodeBinary(op: VoiceOpcodes, payload: Uint8Array, sequence: number): Buffer {
  const message = Buffer.allocUnsafe(3 + payload.length)
  message.writeUInt16BE(sequence)
  message[2] = op
  message.set(payload, 3)
  return message
}

/** Video, media sinks, flags and platform of Discord's own clients: of no meaning here. */
const UNUSED_OPCODES = new Set<unknown>([12, 14, 15, 16, 18, 20])

function readHeartbeat(data: unknown): ClientMessage {
  const { t, seq_ack: acknowledged } = record(data)
  return {
    op: VoiceOpcodes.Heartbeat,
    nonce: t,
    acknowledged: typeof acknowledged === 'number' ? acknowledged : undefined,
  }
}

function readIdentify(data: Fields): ClientMessage {
  const maxDaveVersion = data.max_dave_protocol_version
  return {
    op: VoiceOpcodes.Identify,
    guildId: string(data, 'server_id'),
    userId: string(data, 'user_id'),
    sessionId: string(data, 'session_id'),
    token: string(data, 'token'),
    maxDaveVersion: typeof maxDaveVersion === 'number' ? maxDaveVersion : 0,
  }
}

function readResume(data: Fields): ClientMessage {
  return {
    op: VoiceOpcodes.Resume,
    guildId: string(data, 'server_id'),
    sessionId: string(data, 'session_id'),
    token: string(data, 'token'),
    acknowledged: number(data, 'seq_ack'),
  }
}

function readSelectProtocol(data: Fields): ClientMessage {
  if (data.protocol !== 'udp') throw new VoiceProtocolError(VoiceCloseCodes.UnknownProtocol, 'Unknown protocol')
  const wanted = string(record(data.data), 'mode')
  const mode = ENCRYPTION_MODES.find((each) => each === wanted)
  if (!mode) throw new VoiceProtocolError(VoiceCloseCodes.UnknownEncryptionMode, 'Unknown encryption mode')
  return { op: VoiceOpcodes.SelectProtocol, mode }
}

type Fields = Readonly<Record<string, unknown>>

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw undecodable('The message is not JSON')
  }
}

function record(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw undecodable('The message has no data')
  return value as Fields
}

function string(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw undecodable(`"${name}" is not a string`)
  return value
}

function number(fields: Fields, name: string): number {
  const value = fields[name]
  if (typeof value !== 'number') throw undecodable(`"${name}" is not a number`)
  return value
}

function undecodable(message: string): VoiceProtocolError {
  return new VoiceProtocolError(VoiceCloseCodes.FailedToDecode, message)
}
