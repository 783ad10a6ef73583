import type { VoicevoxFlavour } from '../voicevox/flavour.ts'
import type { VoicevoxMood } from './mood.ts'

/** Speakers and styles of VOICEVOX 0.24, the first ones of many. */
export const VOICEVOX: VoicevoxFlavour = {
  name: 'voicevox',
  version: '0.24.1',
  api: 'voicevox',
  rate: 24_000,
  speaks: 'moras',
  speakers: [
    {
      name: '四国めたん',
      uuid: '7ffcb7ce-00ec-4bdc-82cd-45a8889e43ff',
      styles: styles(
        ['ノーマル', 2],
        ['あまあま', 0],
        ['ツンツン', 6],
        ['セクシー', 4],
        ['ささやき', 36],
        ['ヒソヒソ', 37],
      ),
      policy: '利用規約: 「VOICEVOX:四国めたん」とクレジットを記載すれば、商用・非商用で利用可能です。',
    },
    {
      name: 'ずんだもん',
      uuid: '388f246b-8c41-4ac1-8e2d-5d79f3ff56d9',
      styles: styles(
        ['ノーマル', 3],
        ['あまあま', 1],
        ['ツンツン', 7],
        ['セクシー', 5],
        ['ささやき', 22],
        ['ヒソヒソ', 38],
      ),
      policy: '利用規約: 「VOICEVOX:ずんだもん」とクレジットを記載すれば、商用・非商用で利用可能です。',
    },
    {
      name: '春日部つむぎ',
      uuid: '35b2c544-660e-401e-b503-0e14c635303a',
      styles: styles(['ノーマル', 8]),
      policy: '利用規約: 「VOICEVOX:春日部つむぎ」とクレジットを記載すれば、商用・非商用で利用可能です。',
    },
  ],
  unknownStyle: { status: 422, body: { message: '指定されたスタイルが見つかりませんでした。' } },
}

/** Engines for Japanese with VOICEVOX's API, or one like it. */
export const VOICEVOX_MOODS: readonly VoicevoxMood[] = [
  mood(
    'voicevox',
    'Makes a query of a text and a WAV of 24 kHz of the query.',
    'VOICEVOX/voicevox_engine voicevox_engine/app/routers',
    '3',
    {},
  ),
  mood(
    'aivisspeech',
    'Speaks the text in `kana`; 44.1 kHz; ids of styles are large, or negative.',
    'Aivis-Project/AivisSpeech-Engine voicevox_engine/app/routers/tts_pipeline.py',
    '888753760',
    {
      name: 'aivisspeech',
      version: '1.1.0',
      rate: 44_100,
      speaks: 'kana',
      speakers: [
        {
          name: 'Anneli',
          uuid: 'e756b8e4-b606-4e15-99b1-3f9c6a1b2317',
          styles: styles(
            ['ノーマル', 888753760],
            ['通常', 888753761],
            ['テンション高め', 888753762],
            ['落ち着き', 888753763],
          ),
        },
        { name: 'まい', uuid: 'fc7f4b3c-3f6d-4c57-8f3c-6a6a3f1d8a11', styles: styles(['ノーマル', -1_431_611_904]) },
      ],
      unknownStyle: { status: 404, body: { detail: '指定されたスタイル ID は存在しません。' } },
    },
  ),
  mood(
    'coeiroink-v1',
    'VOICEVOX’s API of 2022: styles without a type, 44.1 kHz.',
    'shirowanisan/voicevox_engine',
    '0',
    {
      name: 'coeiroink',
      version: '1.7.3',
      rate: 44_100,
      plainSpeakers: true,
      speakers: [tsukuyomi()],
      unknownStyle: { status: 500, body: { detail: 'Internal Server Error' } },
    },
  ),
  mood(
    'coeiroink',
    'COEIROINK 2: other paths and names, one call for a WAV of 44.1 kHz.',
    'public clients of COEIROINK 2.13 on port 50032',
    '0',
    {
      name: 'coeiroink',
      version: '2.13.0',
      api: 'coeiroink',
      rate: 44_100,
      speakers: [tsukuyomi()],
    },
  ),
  mood('voicevox-slow', 'Needs eight seconds for a WAV, as on a small processor.', 'VOICEVOX on two cores', '3', {
    delay: 8_000,
  }),
  mood('voicevox-break', 'Breaks the connection in the middle of the WAV.', 'any restart', '3', { breaks: true }),
]

function mood(
  name: string,
  summary: string,
  source: string,
  voice: string,
  changes: Partial<VoicevoxFlavour>,
): VoicevoxMood {
  return { name, summary, source, voice, voicevox: { ...VOICEVOX, ...changes } }
}

function tsukuyomi() {
  return {
    name: 'つくよみちゃん',
    uuid: '3c37646f-3881-5374-2a83-149267990abc',
    styles: styles(['れいせい', 0], ['おしとやか', 5], ['げんき', 6]),
  }
}

function styles(...all: readonly (readonly [name: string, id: number])[]) {
  return all.map(([name, id]) => ({ name, id }))
}
