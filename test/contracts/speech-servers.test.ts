import { MOODS, type SpeechService, speakTones, startSpeechService } from '@lector/loopback-speech'
import type { SpeechEngine } from '../../src/speech/engine.ts'
import { createOpenAiEngine } from '../../src/speech/engines/openai/engine.ts'
import { createVoicevoxEngine } from '../../src/speech/engines/voicevox/engine.ts'
import { createWyomingEngine } from '../../src/speech/engines/wyoming/engine.ts'
import { describeSpeechEngine, type SpeechEngineSubject } from './speech-engine.ts'

/** Moods that end in no speech at all are rows of test/speech/servers.test.ts; so are those that take seconds. */
const NO_SPEECH =
  /^(openai-without|openrouter-without|forbidden|rate-limited|azure|aac|m4a|opus|flac|webm|html|json-error|empty|endless|white-noise|break|end-in|events-without-end|error|never-ends|content-length|short-texts|voices-come-and-go|voices-hang)|slow|^orpheus|^header-first|^late|silent|error|break|without-end|without-voices/

/** Voices that a server lists, where its mood names one that it takes without listing it. */
const VOICES: Readonly<Record<string, string>> = {
  'chatterbox-tts-api': 'alice',
  'openai-edge-tts': 'coral',
  'openai-edge-tts-without-ffmpeg': 'coral',
  'voices-id-and-name': 'v1-21m00',
  'voices-voice-id': 'Rachel',
}

for (const mood of MOODS.filter(({ name }) => !NO_SPEECH.test(name))) {
  if ('vllm' in mood) {
    describeSpeechEngine(`A vLLM-Omni in mood ${mood.name}`, () =>
      open(mood.name, { voice: 'vivian' }, ({ key, openaiBaseUrl }) =>
        createOpenAiEngine({ baseUrl: openaiBaseUrl, apiKey: key }),
      ),
    )
  }
  if ('openai' in mood) {
    describeSpeechEngine(`A server like OpenAI’s in mood ${mood.name}`, () =>
      open(mood.name, { voice: VOICES[mood.name] ?? mood.voice ?? 'nova' }, ({ key, openaiBaseUrl }) =>
        createOpenAiEngine({
          baseUrl: mood.name === 'basic-auth' ? openaiBaseUrl.replace('//', '//user:password@') : openaiBaseUrl,
          ...(mood.openai.key === 'bearer' && { apiKey: key }),
          ...(mood.model !== undefined && { model: mood.model }),
        }),
      ),
    )
  } else if ('wyoming' in mood) {
    describeSpeechEngine(`A Wyoming server in mood ${mood.name}`, async () => ({
      ...(await open(mood.name, { voice: mood.wyoming.voices[0]!.name }, ({ wyomingUrl }) =>
        createWyomingEngine({ url: wyomingUrl }),
      )),
      refused: { text: 'Hello', voice: 'Nobody', language: 'en' },
    }))
  } else if ('voicevox' in mood) {
    const speaks = {
      sentence: 'すばやい茶色の狐がのろまな犬を飛び越える。',
      language: 'ja',
      voice: mood.voicevox.speakers[0]!.name,
    } as const
    describeSpeechEngine(`A Japanese server in mood ${mood.name}`, async () => ({
      ...(await open(mood.name, speaks, ({ voicevoxUrl }) => createVoicevoxEngine({ url: voicevoxUrl }))),
      refused: { text: 'Hello', voice: 'ずんだもん', language: 'en' },
    }))
  }
}

async function open(
  mood: string,
  speaks: SpeechEngineSubject['speaks'],
  create: (service: SpeechService) => SpeechEngine,
): Promise<SpeechEngineSubject> {
  const service = await startSpeechService({ synthesize: speakTones, mood })
  const engine = create(service)
  return {
    engine,
    ...(speaks && { speaks }),
    upstream: {
      started: () => service.requests.length,
      running: () => service.requests.filter(({ state }) => state === 'running').length,
    },
    async close() {
      await engine.close()
      await service.close()
    },
  }
}
