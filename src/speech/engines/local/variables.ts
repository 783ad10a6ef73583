import { text, type Variables } from '../../../kernel/variables.ts'

export const localVariables = {
  LECTOR_ESPEAK: {
    group: 'Speech',
    description: 'The eSpeak NG program, if it is not on the PATH. It speaks what no service does, English apart.',
    parse: text,
  },
} as const satisfies Variables
