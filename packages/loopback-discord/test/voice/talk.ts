import type { VoiceConnection } from '@discordjs/voice'
import { encodeFrames, FRAME_BYTES, FRAME_MS, FRAME_SAMPLES, SAMPLE_RATE, SILENCE_PACKET } from '../opus.ts'

/** So many 20 ms packets of a 440 Hz tone. */
export function tonePackets(count: number): Buffer[] {
  const frames = Array.from({ length: count }, (_, index) => {
    const pcm = Buffer.alloc(FRAME_BYTES)
    for (let sample = 0; sample < FRAME_SAMPLES; sample++) {
      const phase = (2 * Math.PI * 440 * (index * FRAME_SAMPLES + sample)) / SAMPLE_RATE
      pcm.writeInt16LE(Math.round(12_000 * Math.sin(phase)), 2 * sample)
    }
    return pcm
  })
  return encodeFrames(Buffer.concat(frames))
}

/** Plays through `playOpusPacket`, a packet every 20 ms, and five of silence; resolves when all are sent. */
export function talk(connection: VoiceConnection, packets: readonly Buffer[]): Promise<void> {
  const queue = [...packets, ...new Array<Buffer>(5).fill(SILENCE_PACKET)]
  connection.setSpeaking(true)
  return new Promise((resolve) => {
    const start = performance.now()
    let sent = 0
    const timer = setInterval(() => {
      while (sent < queue.length && performance.now() - start >= sent * FRAME_MS) {
        // A connection that is resuming takes no packet; it gets the same one a moment later.
        if (!connection.playOpusPacket(queue[sent]!)) break
        sent++
      }
      if (sent < queue.length) return
      clearInterval(timer)
      connection.setSpeaking(false)
      resolve()
    }, FRAME_MS / 2)
  })
}
