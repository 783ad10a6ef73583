import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type SpeechService, speakTones, startSpeechService, toneOf } from '@lector/loopback-speech'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Provider, startProvider } from './support/provider.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const WONDERFUL = 'Today is a wonderful day to build something people love!'
const SUPERMARKET =
  'Right? I really like this supermarket. Especially during the holidays, I come here to buy everything.'

interface Outcome {
  readonly printed: string
  /** The bytes of a file that the example wrote, without its WAV header. */
  audioOf(name: string): Promise<Buffer>
}

/** What each example must have done, by the heading above it. */
const EXPECTATIONS: Readonly<Record<string, (outcome: Outcome) => Promise<void> | void>> = {
  'A file': async ({ printed, audioOf }) => {
    expect(printed).toMatch(/^56 characters, kept until /)
    await speaks(audioOf('speech.wav'), WONDERFUL)
  },
  'A file with instructions': ({ audioOf }) => speaks(audioOf('speech.wav'), WONDERFUL),
  'A stream': async ({ printed, audioOf }) => {
    expect(printed).toBe('{ sampleRate: 24000, channels: 1 } { characters: 56 }\n')
    await speaks(audioOf('speech.pcm'), WONDERFUL)
  },
  'A stream with instructions': ({ printed }) => {
    expect(printed).toBe(`${toneOf(WONDERFUL).length / 48_000} seconds\n`)
  },
  'A stream that is stopped': ({ printed }) => expect(printed).toMatch(/^first chunk: \d+ bytes\nstopped\n$/),
  'The server cuts the text': async ({ printed, audioOf }) => {
    expect(printed).toBe(`{ characters: ${SUPERMARKET.length} }\n`)
    await speaks(audioOf('speech.pcm'), 'Right? ', SUPERMARKET.slice(7, 39), SUPERMARKET.slice(39))
  },
  'You cut the text': ({ audioOf }) =>
    speaks(audioOf('speech.pcm'), 'This is the first sentence.', 'This is the second sentence.'),
  'Realtime with instructions': ({ audioOf }) =>
    speaks(audioOf('speech.pcm'), 'The whole text can be one string, too.'),
  'A session by hand': ({ printed }) => {
    const bytes = [...printed.matchAll(/(\d+) bytes/g)].map(([, count]) => Number(count))
    expect(bytes.reduce((sum, count) => sum + count, 0)).toBe(toneOf('Say this.').length)
  },
  'A file from Qwen-Audio-TTS': ({ audioOf }) => speaks(audioOf('speech.wav'), 'Good evening.'),
  'A stream from Qwen-Audio-TTS, with an instruction': async ({ printed, audioOf }) => {
    expect(printed).toContain('sentence-begin Good evening.')
    expect(printed).toContain('{ inputTokens: 9, outputTokens: 41 }')
    await speaks(audioOf('speech.pcm'), 'Good evening.')
  },
  'Clone a voice': async ({ printed, audioOf }) => {
    expect(printed).toBe('qwen-audio-3.1-tts-flash-narrator-0 2026-11-28 09:30:00\n')
    await speaks(audioOf('speech.pcm'), 'Good evening.')
  },
  'Design a voice': async ({ printed, audioOf }) => {
    expect(printed).toMatch(/^qwen3-tts-vd-2026-01-26-announcer-\d: A composed middle-aged announcer/)
    expect((await audioOf('preview.wav')).length).toBeGreaterThan(0)
  },
  'Models come and go': ({ printed }) => {
    expect(printed).toBe(
      [
        'qwen3-tts-flash: no end announced, may be used',
        'qwen3-tts-instruct-flash: offline since 2026-10-09T16:00:00.000Z, may be used',
        'qwen-audio-3.1-tts-flash: no end announced, not for this key\n',
      ].join('\n'),
    )
  },
  Errors: ({ printed }) => {
    expect(printed).toContain("kind: 'voice-unknown'")
    expect(printed).toContain("code: 'InvalidParameter'")
  },
  'Regions and workspaces': ({ printed }) => {
    expect(printed).toBe(
      [
        'https://dashscope-intl.aliyuncs.com/api/v1',
        'https://dashscope.aliyuncs.com/api/v1',
        'https://ws-123.cn-beijing.maas.aliyuncs.com/api/v1',
        'https://proxy.example/api/v1\n',
      ].join('\n'),
    )
  },
}

const examples = [...readme.matchAll(/^#{2,} (.+)\n(?:(?!^#{2,} |^```)[^\n]*\n)*^```ts\n([\s\S]*?)^```$/gm)].map(
  ([, heading, code]) => ({ heading: heading!, code: code! }),
)

describe('README.md', () => {
  let folder: string
  let service: SpeechService
  let provider: Provider
  beforeAll(async () => {
    // Inside the package, so that its own name leads to it.
    folder = await mkdtemp(join(root, '.readme-'))
    service = await startSpeechService({ synthesize: speakTones })
    provider = await startProvider()
    await writeFile(join(folder, 'sample.wav'), 'RIFF')
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await service.close()
    await provider.close()
  })

  it('has an example for each expectation, and no other code', () => {
    expect(examples.map(({ heading }) => heading)).toEqual(Object.keys(EXPECTATIONS))
    expect(readme.match(/^```/gm)).toHaveLength(2 * examples.length)
  })

  it.each(examples)('runs: $heading', async ({ heading, code }) => {
    const file = join(folder, `${heading.replace(/\W+/g, '-')}.ts`)
    await writeFile(file, code)
    const { key, baseUrl } = /qwen-audio|client\.(voices|model)\b/.test(code) ? provider : service
    const env = { ...process.env, DASHSCOPE_API_KEY: key, DASHSCOPE_HTTP_BASE_URL: baseUrl, NO_COLOR: '1' }
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder, env })
    expect(stderr).toBe('')
    await EXPECTATIONS[heading]!({
      printed: stdout,
      async audioOf(name) {
        const bytes = await readFile(join(folder, name))
        return bytes.toString('latin1', 0, 4) === 'RIFF' ? bytes.subarray(44) : bytes
      },
    })
  })

  it('compiles under the strictest options of the compiler', async () => {
    const config = { extends: join(root, '../../tsconfig.json'), include: [join(folder, '*.ts')] }
    for (const { heading, code } of examples) {
      await writeFile(join(folder, `${heading.replace(/\W+/g, '-')}.ts`), code)
    }
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const tsc = join(root, '../../node_modules/typescript/bin/tsc')
    const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((error) => error)
    expect(stdout).toBe('')
  })
})

async function speaks(audio: Promise<Buffer>, ...texts: string[]): Promise<void> {
  expect((await audio).equals(Buffer.concat(texts.map(toneOf)))).toBe(true)
}
