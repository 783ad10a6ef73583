import { MOODS } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import type { OpenAiOptions } from '../../src/speech/engines/openai/options.ts'
import { ENGLISH, listen, openMood } from '../support/server-moods.ts'
import { hertzOf, largestJumpOf, peakOf } from '../support/sound.ts'

/** The sine of the loopback: 440 Hz for two seconds, whatever the text is. */
const SECONDS = 2

interface Row {
  /** Requests that reach the server for the first message, and for the second. */
  readonly requests: readonly [number, number]
  /** Seconds heard, if they are not two; 0 if nothing is. */
  readonly heard?: number
  /** What the member is told: that another voice speaks, or why nobody does. */
  readonly told?: string
  /** What the host reads in the error, beside the code. */
  readonly because?: RegExp
  readonly options?: Partial<OpenAiOptions>
  readonly voice?: string
  /** MP3 begins and ends with silence. */
  readonly padded?: true
}

const whole: Row = { requests: [1, 1] }
const learned: Row = { requests: [2, 1] }
const replaced: Row = { requests: [1, 1], told: 'voice-replaced' }
const unreadable = (because: RegExp): Row => ({ requests: [2, 0], heard: 0, told: 'speech.malformed', because })

/** Two messages to each server: what was heard, what was asked, and what people were told. */
const ROWS: Readonly<Record<string, Row>> = {
  'kokoro-fastapi': replaced,
  'kokoro-fastapi-wav-per-chunk': replaced,
  'kokoro-fastapi-junk-at-the-end': replaced,
  'kokoros-float-wav': whole,
  'speaches-piper': { ...replaced, options: { model: 'speaches-ai/piper-en_US-lessac-medium' } },
  'openedai-speech': { requests: [2, 1], told: 'voice-replaced' },
  'stdapi-polly': { ...whole, options: { rate: 16_000 } },
  'voxcpm-44100': { ...whole, options: { rate: 44_100 } },
  'rate-in-header': whole,
  localai: { requests: [3, 1] },
  'localai-empty-stream': { requests: [3, 1] },
  'chatterbox-tts-api': replaced,
  'chatterbox-tts-server': { requests: [2, 1], told: 'voice-replaced' },
  alltalk: { requests: [3, 1], told: 'voice-replaced' },
  'openai-edge-tts': replaced,
  'openai-edge-tts-without-ffmpeg': { ...replaced, padded: true },
  openai: { requests: [3, 1], told: 'voice-replaced' },
  'openai-without-quota': {
    requests: [1, 0],
    heard: 0,
    told: 'speech.quota',
    because: /HTTP 429 "insufficient_quota"/,
  },
  'openrouter-without-credits': { requests: [1, 0], heard: 0, told: 'speech.billing', because: /HTTP 402/ },
  litellm: learned,
  'forbidden-in-plain-text': { requests: [1, 1], heard: 0, told: 'speech.access', because: /HTTP 403, Forbidden/ },
  'rate-limited-in-html': { requests: [1, 1], heard: 0, told: 'speech.rate-limited', because: /HTTP 429/ },
  azure: { requests: [0, 0], heard: 0, told: 'speech.bad-request', because: /HTTP 404.*audio\/speech/ },
  'unknown-fields-refused': { requests: [3, 1] },
  'style-refused': whole,
  'style-refused-in-list': whole,
  'stream-refused': learned,
  'model-required': learned,
  'short-texts': whole,
  'voice-fails': { requests: [7, 1], told: 'voice-replaced' },
  'basic-auth': replaced,
  'proxy-307': learned,
  'proxy-308': learned,
  elsewhere: whole,
  'voices-id-and-name': replaced,
  'voices-voice-id': replaced,
  'voices-in-data': replaced,
  'voices-of-a-model': { requests: [2, 1], told: 'voice-replaced' },
  'voices-bare-list': replaced,
  'voices-by-name': replaced,
  'voices-with-languages': replaced,
  'voices-elsewhere': replaced,
  'voices-without-v1': replaced,
  'voices-empty': { requests: [2, 1], told: 'voice-replaced' },
  'voices-fail': { requests: [2, 1], told: 'voice-replaced' },
  'voices-in-html': { requests: [2, 1], told: 'voice-replaced' },
  'voices-hang': { requests: [2, 1], told: 'voice-replaced' },
  'voices-come-and-go': replaced,
  'voices-come-late': { requests: [2, 1], told: 'voice-replaced' },
  'mp3-as-pcm': { ...whole, padded: true },
  'mp3-with-id3-as-pcm': { ...whole, padded: true },
  'mp3-octet-stream': { ...whole, padded: true },
  'mp3-without-type': { ...whole, padded: true },
  'mp3-in-events': { ...whole, padded: true },
  'aac-as-pcm': unreadable(/Cannot read AAC.*OPENAI_SPEECH_FORMAT/),
  'm4a-as-pcm': unreadable(/Cannot read MP4/),
  'opus-as-pcm': unreadable(/Cannot read Ogg/),
  'flac-as-pcm': unreadable(/Cannot read FLAC/),
  'webm-as-pcm': unreadable(/Cannot read WebM/),
  'white-noise': unreadable(/noise/),
  'pcm-octet-stream': whole,
  'pcm-without-type': whole,
  'pcm-float32': whole,
  'l16-little-endian': whole,
  'l16-big-endian': whole,
  'wav-8bit': whole,
  'wav-24bit': whole,
  'wav-32bit': whole,
  'wav-float32': whole,
  'wav-stereo': whole,
  'wav-8000': whole,
  'wav-48000': whole,
  'wav-as-pcm': whole,
  'wav-with-tags': whole,
  'wav-zero-sizes': whole,
  'json-base64-wav': whole,
  'json-error-200': {
    requests: [2, 1],
    heard: 0,
    told: 'speech.voice-unknown',
    because: /Supported: aiden, vivian|voice/,
  },
  'empty-200': unreadable(/no sound/),
  'content-length-too-large': whole,
  'break-after-all': whole,
  'break-once': learned,
  'events-without-end': whole,
  'error-after-sound': whole,
  'never-ends': whole,
  'vllm-omni': { ...whole, voice: 'vivian' },
  'vllm-omni-delta-events': { ...whole, voice: 'vivian' },
  'vllm-omni-bytes': { ...whole, voice: 'vivian' },
  'dashscope-instruct-gone': whole,
  'dashscope-after-retirement': whole,
  'dashscope-goes-offline': whole,
  'qwen-audio-forbidden': whole,
  'qwen-audio-passing-411': learned,
  'qwen-audio-several-data-lines': whole,
  'dashscope-without-stop': whole,
  'dashscope-null-output': whole,
  'dashscope-mp3': { requests: [1, 0], heard: 0, told: 'speech.malformed', because: /noise/ },
  'dashscope-error-after-sound': whole,
  'dashscope-wrong-key': { requests: [1, 0], heard: 0, told: 'speech.auth', because: /HTTP 401 "InvalidApiKey"/ },
  'dashscope-free-tier-used-up': { requests: [1, 0], heard: 0, told: 'speech.quota', because: /FreeTierOnly/ },
  'dashscope-in-arrears': { requests: [1, 0], heard: 0, told: 'speech.billing', because: /Arrearage/ },
  'dashscope-throttled': { requests: [3, 3], heard: 0, told: 'speech.rate-limited', because: /HTTP 429/ },
  'dashscope-429-in-html': { requests: [3, 3], heard: 0, told: 'speech.rate-limited', because: /HTTP 429/ },
  'dashscope-text-refused': { requests: [1, 1], heard: 0, told: 'speech.blocked' },
  'dashscope-text-invalid': {
    requests: [1, 1],
    heard: 0,
    told: 'speech.bad-request',
    because: /HTTP 400 "InvalidParameter"/,
  },
  'dashscope-message-type-invalid': { requests: [1, 1], heard: 0, told: 'speech.bad-request', because: /HTTP 400/ },
  'dashscope-voice-418': { requests: [2, 2], heard: 0, told: 'speech.voice-unknown', because: /HTTP 400/ },
  'realtime-never-finished': whole,
  'realtime-closed-after-response': whole,
  'realtime-finish-unknown': { requests: [1, 1], heard: 0, told: 'speech.bad-request' },
  'realtime-incomplete': whole,
  'realtime-closed-for-voice': { requests: [2, 2], heard: 0, told: 'speech.voice-unknown' },
  'realtime-closed-for-quota': { requests: [1, 0], heard: 0, told: 'speech.quota' },
  'realtime-throttled': { requests: [3, 3], heard: 0, told: 'speech.rate-limited' },
  'realtime-mp3': { requests: [1, 0], heard: 0, told: 'speech.malformed', because: /noise/ },
  'wyoming-piper': replaced,
  'wyoming-piper-without-streaming': replaced,
  'wyoming-kokoro': replaced,
  'wyoming-stereo-48000': replaced,
  'wyoming-32-bit': replaced,
  'wyoming-not-installed': replaced,
  'wyoming-without-end': replaced,
  voicevox: { ...replaced, heard: 2.2 },
  aivisspeech: { ...replaced, heard: 2.2 },
  'coeiroink-v1': { ...replaced, heard: 2.2 },
  coeiroink: { ...replaced, heard: 2.2 },
}

