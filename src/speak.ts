import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { extname } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { durationOf, SAMPLE_RATE } from './audio/format.ts'
import { oggOpus } from './audio/ogg-opus.ts'
import { opusPackets } from './audio/opus-packets.ts'
import { encodeWav } from './audio/wav.ts'
import { type Config, ConfigError, readConfig } from './config/config.ts'
import { configuredEngines } from './config/engines.ts'
import { fromWhereTheyStand, loadEnvironment } from './environment.ts'
import { catalogueOf } from './i18n/catalogues.ts'
import { isLectorError } from './kernel/errors.ts'
import { isSpokenCode, type SpokenLanguage } from './kernel/spoken-languages.ts'
import { costOf } from './speech/cost.ts'
import type { SpeechEngine, SpeechNotice, SpeechReceipt, Utterance } from './speech/engine.ts'
import type { ConfiguredEngine } from './speech/engine-description.ts'
import { findEspeak } from './speech/engines/espeak/find-espeak.ts'
import { ENGINES } from './speech/engines/index.ts'
import { hostAdvice } from './speech/host-advice.ts'
import { noticeSentence } from './speech/notice-sentence.ts'
import { openEngine } from './speech/open-engine.ts'

const usage = `Speaks a text into a file, without Discord.

  npm run speak -- "Hello there" --out hello.ogg
  npm run speak -- "Hello there" --voice Cherry --style "whispering" --out hello.wav
  cat chapter.txt | npm run speak -- - --out chapter.ogg

  --voice NAME       whose voice (default: LECTOR_VOICE)
  --style WORDS      how to say it, in plain words
  --speed FACTOR     0.5 to 2; 1 is the voice's own pace, where the engine can
  --language CODE    zh en de it pt es ja ko fr ru, or auto (default)
  --model ID         the provider's model
  --engine NAME      ${ENGINES.map(({ id }) => id).join(', ')} (default: LECTOR_ENGINE, or what is configured)
  --no-stream        have the provider make the whole file first
  --out FILE         FILE.ogg (Ogg Opus) or FILE.wav
  --allow-fallback   exit with 0 also if another engine spoke than the one asked for
`

class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      allowNegative: true,
      options: {
        voice: { type: 'string' },
        style: { type: 'string' },
        speed: { type: 'string' },
        language: { type: 'string', default: 'auto' },
        model: { type: 'string' },
        engine: { type: 'string' },
        stream: { type: 'boolean', default: true },
        out: { type: 'string' },
        'allow-fallback': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments()
  if (values.help) {
    console.log(usage)
    return
  }
  const out = values.out === undefined ? undefined : fromWhereTheyStand(values.out)
  if (positionals.length !== 1) throw new UsageError('Give one text in quotes, or - to read it from standard input.')
  if (out === undefined) throw new UsageError('Name the file with --out.')
  const format = extname(out).toLowerCase()
  if (format !== '.ogg' && format !== '.wav') throw new UsageError('--out must end in .ogg or .wav.')

  loadEnvironment()
  const config = readConfig(process.env)
  const utterance: Utterance = {
    text: (positionals[0] === '-' ? await readAll(process.stdin) : positionals[0]!).trim(),
    voice: values.voice ?? config.LECTOR_VOICE,
    language: languageFrom(values.language),
    ...(values.style && { style: values.style }),
    ...(values.model && { model: values.model }),
    ...(values.speed && { speed: speedFrom(values.speed) }),
  }
  if (utterance.text === '') throw new UsageError('The text is empty.')

  const espeak = await findEspeak(config.LECTOR_ESPEAK)
  const engines = enginesFor(values.engine, values.stream, config)
  const engine = openEngine(engines, { espeak })
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  try {
    const speech = new Speech(engine, engines, utterance, interrupt.signal)
    await pipeline(format === '.ogg' ? ogg(speech) : wav(speech), createWriteStream(out))
    speech.summarize(out)
    if (speech.replaced && !values['allow-fallback']) process.exitCode = 1
  } catch (error) {
    await rm(out, { force: true })
    throw error
  } finally {
    await engine.close()
  }
}

