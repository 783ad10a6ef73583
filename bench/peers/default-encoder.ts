import prism from 'prism-media'
import { SILENCE_PACKET } from '../../src/audio/opus.ts'

const FRAME_BYTES_48K_STEREO = 960 * 2 * 2

/** The encoder that createAudioResource puts behind raw sound: 48 kHz stereo, nothing set. */
export class DefaultEncoder {
  readonly #stream = new prism.opus.Encoder({ rate: 48_000, channels: 2, frameSize: 960 })
  #packets = 0

  /** Encodes whole frames; what is not a whole frame waits for more. */
  write(stereo: Buffer): void {
    for (let at = 0; at < stereo.length; at += FRAME_BYTES_48K_STEREO) {
      this.#stream.write(stereo.subarray(at, at + FRAME_BYTES_48K_STEREO))
      for (let packet = this.#stream.read(); packet; packet = this.#stream.read()) {
        if (!SILENCE_PACKET.equals(packet)) this.#packets += 1
      }
    }
  }

  /** How many packets came out. */
  get packets(): number {
    return this.#packets
  }

  close(): void {
    this.#stream.destroy()
  }
}
