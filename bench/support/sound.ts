import { FRAME_BYTES } from '../../src/audio/format.ts'
import { opusPackets } from '../../src/audio/opus-packets.ts'
import { createLocalEngine } from '../../src/speech/engines/local/engine.ts'

const TEXT =
  'The fixture wakes before the sun does. Boats come in with lights on their masts, and gulls follow them from far ' +
  'out at sea. By six the market is loud, by eight it is over, and the old men who mend nets have the quay to ' +
  'themselves again until the evening ferry brings everybody home.'

/** About so many seconds of synthetic English speech, s16le mono 24 kHz, whole frames, never starting with silence. */
export async function speech(seconds: number): Promise<Buffer> {
  spoken ??= speak()
  const text = await spoken
  const bytes = seconds * 50 * FRAME_BYTES
  const copies = Array.from({ length: Math.ceil(bytes / text.length) }, () => text)
  return Buffer.concat(copies).subarray(0, bytes)
}

/** Its packets as Lector encodes them. */
export async function packetsOf(pcm: Buffer): Promise<Buffer[]> {
  return Array.fromAsync(opusPackets(once(pcm)))
}

let spoken: Promise<Buffer> | undefined

async function speak(): Promise<Buffer> {
  const engine = createLocalEngine()
  const pieces: Buffer[] = []
  const utterance = { text: TEXT, voice: 'Serena', language: 'en' } as const
  for await (const event of engine.speak(utterance, new AbortController().signal)) {
    if (event.kind === 'audio') pieces.push(event.pcm)
  }
  await engine.close()
  const pcm = Buffer.concat(pieces)
  const start = Math.max(
    0,
    pcm.findIndex((_, at) => at % 2 === 0 && at + 1 < pcm.length && Math.abs(pcm.readInt16LE(at)) > 500),
  )
  return pcm.subarray(start - (start % 2), pcm.length - ((pcm.length - start) % FRAME_BYTES))
}

async function* once(pcm: Buffer): AsyncGenerator<Buffer> {
  yield pcm
}