/** Rows of their own below, or in the long test because they take seconds. */
const ELSEWHERE =
  /slow|^orpheus|^header-first|^late|in-the-middle|^html-200|^rate-limited$|wyoming-(silent|without-voices)|voicevox-break|^endless$|^error-in-words$|dashscope-(late|url-only)|realtime-(binary|newer-names)/

describe('a server as people run it', () => {
  it('has a row for every mood', () => {
    const named = MOODS.map(({ name }) => name).filter((name) => !ELSEWHERE.test(name))
    expect(Object.keys(ROWS).toSorted()).toEqual(named.toSorted())
  })

  it.each(Object.entries(ROWS))(
    '%s',
    async (name, { requests, heard = SECONDS, told, because, options, voice, padded }) => {
      const mood = MOODS.find((known) => known.name === name)!
      const { service, engine } = await openMood(mood, options)
      let asked = 0
      for (const more of requests) {
        const { pcm, notices, receipt, error } = await listen(engine, mood, { ...(voice && { voice }) })
        const codes = [...notices.map(({ code }) => code), ...(error ? [error.code] : [])]
        expect(codes).toEqual(told === undefined ? [] : [told])
        if (because) expect(error?.message).toMatch(because)
        expect(error?.message ?? '').not.toMatch(/quick brown|sk-sandbox/)
        expect(service.requests.length - asked).toBe(more)
        asked = service.requests.length
        expect(Math.abs(pcm.length / 48_000 - heard)).toBeLessThan(padded ? 0.1 : 0.005)
        if (heard === 0) continue
        expect(Math.abs(hertzOf(pcm) - 440)).toBeLessThan(1)
        expect(peakOf(pcm)).toBeLessThan(0.5 * 32_768)
        // A sine of this loudness moves by 0.06 a sample; a click moves by more.
        expect(largestJumpOf(pcm)).toBeLessThan(0.08)
        expect(receipt?.characters).toBe('wyoming' in mood || 'voicevox' in mood ? 0 : ENGLISH.text.length)
      }
    },
  )
})

