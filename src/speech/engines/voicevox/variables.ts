import { text, url, type Variables } from '../../../kernel/variables.ts'

export const voicevoxVariables = {
  VOICEVOX_URL: {
    group: 'Speech',
    description: 'A VOICEVOX, AivisSpeech or COEIROINK server for Japanese: `http://127.0.0.1:50021`.',
    parse: url('http:', 'https:'),
  },
  VOICEVOX_VOICE: {
    group: 'Speech',
    description: 'The speaker in place of those which that server does not have, such as `ずんだもん`.',
    parse: text,
  },
} as const satisfies Variables
