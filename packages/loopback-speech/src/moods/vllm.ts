import type { VllmVersion } from '../openai/vllm-request.ts'
import type { VllmMood } from './mood.ts'

/** vLLM-Omni with the open weights of Qwen3-TTS, by what its versions mean by streaming. */
export const VLLM_MOODS: readonly VllmMood[] = [
  mood('vllm-omni', 'latest', 'Streams what `stream_format` says, and events without it.', 'pull 4679'),
  mood('vllm-omni-delta-events', 'delta-events', 'Streams events whose sound is called `delta`.', 'pull 4490'),
  mood('vllm-omni-bytes', 'bytes', 'Streams bare bytes, whatever `stream_format` says.', '0.16'),
]

function mood(name: string, vllm: VllmVersion, summary: string, version: string): VllmMood {
  return {
    name,
    summary,
    source: `vllm-project/vllm-omni ${version}, docs/serving/speech_api.md`,
    voice: 'vivian',
    vllm,
  }
}
