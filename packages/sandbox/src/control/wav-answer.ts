import { DECODED_SAMPLE_RATE } from '@lector/loopback-discord'
import { Answer } from '@lector/loopback-discord/http'
import { encodeWav } from '@lector/loopback-speech'

/** s16le mono PCM as a WAV file. */
export function wavAnswer(pcm: Uint8Array, sampleRate: number): Answer {
  return new Answer(200, encodeWav(pcm, { sampleRate }), { 'content-type': 'audio/wav' })
}

/** A WAV file of what a listener decoded. */
export function heardWav({ buffer, byteOffset, byteLength }: Int16Array): Answer {
  return wavAnswer(new Uint8Array(buffer, byteOffset, byteLength), DECODED_SAMPLE_RATE)
}
