import type { QwenTtsRequest } from '@lector/qwen-tts'
import { LectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { Plan } from './plan.ts'

/** The HTTP request for a text. */
export function requestOf({ model, voice, languageType, instructions, limit }: Plan, text: string): QwenTtsRequest {
  const length = countCharacters(text)
  if (length > limit) {
    throw new LectorError(
      'speech.text-too-long',
      { engine: 'dashscope', limit },
      `Cannot speak ${length} characters with model "${model}": its limit is ${limit}`,
    )
  }
  return {
    model,
    text,
    voice,
    ...(languageType !== undefined && { languageType }),
    ...(instructions !== undefined && { instructions }),
  }
}
