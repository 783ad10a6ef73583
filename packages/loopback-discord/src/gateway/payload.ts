import type { GatewaySendPayload } from 'discord-api-types/v10'
import { GatewayOpcodes } from 'discord-api-types/v10'

/** https://discord.com/developers/docs/events/gateway#sending-events */
const MAX_PAYLOAD = 4096

/** Opcodes whose data must be an object; a heartbeat carries a number or nothing. */
const WITH_FIELDS = new Set<number>([
  GatewayOpcodes.Identify,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.Resume,
  GatewayOpcodes.RequestGuildMembers,
])

/** What a client sent; undefined when it is too long or no payload at all. */
export function parsePayload(bytes: Buffer): GatewaySendPayload | undefined {
  if (bytes.length > MAX_PAYLOAD) return undefined
  const payload = parseJson(bytes.toString())
  if (!isObject(payload) || typeof payload.op !== 'number') return undefined
  if (WITH_FIELDS.has(payload.op) && !isObject(payload.d)) return undefined
  return payload as GatewaySendPayload
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is { readonly op?: unknown; readonly d?: unknown } {
  return typeof value === 'object' && value !== null
}
