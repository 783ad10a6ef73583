import { text, url, type Variables } from '../../../kernel/variables.ts'

export const wyomingVariables = {
  WYOMING_URL: {
    group: 'Speech',
    description: 'A Wyoming server, such as Home Assistant’s Piper or Kokoro: `tcp://127.0.0.1:10200`.',
    parse: url('tcp:'),
  },
  WYOMING_VOICE: {
    group: 'Speech',
    description: 'The voice that speaks in place of those which that server does not have.',
    parse: text,
  },
} as const satisfies Variables
