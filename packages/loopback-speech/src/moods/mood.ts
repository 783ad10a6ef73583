import type { Answer } from '../answer.ts'
import type { Sound } from '../audio/encode.ts'
import type { DashScopeBehaviour } from '../dashscope/behaviour.ts'
import type { SpeechBody } from '../openai/speech-body.ts'
import type { VllmVersion } from '../openai/vllm-request.ts'
import type { VoicevoxFlavour } from '../voicevox/flavour.ts'
import type { WyomingFlavour } from '../wyoming/flavour.ts'

/** A way in which a speech server behaves, by the name of the server or of what is wrong with it. */
export type Mood = OpenAiMood | VllmMood | DashScopeMood | WyomingMood | VoicevoxMood

export interface OpenAiMood extends Named {
  readonly openai: OpenAiServer
}

/** vLLM-Omni, which is here without any mood, too. */
export interface VllmMood extends Named {
  readonly vllm: VllmVersion
}

export interface DashScopeMood extends Named {
  readonly dashscope: DashScopeBehaviour
}

export interface WyomingMood extends Named {
  readonly wyoming: WyomingFlavour
}

export interface VoicevoxMood extends Named {
  readonly voicevox: VoicevoxFlavour
}

interface Named {
  readonly name: string
  /** What a client meets, in one sentence. */
  readonly summary: string
  /** Where it was read: the server's own source, or a public report. */
  readonly source: string
  /** Model and voice that a client has to ask for; each is left out when the server has a default. */
  readonly model?: string
  readonly voice?: string
}

/** A server with OpenAI's `/v1/audio/speech`. */
export interface OpenAiServer {
  /** What a request must bring; without it every key is taken and none is needed, as by most self-hosted servers. */
  readonly key?: 'bearer' | 'basic'
  /** The answer to a request without that. */
  readonly unauthorized?: Answer
  /** Answers to GET, by path, told how many requests for speech have come; what is not here is 404. */
  readonly get?: Readonly<Record<string, (url: URL, served: number) => Answer>>
  /** Paths that speak; `/v1/audio/speech` unless given. */
  readonly speechPaths?: readonly string[]
  /** What a path answers that is not the server's; FastAPI's 404 unless given. */
  readonly notFound?: (method: string, path: string) => Answer
  speak(body: SpeechBody, sound: Sound, sleep: (ms: number) => Promise<void>): Answer
}