function speedFrom(value: string): number {
  const speed = Number(value)
  if (speed >= 0.5 && speed <= 2) return speed
  throw new UsageError('--speed must be from 0.5 to 2.')
}

function languageFrom(value: string): SpokenLanguage {
  if (value === 'auto' || isSpokenCode(value)) return value
  throw new UsageError(`There is no language ${JSON.stringify(value)}. Use a code such as en or fr, or auto.`)
}

function enginesFor(name: string | undefined, stream: boolean, config: Config) {
  const ids: readonly string[] = ENGINES.map(({ id }) => id)
  if (name !== undefined && !ids.includes(name)) throw new UsageError(`--engine must be one of ${ids.join(', ')}.`)
  return configuredEngines(config, name, { stream })
}

/** The engine's sound as it comes, with a progress line for those who wait. */
class Speech implements AsyncIterable<Buffer> {
  /** True if another engine spoke than the one asked for. */
  replaced = false
  readonly #engine: SpeechEngine
  readonly #engines: readonly ConfiguredEngine[]
  readonly #utterance: Utterance
  readonly #signal: AbortSignal
  readonly #startedAt = performance.now()
  #firstAudio: number | undefined
  #bytes = 0
  #receipt: SpeechReceipt | undefined

  constructor(engine: SpeechEngine, engines: readonly ConfiguredEngine[], utterance: Utterance, signal: AbortSignal) {
    this.#engine = engine
    this.#engines = engines
    this.#utterance = utterance
    this.#signal = signal
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for await (const event of this.#engine.speak(this.#utterance, this.#signal)) {
      if (event.kind === 'end') this.#receipt = event.receipt
      else if (event.kind === 'notice') this.#tell(event.notice)
      else {
        this.#firstAudio ??= performance.now() - this.#startedAt
        this.#bytes += event.pcm.length
        if (process.stderr.isTTY) process.stderr.write(`\r${this.#seconds()} s of speech`)
        yield event.pcm
      }
    }
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
  }

  summarize(out: string): void {
    const { engine, model, characters } = this.#receipt!
    const { pricesAsOf } = this.#engines.find(({ id }) => id === engine) ?? {}
    const usd = costOf(this.#receipt!, this.#engines)
    const list = pricesAsOf === undefined ? '' : ` by the list of ${pricesAsOf}`
    const price = usd === undefined ? 'no list price' : `USD ${usd.toFixed(5)}${list}`
    const first = Math.round(this.#firstAudio ?? 0)
    const total = Math.round(performance.now() - this.#startedAt)
    console.log(`${out}: ${this.#seconds()} s by ${engine} (${model}), ${characters} characters billed, ${price}`)
    console.log(`first audio after ${first} ms, all after ${total} ms`)
  }

  #tell(notice: SpeechNotice): void {
    if (notice.code !== 'engine-replaced') {
      console.error(noticeSentence(notice, this.#utterance.voice, catalogueOf('en')))
      return
    }
    this.replaced = true
    const { engine, by, because } = notice
    const advice = hostAdvice(
      because,
      this.#engines.find(({ id }) => id === engine),
    )
    console.error(`${engine} did not speak; ${by} spoke instead. ${advice}`)
  }

  #seconds(): string {
    return (durationOf(this.#bytes) / 1000).toFixed(1)
  }
}

async function* wav(speech: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = []
  for await (const pcm of speech) chunks.push(pcm)
  yield encodeWav(Buffer.concat(chunks), { sampleRate: SAMPLE_RATE })
}

function ogg(speech: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  return oggOpus(opusPackets(speech), 1)
}

main().catch((error: unknown) => {
  if (error instanceof UsageError) console.error(`${error.message}\nnpm run speak -- --help shows how.`)
  else if (error instanceof ConfigError) console.error(error.message)
  else if (isLectorError(error)) console.error(hostAdvice(error, undefined))
  else console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
