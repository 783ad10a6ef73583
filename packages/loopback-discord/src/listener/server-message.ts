import type {
  VoiceClientDisconnect,
  VoiceClientsConnect,
  VoiceDaveExecuteTransition,
  VoiceDavePrepareEpoch,
  VoiceDavePrepareTransition,
  VoiceHello,
  VoiceReady,
  VoiceSessionDescription,
  VoiceSpeaking,
} from 'discord-api-types/voice/v8'

/** What the voice gateway says as JSON, as far as a listener cares. */
export type ServerMessage = { readonly seq?: number } & (
  | VoiceHello
  | VoiceReady
  | VoiceSessionDescription
  | VoiceSpeaking
  | VoiceClientsConnect
  | VoiceClientDisconnect
  | VoiceDavePrepareEpoch
  | VoiceDavePrepareTransition
  | VoiceDaveExecuteTransition
)
