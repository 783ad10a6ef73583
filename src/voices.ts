import { parseArgs } from 'node:util'
import { isLanguageCode, languageOf } from './kernel/languages.ts'
import { isSpokenCode, type SpokenCode } from './kernel/spoken-languages.ts'
import type { Voice } from './speech/engine.ts'
import { modelsOfVoice } from './speech/engines/dashscope/voice-sets.ts'
import { PRESETS } from './speech/engines/local/presets.ts'
import { nearestVoices, VOICES } from './speech/voices/voice-catalogue.ts'

const usage = `Lists the voices.

  npm run voices                       all of them
  npm run voices -- cherry             what there is to know of one
  npm run voices -- --language de      those that speak a language
  npm run voices -- --gender female
  npm run voices -- --model qwen3-tts-instruct-flash    those that follow a style
  npm run voices -- --local            those of the local voice, which needs no key
`

class UsageError extends Error {}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      gender: { type: 'string' },
      model: { type: 'string' },
      local: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  if (positionals.length > 0) {
    describe(positionals.join(' '))
    return
  }
  const { language, gender, model, local } = values
  if (language !== undefined && !isSpokenCode(language))
    throw new UsageError(`There is no language ${JSON.stringify(language)}.`)
  const ids = new Set(PRESETS.map(({ id }) => id))
  const voices = VOICES.filter(
    (voice) =>
      (language === undefined || voice.languages.includes(language as SpokenCode)) &&
      (gender === undefined || voice.gender === gender) &&
      (model === undefined || modelsOfVoice(voice.id).some(({ id }) => id === model)) &&
      (!local || ids.has(voice.id)),
  )
  for (const voice of voices) console.log(lineOf(voice))
  console.log(`${voices.length} voices`)
}

function lineOf({ id, gender, description, dialect }: Voice): string {
  return `${id.padEnd(14)} ${gender.padEnd(8)} ${description}${dialect ? ` (${dialect})` : ''}`
}

function describe(name: string): void {
  const [voice] = nearestVoices(name, 1)
  if (!voice) throw new UsageError(`There is no voice like ${JSON.stringify(name)}.`)
  console.log(lineOf(voice))
  console.log(
    `  languages: ${voice.languages.map((code) => (isLanguageCode(code) ? languageOf(code).name : code)).join(', ')}`,
  )
  console.log(
    `  models:    ${modelsOfVoice(voice.id)
      .map(({ id }) => id)
      .join(', ')}`,
  )
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? `${error.message}\n\n${usage}` : error)
  process.exitCode = 1
}
