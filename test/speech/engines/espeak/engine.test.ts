import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { durationOf } from '../../../../src/audio/format.ts'
import { LANGUAGES } from '../../../../src/kernel/languages.ts'
import { createEspeakEngine } from '../../../../src/speech/engines/espeak/engine.ts'
import { type Espeak, runEspeak } from '../../../../src/speech/engines/espeak/espeak.ts'
import { findEspeak } from '../../../../src/speech/engines/espeak/find-espeak.ts'
import { soundOf } from '../../../../src/speech/engines/espeak/voices.ts'
import { VOICES } from '../../../../src/speech/voices/voice-catalogue.ts'
import { peakOf, pitchOf } from '../../../support/sound.ts'
import { speakWhole } from '../../../support/speech.ts'

const installed = await findEspeak()
const why = installed ? '' : ' (skipped: eSpeak NG is not installed on this machine)'

describe.skipIf(!installed)(`the eSpeak engine${why}`, () => {
  const engine = createEspeakEngine(installed!)

  it.each(LANGUAGES.map(({ code }) => code))('speaks %s, whether it is told the language or not', async (language) => {
    const text = GREETINGS[language]
    const told = await speakWhole(engine, { text, language })
    expect(durationOf(told.pcm.length)).toBeGreaterThan(900)
    expect(peakOf(told.pcm)).toBeGreaterThan(3_000)
    const guessed = await speakWhole(engine, { text, language: 'auto' })
    expect(guessed.pcm.equals(told.pcm)).toBe(true)
  })

  it('has women with higher voices than men', async () => {
    const pitch = async (voice: string) => pitchOf((await speakWhole(engine, { text: LONG, voice })).pcm, 24_000)
    expect(await pitch('Cherry')).toBeGreaterThan((await pitch('Ethan')) * 1.2)
  })

  it('has a sound of its own for each of the first twelve voices of a gender', () => {
    for (const gender of ['female', 'male'] as const) {
      const names = VOICES.filter((voice) => voice.gender === gender).map(({ id }) => id)
      const sounds = names.slice(0, 12).map((name) => JSON.stringify(soundOf(name)))
      expect(new Set(sounds).size).toBe(sounds.length)
    }
  })

  it('speaks as fast and as high as it is asked to', async () => {
    const length = async (wish: object) => (await speakWhole(engine, { text: LONG, ...wish })).pcm.length
    expect(await length({ speed: 1.5 })).toBeLessThan((await length({})) * 0.8)
    expect(await length({ style: 'very slowly' })).toBeGreaterThan((await length({})) * 1.1)
  })

  it('tells of a voice it does not know and of a style it cannot follow', async () => {
    const { notices } = await speakWhole(engine, { text: 'Hello', voice: 'Nobody', style: 'like a pirate' })
    expect(notices.map(({ code }) => code)).toEqual(['voice-replaced', 'style-ignored'])
  })

  it('reads markup and phoneme signs instead of obeying them', async () => {
    const pause = await speakWhole(engine, { text: 'one <break time="30000ms"/> two' })
    expect(durationOf(pause.pcm.length)).toBeLessThan(15_000)
    const [phonemes, plain] = [
      await speakWhole(engine, { text: 'a [[h@loU]] b' }),
      await speakWhole(engine, { text: 'a [ [h@loU]] b' }),
    ]
    expect(phonemes.pcm.equals(plain.pcm)).toBe(true)
  })

  it.each(['ᚠᚢᚦ', '🙂🙂', '…', '\0\0'])('refuses %j, for which it has no sounds', async (text) => {
    await expect(speakWhole(engine, { text, language: 'auto' })).rejects.toMatchObject({
      code: 'speech.unpronounceable',
    })
  })

  it('speaks a long text whole', async () => {
    const text = 'The quick brown fox jumps over the lazy dog. '.repeat(60)
    expect(durationOf((await speakWhole(engine, { text })).pcm.length)).toBeGreaterThan(60 * 1_500)
  })
})

