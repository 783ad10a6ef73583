import { QwenTtsError, type SpeechStream } from '../../src/index.ts'

/** Plays a stream to its end: its audio, its result, and the error that ended it. */
export async function collect(stream: SpeechStream) {
  const chunks: Buffer[] = []
  let error: unknown
  try {
    for await (const chunk of stream) chunks.push(chunk)
  } catch (thrown) {
    error = thrown
  }
  return {
    audio: Buffer.concat(chunks),
    chunks,
    result: stream.result,
    /** The error that is ours; any other is in `thrown`. */
    error: error instanceof QwenTtsError ? error : undefined,
    thrown: error,
  }
}