describe('a server that changes its mind', () => {
  it('is learned anew', async () => {
    const mood = MOODS.find(({ name }) => name === 'wav-stereo')!
    const { service, engine } = await openMood(mood)
    await listen(engine, mood)
    service.setMood('localai')
    const { pcm, error } = await listen(engine, mood)
    expect(error).toBeUndefined()
    expect(Math.abs(hertzOf(pcm) - 440)).toBeLessThan(1)
  })

  it.each(['style-refused', 'style-refused-in-list'])(
    'keeps the voice and loses the style in mood %s',
    async (name) => {
      const mood = MOODS.find((known) => known.name === name)!
      const { service, engine } = await openMood(mood)
      for (const requests of [2, 3]) {
        const { pcm, notices } = await listen(engine, mood, { style: 'Whisper.' })
        expect(notices.map(({ code }) => code)).toEqual(['style-ignored'])
        expect(pcm.length).toBe(96_000)
        expect(service.requests).toHaveLength(requests)
      }
    },
  )

  it('sends the id of a voice that somebody calls by its name', async () => {
    const mood = MOODS.find(({ name }) => name === 'voices-id-and-name')!
    const { service, engine } = await openMood(mood)
    const { notices } = await listen(engine, mood, { voice: 'Rachel' })
    expect(notices).toEqual([])
    expect(service.requests.at(-1)?.voice).toBe('v1-21m00')
  })

  it('gives a text in another language to a voice that speaks it', async () => {
    const mood = MOODS.find(({ name }) => name === 'kokoro-fastapi')!
    const { service, engine } = await openMood(mood)
    await listen(engine, mood, { voice: 'af_heart' })
    for await (const _ of engine.speak(
      { text: 'Bonjour tout le monde.', voice: 'af_heart', language: 'fr' },
      AbortSignal.timeout(9_000),
    ));
    expect(service.requests.at(-1)?.voice).toBe('ff_siwis')
  })

  it('hears a broken sentence from its beginning, at most twice', async () => {
    for (const name of [
      'break-in-the-middle',
      'error-in-the-middle',
      'wyoming-break-in-the-middle',
      'voicevox-break',
    ]) {
      const mood = MOODS.find((known) => known.name === name)!
      const { service, engine } = await openMood(mood)
      const { pcm, error } = await listen(engine, mood)
      expect(error?.code, name).toMatch(/^speech\.(network|server|cut)$/)
      expect(service.requests.length, name).toBe(2)
      expect(pcm.length / 48_000, name).toBeLessThan(2.3)
    }
  })
})
