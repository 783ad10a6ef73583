import { isSpokenCode, type SpokenCode } from '../../../kernel/spoken-languages.ts'
import { InvalidValue, integer, oneOf, text, url, type Variables } from '../../../kernel/variables.ts'

export const openaiVariables = {
  OPENAI_SPEECH_URL: {
    group: 'Speech',
    description: "A server with OpenAI's `/v1/audio/speech`, such as your own vLLM-Omni: `http://127.0.0.1:8091`.",
    parse: url('https:', 'http:'),
  },
  OPENAI_SPEECH_KEY: {
    group: 'Speech',
    description: 'The key of that server, if it wants one.',
    parse: text,
    secret: true,
  },
  OPENAI_SPEECH_KIND: {
    group: 'Speech',
    description: 'What that server is: `openai`, or `vllm-omni`, which is told the language as well.',
    parse: oneOf('openai', 'vllm-omni'),
    fallback: 'openai',
  },
  OPENAI_SPEECH_MODEL: {
    group: 'Speech',
    description: 'The model of that server; not needed where there is only one.',
    parse: text,
  },
  OPENAI_SPEECH_VOICE: {
    group: 'Speech',
    description: 'The voice that speaks in place of those which that server does not have.',
    parse: text,
  },
  OPENAI_SPEECH_FORMAT: {
    group: 'Speech',
    description: 'What that server is asked for, `wav`, `pcm` or `mp3`, if it should not be found out.',
    parse: oneOf('wav', 'pcm', 'mp3'),
  },
  OPENAI_SPEECH_RATE: {
    group: 'Speech',
    description: 'The sample rate of its PCM in hertz, if it sends another one than 24000 without saying so.',
    parse: integer(8_000, 96_000),
  },
  OPENAI_SPEECH_TIMEOUT: {
    group: 'Speech',
    description: 'Seconds until its first sound, if what it was measured to need is not enough.',
    parse: integer(1, 3_600),
  },
  OPENAI_SPEECH_LANGUAGES: {
    group: 'Speech',
    description: 'The languages of its voices, where their names do not tell: `emma=en, klaus=de`.',
    parse: voiceLanguages,
  },
} as const satisfies Variables

/** `emma=en fr, klaus=de` */
function voiceLanguages(value: string): ReadonlyMap<string, readonly SpokenCode[]> {
  const entries = value.split(',').map((entry): [string, readonly SpokenCode[]] => {
    const [voice = '', languages = ''] = entry.split('=').map((part) => part.trim())
    const codes = languages.split(/[\s/+]+/)
    if (voice === '' || !codes.every(isSpokenCode)) throw new InvalidValue('a list such as emma=en, klaus=de')
    return [voice, codes as SpokenCode[]]
  })
  return new Map(entries)
}
