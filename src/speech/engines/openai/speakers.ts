import { LANGUAGES, type LanguageCode } from '../../../kernel/languages.ts'
import type { Voice } from '../../engine.ts'

/** The voices of the open weights of Qwen3-TTS CustomVoice (https://github.com/QwenLM/Qwen3-TTS), native language first. */
const ROWS: readonly (readonly [string, Voice['gender'], LanguageCode, string, string?])[] = [
  ['Vivian', 'female', 'zh', 'Bright young woman with a slight edge'],
  ['Serena', 'female', 'zh', 'Warm, gentle young woman'],
  ['Uncle_Fu', 'male', 'zh', 'Seasoned man, low and mellow'],
  ['Dylan', 'male', 'zh', 'Young man from Beijing, clear and natural', 'Beijing dialect'],
  ['Eric', 'male', 'zh', 'Lively man from Chengdu, a little husky', 'Sichuan dialect'],
  ['Ryan', 'male', 'en', 'Dynamic man with strong rhythm'],
  ['Aiden', 'male', 'en', 'Sunny American man, clear in the middle'],
  ['Ono_Anna', 'female', 'ja', 'Playful Japanese woman, light and nimble'],
  ['Sohee', 'female', 'ko', 'Warm Korean woman, rich in feeling'],
]

export const SPEAKERS: readonly Voice[] = ROWS.map(([id, gender, native, description, dialect]) => ({
  id,
  gender,
  description,
  languages: [native, ...LANGUAGES.map(({ code }) => code).filter((code) => code !== native)],
  ...(dialect === undefined ? {} : { dialect }),
}))
