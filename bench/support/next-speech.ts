import type { VoiceServer } from '@lector/loopback-discord'

/**
 * Shorter datagrams are Discord's silence (3 bytes, never end-to-end encrypted, in 32 of transport) or keep-alives; even
 * a pause between two words is longer.
 */
export const SHORTEST_SPEECH = 40

/** The moment at which the next packet of speech arrives. */
export function nextSpeech(server: VoiceServer): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const watch: Parameters<typeof server.on<'packet'>>[1] = (_session, packet) => {
    if (packet.bytes < SHORTEST_SPEECH) return
    server.off('packet', watch)
    resolve(packet.arrival)
  }
  server.on('packet', watch)
  return promise
}
