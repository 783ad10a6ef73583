export {
  type CallOptions,
  createQwenTts,
  type QwenTts,
  type QwenTtsOptions,
  type RealtimeOptions,
  type RealtimeRequest,
  type StreamOptions,
} from './client.ts'
export { baseUrlOf, REGIONS, type Region } from './endpoint.ts'
export { type ErrorKind, QwenTtsError, type TimeoutPhase } from './errors.ts'
export { type Family, familyOf } from './families.ts'
export type { ModelInfo } from './models.ts'
export type { Sentence, Usage, Word } from './payload.ts'
export type { SessionMode, SessionSettings } from './realtime/messages.ts'
export type { RealtimeSession, SessionEvent } from './realtime/session.ts'
export type { SessionSpeech } from './realtime/speak.ts'
export type { TextSource } from './realtime/text-writer.ts'
export type { AudioFormat, HotFix, LanguageType, QwenAudioRequest, QwenTtsRequest, SpeechRequest } from './request.ts'
export type { SpeechFile } from './speech-file.ts'
export type { SpeechResult, SpeechStream } from './speech-stream.ts'
export type {
  CloneRequest,
  CustomVoice,
  DesignedVoice,
  DesignRequest,
  VoicePage,
  VoiceSample,
  VoiceService,
  Voices,
} from './voices.ts'
export type { PcmFormat } from './wav-reader.ts'
