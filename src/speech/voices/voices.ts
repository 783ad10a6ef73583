import type { Voice } from '../engine.ts'

/** A voice of Qwen-TTS and Qwen3-TTS. The descriptions are short on purpose: a menu shows them in one line. */
type Row = readonly [id: string, gender: Voice['gender'], description: string, dialect?: string]

/**
 * The 48 voices in the order of Alibaba's list, exact spelling (ids are case-sensitive)
 * (https://www.alibabacloud.com/help/en/model-studio/qwen-tts-voice-list). Each speaks all ten languages.
 */
export const VOICE_ROWS: readonly Row[] = [
  ['Cherry', 'female', 'Young woman, warm, friendly and upbeat'],
  ['Serena', 'female', 'Young woman, gentle and soft'],
  ['Ethan', 'male', 'Man, sunny and energetic, a light northern Chinese accent'],
  ['Chelsie', 'female', 'Young woman in the manner of an anime heroine'],
  ['Momo', 'female', 'Playful woman, always joking'],
  ['Vivian', 'female', 'Confident young woman, cute with a temper'],
  ['Moon', 'male', 'Bold and relaxed man'],
  ['Maia', 'female', 'Gentle woman with a well-read calm'],
  ['Kai', 'male', 'Man, soothing to listen to'],
  ['Nofish', 'male', 'Easy-going man who speaks Mandarin without retroflex sounds'],
  ['Bella', 'female', 'Small, cheeky girl'],
  ['Jennifer', 'female', 'Woman, polished American English as in film trailers'],
  ['Ryan', 'male', 'Man, dramatic, with strong rhythm'],
  ['Katerina', 'female', 'Mature woman with a distinct cadence'],
  ['Aiden', 'male', 'Young American man, sunny and homely'],
  ['Eldric Sage', 'male', 'Wise old man, composed'],
  ['Mia', 'female', 'Very gentle, obedient young woman'],
  ['Mochi', 'male', 'Clever, bright boy'],
  ['Bellona', 'female', 'Powerful woman with crisp diction, for heroic tales'],
  ['Vincent', 'male', 'Man with a smoky, hoarse storyteller’s voice'],
  ['Bunny', 'female', 'Extra-sweet little girl'],
  ['Neil', 'male', 'Man who reads the news, even and exact'],
  ['Elias', 'female', 'Woman who lectures clearly and tells stories'],
  ['Arthur', 'male', 'Old villager, slow and rough, full of stories'],
  ['Nini', 'female', 'Girl next door, sugary and clinging'],
  ['Seren', 'female', 'Hushed woman’s voice to fall asleep by'],
  ['Pip', 'male', 'Naughty little boy'],
  ['Stella', 'female', 'Dreamy teenage girl with a heroine’s streak'],
  ['Bodega', 'male', 'Hot-blooded man with a Spanish touch'],
  ['Sonrisa', 'female', 'Cheerful woman with a Latin American touch'],
  ['Alek', 'male', 'Man with a Russian touch, cool outside and warm inside'],
  ['Dolce', 'male', 'Lazy-sounding man with an Italian touch'],
  ['Sohee', 'female', 'Warm, expressive woman with a Korean touch'],
  ['Ono Anna', 'female', 'Lively young woman with a Japanese touch'],
  ['Lenn', 'male', 'Sober young man with a German touch, a quiet rebel'],
  ['Emilien', 'male', 'Romantic young man with a French touch'],
  ['Andre', 'male', 'Man with a deep, steady and natural voice'],
  ['Radio Gol', 'male', 'Football commentator, a poet of the match'],
  ['Jada', 'female', 'Brisk, lively woman from Shanghai', 'Shanghainese'],
  ['Dylan', 'male', 'Young man from Beijing’s old lanes', 'Beijing dialect'],
  ['Li', 'male', 'Patient teacher from Nanjing, a man', 'Nanjing dialect'],
  ['Marcus', 'male', 'Man from Shaanxi, deep and plain-spoken', 'Shaanxi dialect'],
  ['Roy', 'male', 'Funny, straightforward young man, Taiwanese in tone', 'Southern Min'],
  ['Peter', 'male', 'The straight man of a Tianjin comic duo', 'Tianjin dialect'],
  ['Sunny', 'female', 'Sweet young woman from Sichuan', 'Sichuan dialect'],
  ['Eric', 'male', 'Lively man from Chengdu', 'Sichuan dialect'],
  ['Rocky', 'male', 'Quick, witty man from the Cantonese-speaking south', 'Cantonese'],
  ['Kiki', 'female', 'Friendly young woman from Hong Kong', 'Cantonese'],
]

/** The voices of the instruct models. */
export const INSTRUCT_VOICES: readonly string[] = [
  'Cherry',
  'Serena',
  'Ethan',
  'Chelsie',
  'Momo',
  'Vivian',
  'Moon',
  'Maia',
  'Kai',
  'Nofish',
  'Bella',
  'Eldric Sage',
  'Mia',
  'Mochi',
  'Bellona',
  'Vincent',
  'Bunny',
  'Neil',
  'Elias',
  'Arthur',
  'Nini',
  'Seren',
  'Pip',
  'Stella',
]

/** The voices of the snapshots of 2025-09-18. */
export const EARLY_VOICES: readonly string[] = [
  'Cherry',
  'Ethan',
  'Nofish',
  'Jennifer',
  'Ryan',
  'Katerina',
  'Elias',
  'Jada',
  'Dylan',
  'Li',
  'Marcus',
  'Roy',
  'Peter',
  'Sunny',
  'Eric',
  'Rocky',
  'Kiki',
]

/** The voices of the first `qwen-tts`. */
export const QWEN_TTS_VOICES: readonly string[] = ['Cherry', 'Serena', 'Ethan', 'Chelsie']

/** The voices of `qwen-tts-latest` and its realtime kin. */
export const QWEN_TTS_LATEST_VOICES: readonly string[] = [
  'Cherry',
  'Serena',
  'Ethan',
  'Chelsie',
  'Dylan',
  'Jada',
  'Sunny',
]
