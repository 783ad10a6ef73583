import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { encode } from '../audio/encode.ts'
import { durationOf } from '../audio/pcm.ts'
import { hasVoice, lineOf } from '../dashscope/generation-request.ts'
import { STREAM_HEADER } from '../dashscope/wire.ts'
import type { Faults } from '../faults.ts'
import type { Caller, Recorder } from '../served-request.ts'
import type { ServiceContext } from '../service-context.ts'
import { cutInto, soundOf } from '../sound.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { countCharacters, MODELS } from '../tables.ts'
import { TextBuffer } from '../text-buffer.ts'
import { formatError, formatServerEvent, type ResponseEvents, readClientEvent, responseEvents } from './wire.ts'

/** What a session has been told to be, once `session.update` has come. */
interface Started {
  readonly asked: SpeechRequest
  readonly mode: 'server_commit' | 'commit'
  readonly speed: number
  readonly recorder: Recorder
  readonly faults: Faults
}

/** One connection: a state machine over its text and a queue of responses. */
export class RealtimeSession {
  readonly #socket: WebSocket
  readonly #model: string
  readonly #caller: Caller
  readonly #context: ServiceContext
  readonly #idleLimit: number
  readonly #text = new TextBuffer()
  readonly #gone = new AbortController()
  #idle: AbortController | undefined
  #started: Started | undefined
  #finishing = false
  #sent = 0
  /** Responses leave one after the other. */
  #queue: Promise<void> = Promise.resolve()

