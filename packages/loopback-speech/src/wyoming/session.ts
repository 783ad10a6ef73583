import type { Socket } from 'node:net'
import { widen } from '../audio/encode.ts'
import { resample } from '../audio/resample.ts'
import { isRecord } from '../json.ts'
import { type Recorded, recorded } from '../recorded.ts'
import type { ServiceContext } from '../service-context.ts'
import { cutInto } from '../sound.ts'
import { TextBuffer } from '../text-buffer.ts'
import { infoOf, type WyomingFlavour } from './flavour.ts'
import { EventReader, encodeEvent, type WyomingEvent } from './protocol.ts'

/** A text that is spoken, and the voice that was asked for. */
interface Job extends Recorded {
  readonly voice: string
  readonly text: TextBuffer
}

/** One connection: events are answered one after the other, as wyoming-piper does. */
export class WyomingSession {
  readonly #socket: Socket
  readonly #context: ServiceContext
  readonly #flavour: WyomingFlavour
  #stream: Job | undefined
  #queue: Promise<void> = Promise.resolve()

  constructor(socket: Socket, context: ServiceContext, flavour: WyomingFlavour) {
    this.#socket = socket
    this.#context = context
    this.#flavour = flavour
    const reader = new EventReader()
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      try {
        for (const event of reader.push(bytes))
          this.#queue = this.#queue.then(() => this.#answer(event)).catch((error) => this.#fail(error))
      } catch {
        socket.end()
      }
    })
  }

  async #answer({ type, data }: WyomingEvent): Promise<void> {
    const text = typeof data.text === 'string' ? data.text : ''
    if (type === 'describe') await this.#send('info', infoOf(this.#flavour))
    else if (type === 'ping') await this.#send('pong', { text: data.text ?? null })
    // Within a stream it repeats the text for servers that cannot stream.
    else if (type === 'synthesize' && !this.#stream) await this.#synthesize(data, text)
    else if (!this.#flavour.streaming) return
    else if (type === 'synthesize-start') this.#stream = this.#begin(data)
    else if (type === 'synthesize-chunk') await this.#append(text)
    else if (type === 'synthesize-stop') await this.#stop()
  }

  /** One sound for the whole text, made sentence by sentence. */
  async #synthesize(data: WyomingEvent['data'], text: string): Promise<void> {
    const job = this.#begin(data)
    job.recorder.appended(text)
    job.text.append(text)
    await this.#wait(job)
    await this.#send('audio-start', this.#format())
    for (const sentence of [...job.text.takeSentences(), job.text.takeAll()]) await this.#speak(job, sentence)
    await this.#finish(job)
  }

  /** A sound of its own for every sentence that is whole. */
  async #append(text: string): Promise<void> {
    const job = this.#stream
    if (!job) throw new AssertionError()
    job.recorder.appended(text)
    job.text.append(text)
    for (const sentence of job.text.takeSentences()) await this.#speakAlone(job, sentence)
  }

  async #stop(): Promise<void> {
    const job = this.#stream
    if (!job) throw new AssertionError()
    this.#stream = undefined
    await this.#speakAlone(job, job.text.takeAll())
    job.recorder.end('completed')
    await this.#send('synthesize-stopped')
  }

  #begin(data: WyomingEvent['data']): Job {
    const wanted = isRecord(data.voice) ? data.voice : {}
    const voice = typeof wanted.name === 'string' ? wanted.name : (this.#flavour.voices[0]?.name ?? '')
    const language = typeof wanted.language === 'string' ? wanted.language : 'Auto'
    const asked = {
      model: this.#flavour.program.name,
      text: '',
      voice: typeof wanted.speaker === 'string' ? `${voice}/${wanted.speaker}` : voice,
      language,
      optimizeInstructions: false,
      streaming: true,
    }
    const job = recorded(this.#context, this.#socket, asked, { body: JSON.stringify(data), caller: 'bot' })
    job.recorder.answered(200)
    if (!this.#flavour.voices.some(({ name }) => name === voice)) {
      job.recorder.end('refused')
      throw new VoiceNotFoundError(voice)
    }
    return { ...job, voice, text: new TextBuffer() }
  }

  async #speakAlone(job: Job, sentence: string): Promise<void> {
    if (sentence.trim() === '') return
    await this.#wait(job)
    await this.#send('audio-start', this.#format())
    await this.#speak(job, sentence)
    await this.#send('audio-stop', { timestamp: null })
  }

  async #speak(job: Job, sentence: string): Promise<void> {
    const { rate, channels = 1, width = 2, samplesPerChunk = 1024, ending = 'complete' } = this.#flavour
    if (sentence.trim() === '' || ending === 'silent') return
    const text = sentence.trim().split(/\r?\n/).join(' ')
    const { model, language } = job.recorder.request
    const sound = job.speak({ text, voice: job.voice, model, language })
    let sent = 0
    for await (const pcm of cutInto([samplesPerChunk * 2], resample(sound, rate))) {
      if (sent >= rate / 2 && (ending === 'break' || ending === 'error')) return this.#break(job, ending)
      const payload = widen(pcm, { channels, bits: width === 4 ? 32 : 16 })
      await this.#send('audio-chunk', this.#format(), payload)
      sent += pcm.length / 2
    }
  }

  async #finish({ recorder }: Job): Promise<void> {
    recorder.end('completed')
    if (this.#flavour.ending === 'no-stop') this.#socket.end()
    else await this.#send('audio-stop', { timestamp: null })
  }

  #break({ recorder }: Job, ending: 'break' | 'error'): void {
    recorder.end('failed')
    if (ending === 'error') throw new Error('CUDA out of memory')
    this.#socket.destroy()
  }

  #wait({ faults, signal }: Job): Promise<void> {
    const ms = (this.#flavour.delay ?? 0) + (faults.delay ?? 0)
    return ms > 0 ? this.#context.clock.sleep(ms, signal) : Promise.resolve()
  }

  /** Tells the client the error, then closes, as wyoming-piper does after every exception. */
  async #fail(error: unknown): Promise<void> {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    await this.#send('error', { text: message, code: name === 'Error' ? 'RuntimeError' : name })
    this.#socket.end()
  }

  #format() {
    const { rate, channels = 1, width = 2 } = this.#flavour
    return { rate, width, channels, timestamp: null }
  }

  #send(type: string, data: WyomingEvent['data'] = {}, payload?: Buffer): Promise<void> {
    const bytes = encodeEvent({ type, data, ...(payload && { payload }) }, this.#flavour.data)
    return new Promise((resolve) => {
      if (this.#socket.writable) this.#socket.write(bytes, () => resolve())
      else resolve()
    })
  }
}

class VoiceNotFoundError extends Error {
  override readonly name = 'VoiceNotFoundError'
}

class AssertionError extends Error {
  override readonly name = 'AssertionError'
}
