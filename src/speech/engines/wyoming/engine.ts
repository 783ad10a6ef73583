import { type Clock, systemClock } from '../../../kernel/clock.ts'
import { LectorError } from '../../../kernel/errors.ts'
import { countCharacters } from '../../characters.ts'
import type { SpeechEngine, SpeechEvent, Utterance } from '../../engine.ts'
import { createCatalogue } from '../../http/catalogue.ts'
import { scrub } from '../../http/scrub.ts'
import { isSameName } from '../../voices/voice-catalogue.ts'
import { type Address, ENGINE, malformed, openConnection, type WyomingConnection } from './connection.ts'
import { describeVoices, readInfo, type ServerInfo, type WyomingVoice } from './info.ts'
import type { WyomingEvent } from './protocol.ts'
import { createWyomingSound } from './sound.ts'

export interface WyomingOptions {
  /** `tcp://host:10200` */
  readonly url: string
  /** Speaks in place of voices that the server does not have. */
  readonly voice?: string
  readonly clock?: Clock
}

/**
 * Voices of Home Assistant's kind, such as Piper and Kokoro, over the Wyoming protocol
 * (https://github.com/OHF-Voice/wyoming): one TCP connection per utterance, whose sound is passed on while it arrives.
 */
export function createWyomingEngine(options: WyomingOptions): SpeechEngine {
  const { clock = systemClock, voice: fallback } = options
  const address = addressOf(options.url)
  const catalogue = createCatalogue((signal) => describe(address, signal), clock)

  async function* speak(utterance: Utterance, signal: AbortSignal): AsyncGenerator<SpeechEvent> {
    signal.throwIfAborted()
    const info = await catalogue.get(signal)
    const voice = info && voiceFor(utterance, info)
    if (voice && voice.id !== utterance.voice && !isSame(voice, utterance.voice)) {
      yield notice({ code: 'voice-replaced', engine: ENGINE, voice: utterance.voice, by: voice.id })
    }
    const model = info?.program ?? ENGINE
    if (utterance.style) yield notice({ code: 'style-ignored', engine: ENGINE, model })

    const connection = await openConnection(address, signal)
    try {
      ask(connection, utterance, voice, info)
      const sound = createWyomingSound()
      const last = info?.streams ? 'synthesize-stopped' : 'audio-stop'
      for await (const event of connection.events()) {
        const pcm = heard(event)
        if (pcm.length > 0) yield { kind: 'audio', pcm }
        signal.throwIfAborted()
        if (event.type === last) {
          yield { kind: 'end', receipt: { engine: ENGINE, model, characters: 0 } }
          return
        }
      }
      const rest = sound.stop()
      if (rest.length > 0) yield { kind: 'audio', pcm: rest }
      const message = `Server closed the connection before "${last}"`
      throw new LectorError('speech.cut', { engine: ENGINE }, message, { retryable: true })

      function heard({ type, data, payload }: WyomingEvent): Buffer {
        if (type === 'error') throw refusalOf(data.text, data.code, utterance)
        if (type === 'audio-start') sound.start(data)
        if (type === 'audio-chunk') return sound.push(data, payload)
        return type === 'audio-stop' ? sound.stop() : SILENCE
      }
    } finally {
      connection.close()
    }
  }

  function voiceFor({ voice }: Utterance, { voices }: ServerInfo): WyomingVoice | undefined {
    // A server without a list has one voice, and takes it.
    if (voices.length === 0) return undefined
    const named = voices.find((known) => isSame(known, voice))
    const configured = fallback === undefined ? undefined : voices.find((known) => isSame(known, fallback))
    const found = named ?? configured
    if (found) return found
    throw new LectorError('speech.voice-unknown', { engine: ENGINE, voice }, 'Server does not have the voice')
  }

  return {
    id: ENGINE,
    voices() {
      const info = catalogue.latest
      if (info && info.voices.length > 0) return describeVoices(info.voices)
      void catalogue.refresh()
      return GUESSED
    },
    speak,
    // A Raspberry Pi thinks for a while, and a server may load a voice first.
    limits: ({ text }) => ({ silence: 30_000 + 20 * countCharacters(text) }),
    warm: () => catalogue.refresh(),
    async close() {
      catalogue.close()
    },
  }
}

function ask(
  { send }: WyomingConnection,
  { text, language }: Utterance,
  voice: WyomingVoice | undefined,
  info?: ServerInfo,
) {
  const asked = voice
    ? { voice: { name: voice.name, ...(voice.speaker !== undefined && { speaker: voice.speaker }) } }
    : language === 'auto'
      ? {}
      : { voice: { language } }
  if (!info?.streams) return send('synthesize', { text, ...asked })
  send('synthesize-start', asked)
  send('synthesize-chunk', { text })
  // For servers that take whole texts alone; those that stream pass over it.
  send('synthesize', { text, ...asked })
  send('synthesize-stop')
}

async function describe(address: Address, signal: AbortSignal): Promise<ServerInfo> {
  const connection = await openConnection(address, signal)
  try {
    connection.send('describe')
    for await (const { type, data } of connection.events()) if (type === 'info') return readInfo(data)
    throw malformed('it did not describe itself')
  } finally {
    connection.close()
  }
}

function refusalOf(text: unknown, code: unknown, utterance: Utterance): LectorError {
  const words = `${String(code ?? '')} ${String(text ?? '')}`
  const message = `Server refused to speak: ${scrub(words, [utterance.text])}`
  if (/voice|speaker/i.test(words)) {
    return new LectorError('speech.voice-unknown', { engine: ENGINE, voice: utterance.voice }, message)
  }
  return new LectorError('speech.server', { engine: ENGINE, status: 0 }, message, { retryable: true })
}

function addressOf(text: string): Address {
  const url = new URL(text)
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 10_200) }
}

function isSame({ id, name }: WyomingVoice, voice: string): boolean {
  return isSameName(id, voice) || isSameName(name, voice)
}

function notice(notice: Extract<SpeechEvent, { kind: 'notice' }>['notice']): SpeechEvent {
  return { kind: 'notice', notice }
}

const SILENCE = Buffer.alloc(0)
/** Until the server was asked; an empty name is its own choice. */
const GUESSED = [
  { id: 'default', gender: 'neutral', languages: ['en'], description: 'The voice of the server', guessed: true },
] as const
