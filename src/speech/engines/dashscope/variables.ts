import { oneOf, text, url, type Variables } from '../../../kernel/variables.ts'

export const dashscopeVariables = {
  DASHSCOPE_API_KEY: {
    group: 'Speech',
    description: 'The key of Alibaba Cloud Model Studio. Without it, the local English voice speaks.',
    parse: text,
    secret: true,
  },
  DASHSCOPE_REGION: {
    group: 'Speech',
    description: 'Where the key was made: `singapore` or `beijing`. Keys of one region are unknown in the other.',
    parse: oneOf('singapore', 'beijing'),
    fallback: 'singapore',
  },
  DASHSCOPE_BASE_URL: {
    group: 'Speech',
    description: "Another address of the speech service, such as a workspace's own host; ends in `/api/v1`.",
    parse: url('https:', 'http:'),
  },
  DASHSCOPE_WORKSPACE: {
    group: 'Speech',
    description:
      "The workspace to use, if it is not the key's default one; requests then go to its own host in the region.",
    parse: text,
  },
  DASHSCOPE_MODEL: {
    group: 'Speech',
    description: 'The model that speaks when no style is asked for.',
    parse: text,
    fallback: 'qwen3-tts-flash',
  },
  DASHSCOPE_REALTIME_MODEL: {
    group: 'Speech',
    description: 'The model of the engine `dashscope-realtime`.',
    parse: text,
    fallback: 'qwen3-tts-flash-realtime',
  },
} as const satisfies Variables
