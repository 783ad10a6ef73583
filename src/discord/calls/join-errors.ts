import { LectorError } from '../../kernel/errors.ts'

/** An attempt to connect that may succeed the next time. */
export function joinFailed(channel: string, message: string): LectorError {
  return new LectorError('voice.join-failed', { channel }, message, { retryable: true })
}

/** @param address `ip:port` of the voice server */
export function udpBlocked(address: string): LectorError {
  const message = `UDP to ${address} gets no answer: check the firewall, NAT or container network`
  return new LectorError('voice.udp-blocked', { address }, message, { retryable: true })
}

/** A channel by its name, as Discord's clients render it. */
export function mention(channelId: string | undefined): string {
  return `<#${channelId}>`
}
