import type { WyomingFlavour } from '../wyoming/flavour.ts'
import type { WyomingMood } from './mood.ts'

/** Voices of wyoming-piper, as its `describe` lists them: every voice that could be downloaded counts as installed. */
export const PIPER: WyomingFlavour = {
  program: { name: 'piper', description: 'A fast, local, neural text to speech engine', version: '2.1.1' },
  voices: [
    { name: 'en_US-lessac-medium', languages: ['en_US'], description: 'lessac (medium)' },
    { name: 'de_DE-thorsten-medium', languages: ['de_DE'], description: 'thorsten (medium)' },
    {
      name: 'en_GB-vctk-medium',
      languages: ['en_GB'],
      description: 'vctk (medium)',
      speakers: ['p239', 'p236', 'p264'],
    },
    { name: 'fr_FR-siwis-medium', languages: ['fr_FR'], description: 'siwis (medium)' },
    { name: 'zh_CN-huayan-medium', languages: ['zh_CN'], description: 'huayan (medium)' },
  ],
  streaming: true,
  rate: 22_050,
}

/** Servers of Home Assistant's voices. */
export const WYOMING_MOODS: readonly WyomingMood[] = [
  mood(
    'wyoming-piper',
    'Streams 22.05 kHz sentence by sentence, and takes text while it is written.',
    'rhasspy/wyoming-piper wyoming_piper/handler.py',
    {},
  ),
  mood(
    'wyoming-piper-without-streaming',
    'Takes whole texts only, and writes data within its lines.',
    'rhasspy/wyoming-piper 1.5, wyoming before 1.2',
    {
      streaming: false,
      data: 'inline',
    },
  ),
  mood('wyoming-kokoro', 'Sends 24 kHz; its voices speak several languages.', 'nordwestt/kokoro-wyoming', {
    program: { name: 'kokoro', description: 'Kokoro text to speech', version: '1.0' },
    voices: [
      { name: 'af_heart', languages: ['en'] },
      { name: 'ff_siwis', languages: ['fr', 'en'] },
      { name: 'jf_alpha', languages: ['ja'] },
    ],
    rate: 24_000,
    samplesPerChunk: 4_096,
  }),
  mood('wyoming-stereo-48000', 'Sends stereo of 48 kHz.', 'a server that plays files', { rate: 48_000, channels: 2 }),
  mood('wyoming-32-bit', 'Sends 32-bit samples of 16 kHz.', 'the protocol’s `width`', { rate: 16_000, width: 4 }),
  mood(
    'wyoming-not-installed',
    'Lists voices that it would have to download first.',
    'wyoming/info.py: Artifact.installed',
    {
      voices: [...PIPER.voices.slice(0, 1), { name: 'it_IT-paola-medium', languages: ['it_IT'], installed: false }],
    },
  ),
  mood('wyoming-without-voices', 'Describes a program without voices.', 'wyoming_openai without a speech backend', {
    voices: [],
  }),
  mood('wyoming-slow', 'Makes everybody wait nine seconds for the first sound.', 'a Raspberry Pi', { delay: 9_000 }),
  mood(
    'wyoming-error-in-the-middle',
    'Reports an error after half a second of sound, and closes.',
    'rhasspy/wyoming-piper wyoming_piper/handler.py',
    {
      ending: 'error',
    },
  ),
  mood('wyoming-break-in-the-middle', 'Breaks the connection after half a second of sound.', 'any restart', {
    ending: 'break',
  }),
  mood(
    'wyoming-without-end',
    'Closes the connection after the sound instead of sending `audio-stop`.',
    'servers that serve one request each',
    {
      ending: 'no-stop',
    },
  ),
  mood('wyoming-silent', 'Sends a start, an end and no sound.', 'rhasspy/wyoming-piper on text without words', {
    ending: 'silent',
  }),
]

function mood(name: string, summary: string, source: string, changes: Partial<WyomingFlavour>): WyomingMood {
  const wyoming = { ...PIPER, ...changes }
  return { name, summary, source, ...(wyoming.voices[0] && { voice: wyoming.voices[0].name }), wyoming }
}