  constructor(socket: WebSocket, model: string, caller: Caller, context: ServiceContext, idleLimit: number) {
    this.#socket = socket
    this.#model = model
    this.#caller = caller
    this.#context = context
    this.#idleLimit = idleLimit
    socket.on('message', (data, binary) => {
      if (binary) this.#fail('invalid_value', 'Only text frames are supported.')
      else this.#receive(data.toString())
    })
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#idle?.abort()
      this.#gone.abort()
      this.#started?.recorder.end('cancelled')
    })
    const session = {
      object: 'realtime.session',
      mode: 'server_commit',
      model,
      voice: 'Cherry',
      id: `sess_${randomUUID()}`,
    }
    this.#send(formatServerEvent('session.created', { session }))
    this.#restIdle()
  }

  #receive(json: string): void {
    this.#restIdle()
    const event = readClientEvent(json)
    if (event.kind === 'update') this.#update(event.session, json)
    else if (event.kind === 'unknown') this.#fail('invalid_value', 'Unknown event.')
    else if (!this.#started || this.#finishing) this.#fail('invalid_value', 'The session is not started, or finished.')
    else if (event.kind === 'append') this.#append(event.text, this.#started)
    else if (event.kind === 'commit') this.#commit()
    else if (event.kind === 'clear') this.#clear(this.#started)
    else this.#finish(this.#started)
  }

  #append(text: string, { mode, recorder }: Started): void {
    recorder.appended(text)
    this.#text.append(text)
    if (mode === 'server_commit') for (const sentence of this.#text.takeSentences()) this.#speak(sentence)
  }

  #commit(): void {
    const text = this.#text.takeAll()
    if (text.trim() === '') {
      this.#fail('invalid_value', 'Cannot commit an empty buffer.')
    } else {
      this.#send(formatServerEvent('input_text_buffer.committed', { item_id: '' }))
      this.#speak(text)
    }
  }

  #clear({ mode }: Started): void {
    if (mode === 'commit') {
      this.#text.takeAll()
      this.#send(formatServerEvent('input_text_buffer.cleared'))
    } else {
      this.#fail('invalid_value', 'only client commit mode supports clear operation')
    }
  }

  #finish({ mode, recorder, faults }: Started): void {
    if (faults.finishUnknown) {
      this.#fail('invalid_value', 'Invalid event type: session.finish')
      return
    }
    this.#finishing = true
    const text = this.#text.takeAll()
    if (mode === 'server_commit' && text.trim() !== '') this.#speak(text)
    this.#queue = this.#queue.then(() => {
      if (this.#gone.signal.aborted) return
      recorder.end('completed')
      if (faults.neverFinished) return
      if (!faults.endWithoutStop) this.#send(formatServerEvent('session.finished'))
      this.#socket.close(1000)
    })
  }

  #update(session: Readonly<Record<string, unknown>>, body: string): void {
    if (this.#started) {
      this.#fail('invalid_value', 'Session update error: session already started or finished or failed.')
      return
    }
    const text = (value: unknown) => (typeof value === 'string' ? value : '')
    const instructions = text(session.instructions)
    const asked: SpeechRequest = {
      model: this.#model,
      text: '',
      voice: text(session.voice),
      language: text(session.language_type) || 'Auto',
      ...(instructions === '' ? {} : { instructions }),
      optimizeInstructions: session.optimize_instructions === true,
      streaming: true,
    }
    const recorder = this.#context.record(asked, { body, caller: this.#caller })
    const faults = this.#context.faultsOf(recorder.request)
    const refused = faults.refuse ?? (this.#lacks(asked.voice) && unknownVoice(asked.voice))
    if (refused || this.#context.tooFast()) {
      recorder.end('refused')
      if (refused) this.#fail(refused.code, refused.message)
      else this.#socket.close(1011, THROTTLED)
      return
    }
    recorder.answered(101)
    const speed = typeof session.speech_rate === 'number' ? session.speech_rate : 1
    const mode = session.mode === 'commit' ? 'commit' : 'server_commit'
    this.#started = { asked, mode, speed, recorder, faults }
    this.#send(formatServerEvent('session.updated', { session }))
  }

  #lacks(voice: string): boolean {
    const served = MODELS.get(this.#model)
    return served !== undefined && !hasVoice(served, voice)
  }

  #speak(text: string): void {
    this.#queue = this.#queue
      .then(() => this.#respond(text))
      .catch(() => {
        if (this.#gone.signal.aborted) return
        this.#started?.recorder.end('failed')
        this.#socket.close(1011, 'Internal server error')
      })
  }

  async #respond(text: string): Promise<void> {
    const { asked, speed, recorder, faults } = this.#started!
    const { clock, synthesize } = this.#context
    const signal = this.#gone.signal
    signal.throwIfAborted()
    if (faults.delay !== undefined) await clock.sleep(faults.delay, signal)
    const events = responseEvents(asked.voice)
    for (const event of events.opening) this.#send(event)

    const started = clock.now()
    let spoken = 0
    let header = faults.header === 'wav' ? STREAM_HEADER : Buffer.alloc(0)
    const made = soundOf(synthesize, { ...lineOf(asked), text, speed }, signal)
    const sound = faults.compressed ? encode(faults.compressed, made) : made
    for await (const pcm of faults.silent ? [] : cutInto(faults.pieces ?? [PIECE_BYTES], sound)) {
      signal.throwIfAborted()
      await this.#misbehave(faults)
      recorder.sounded(pcm)
      this.#sendSound(events, Buffer.concat([header, pcm]), faults)
      header = Buffer.alloc(0)
      this.#sent++
      spoken += pcm.length
      const due = faults.pace === undefined ? 0 : started + durationOf(spoken) / faults.pace - clock.now()
      if (due > 0) await clock.sleep(due, signal)
    }
    await this.#misbehave(faults)
    for (const event of events.closing(faults.responseStatus ?? 'completed', countCharacters(text))) this.#send(event)
    this.#restIdle()
  }

  /** Applies the faults due after this many pieces of sound. */
  async #misbehave(faults: Faults): Promise<void> {
    const due = (fault: { readonly after: number } | undefined) => fault?.after === this.#sent
    if (due(faults.stall)) await this.#context.clock.sleep(faults.stall!.ms, this.#gone.signal)
    if (due(faults.malformedJson)) this.#send('{"type":"response.audio.delta","delta":"')
    if (due(faults.badBase64)) this.#send(formatServerEvent('response.audio.delta', { delta: 'AA*A' }))
    if (due(faults.hugeEvent))
      this.#send(formatServerEvent('padding', { padding: 'x'.repeat(faults.hugeEvent!.length) }))
    if (due(faults.errorEvent)) this.#fail(faults.errorEvent!.refusal.code, faults.errorEvent!.refusal.message)
    if (due(faults.closeWith)) this.#socket.close(faults.closeWith!.code, faults.closeWith!.reason)
    if (due(faults.cut)) this.#socket.terminate()
    if (due(faults.errorEvent) || due(faults.closeWith) || due(faults.cut)) {
      this.#started?.recorder.end('failed')
      this.#gone.abort()
      this.#gone.signal.throwIfAborted()
    }
  }

  #sendSound(events: ResponseEvents, bytes: Buffer, { framing }: Faults): void {
    if (framing === 'binary') this.#socket.send(bytes)
    else if (framing === 'output-audio')
      this.#send(events.delta(bytes).replace('response.audio.delta', 'response.output_audio.delta'))
    else this.#send(events.delta(bytes))
  }

  #fail(code: string, message: string): void {
    this.#send(formatError(code, message))
  }

  #send(frame: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(frame)
  }

  #restIdle(): void {
    this.#idle?.abort()
    const idle = new AbortController()
    this.#idle = idle
    this.#context.clock.sleep(this.#idleLimit, idle.signal).then(
      () => this.#socket.close(1000, 'idle'),
      () => {},
    )
  }
}

function unknownVoice(voice: string) {
  return { code: 'invalid_value', message: `400-invalid_value The requested voice '${voice}' is not supported.` }
}

const THROTTLED = 'To many requests. Your requests are being throttled, please retry later.'
/** 320 ms of sound, one packet of the model. */
const PIECE_BYTES = 15_360
