import { findMood, serverOf } from '@lector/loopback-speech'
import type { SpeechAddresses } from './sandbox.ts'

/** Variables that point Lector to the speech service in a mood, and to nothing else. */
export function environmentFor(speech: SpeechAddresses, name: string): Readonly<Record<string, string>> {
  const mood = findMood(name)
  if (!mood) return {}
  switch (serverOf(mood)) {
    case 'openai':
      return {
        LECTOR_ENGINE: 'openai',
        OPENAI_SPEECH_URL: 'openai' in mood && mood.openai.key === 'basic' ? withLogin(speech) : speech.openaiBaseUrl,
        OPENAI_SPEECH_KEY: speech.botKey,
        ...(mood.model !== undefined && { OPENAI_SPEECH_MODEL: mood.model }),
        ...(mood.voice !== undefined && { OPENAI_SPEECH_VOICE: mood.voice }),
      }
    case 'wyoming':
      return { LECTOR_ENGINE: 'wyoming', WYOMING_URL: speech.wyomingUrl }
    case 'voicevox':
      return { LECTOR_ENGINE: 'voicevox', VOICEVOX_URL: speech.voicevoxUrl }
    case 'dashscope':
      return {
        LECTOR_ENGINE: name.startsWith('realtime-') ? 'dashscope-realtime' : 'dashscope',
        DASHSCOPE_API_KEY: speech.botKey,
        DASHSCOPE_BASE_URL: speech.baseUrl,
      }
  }
}

/** A user and a password in the address, as a proxy wants them. */
function withLogin({ openaiBaseUrl }: SpeechAddresses): string {
  return openaiBaseUrl.replace('http://', 'http://user:password@')
}
