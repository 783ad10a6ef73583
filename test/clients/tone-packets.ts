import { sine } from '@lector/loopback-discord'
import prism from 'prism-media'

const FRAME_BYTES = 960

/** Two seconds of 440 Hz as Opus packets of 20 ms, in base64. */
export function tonePackets(): string[] {
  const encoder = new prism.opus.Encoder({ rate: 24_000, channels: 1, frameSize: 480 })
  const packets: string[] = []
  encoder.on('data', (packet: Buffer) => packets.push(packet.toString('base64')))
  const pcm = sine(440, 2_000)
  for (let at = 0; at < pcm.length; at += FRAME_BYTES) encoder.write(pcm.subarray(at, at + FRAME_BYTES))
  for (let packet = encoder.read(); packet; packet = encoder.read()) packets.push((packet as Buffer).toString('base64'))
  return packets
}