describe('an eSpeak program', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lector-espeak-'))
  })
  afterAll(() => rm(directory, { recursive: true, force: true }))

  /** A program that stands in for eSpeak NG. */
  const program = async (script: string): Promise<Espeak> => {
    const file = join(directory, `program-${Math.random().toString(36).slice(2)}`)
    await writeFile(file, `#!/bin/sh\n${script}\n`)
    await chmod(file, 0o755)
    return { file, args: [] }
  }
  const speak = async (espeak: Espeak, signal?: AbortSignal) =>
    speakWhole(createEspeakEngine(espeak), { text: 'A secret' }, signal)

  it('never sees the text among its arguments, only on standard input', async () => {
    const seen = join(directory, 'seen')
    const espeak = await program(`echo "$@" > ${seen}.args; cat > ${seen}.stdin`)
    await speak(espeak)
    expect(await readFile(`${seen}.args`, 'utf8')).toBe('-v en-us+f1 -s 175 -p 50 -b 1 --stdin --stdout\n')
    expect(await readFile(`${seen}.stdin`, 'utf8')).toBe('A secret')
  })

  it.each([
    ['ends with an error', 'cat > /dev/null; exit 2', 'speech.malformed', false],
    ['is killed', 'kill -9 $$', 'speech.cut', true],
  ])('that %s is told of', async (_, script, code, retryable) => {
    await expect(speak(await program(script))).rejects.toMatchObject({ code, retryable })
  })

  it('that does not exist is told of', async () => {
    await expect(speak({ file: join(directory, 'nothing'), args: [] })).rejects.toMatchObject({
      code: 'speech.malformed',
    })
  })

  it('is killed when nobody listens any more', async () => {
    const pid = join(directory, 'pid')
    const espeak = await program(`echo $$ > ${pid}; exec sleep 60`)
    const stop = new AbortController()
    const spoken = speak(espeak, stop.signal)
    const process = Number(await eventually(() => readFile(pid, 'utf8')))
    stop.abort()
    await expect(spoken).rejects.toBe(stop.signal.reason)
    await eventually(async () => !isRunning(process) || undefined)
  })

  it('is made of the npm package, in a process of its own', async () => {
    // Says every character of what it was given, as one sample, always in the same memory.
    const package_ = join(directory, 'package.mjs')
    await writeFile(
      package_,
      `const memory = new Int16Array(1)
      class Voice {
        set_voice(name) { return name === 'en-us+f1' ? 0 : 2 }
        set_rate() {}
        set_pitch() {}
        synthesize(text, onSound) { for (const c of text) { memory[0] = c.codePointAt(0); onSound(memory) } onSound(null) }
      }
      export default async () => ({ eSpeakNGWorker: Voice })`,
    )
    const child = fileURLToPath(new URL('../../../../src/speech/engines/espeak/package-child.ts', import.meta.url))
    const espeak: Espeak = { file: process.execPath, args: [child, package_] }
    const request = { text: 'a < b', voice: 'en-us+f1', rate: 175, pitch: 50 }
    const sounds: Buffer[] = []
    for await (const pcm of runEspeak(espeak, request, new AbortController().signal)) sounds.push(pcm)
    expect(Buffer.concat(sounds).length / 2).toBe(Math.ceil(('a &lt; b'.length * 24_000) / 22_050))
    const unknown = runEspeak(espeak, { ...request, voice: 'zh' }, new AbortController().signal)
    await expect(unknown.next()).rejects.toMatchObject({ code: 'speech.malformed' })
  })

  it('is found by its path, and only when it is eSpeak NG', async () => {
    const espeak = await program('echo "eSpeak NG text-to-speech: 1.52"')
    expect(await findEspeak(espeak.file)).toEqual(espeak)
    expect(await findEspeak((await program('echo "something else"')).file)).toBeUndefined()
    expect(await findEspeak(join(directory, 'nothing'))).toBeUndefined()
  })
})

const LONG = 'The quick brown fox jumps over the lazy dog, and runs along the river.'

const GREETINGS = {
  zh: '你好，世界，今天天气很好。',
  en: 'Hello there my friend, how are you today?',
  de: 'Guten Tag, wie geht es Ihnen heute Abend?',
  it: 'Buongiorno a tutti, come state questa sera?',
  pt: 'Bom dia, como você está hoje à noite?',
  es: 'Buenos días, ¿cómo estás hoy por la noche?',
  ja: 'こんにちは、おげんきですか。',
  ko: '안녕하세요, 오늘 어떠세요?',
  fr: 'Bonjour, comment allez-vous aujourd’hui ?',
  ru: 'Добрый день, как у вас дела?',
} as const

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function eventually<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 600; i++) {
    const value = await attempt().catch(() => undefined)
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('it never came to be')
}
