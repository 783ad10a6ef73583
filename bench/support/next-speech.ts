import type { VoiceServer } from '../../src/sandbox/discord/voice/voice-server.ts'

/** Packets shorter than this are silence. */
export const SHORTEST_SPEECH = 60

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
