/** What a Wyoming server has and how it sends its sound. */
export interface WyomingFlavour {
  readonly program: { readonly name: string; readonly description: string; readonly version: string }
  readonly voices: readonly WyomingVoice[]
  /** Takes text while it is written: `synthesize-start`, `-chunk` and `-stop`. */
  readonly streaming: boolean
  readonly rate: number
  readonly channels?: 1 | 2
  /** Bytes of a sample; 2 unless given. */
  readonly width?: 2 | 4
  /** Samples of an `audio-chunk`; 1024 unless given. */
  readonly samplesPerChunk?: number
  /** Where events carry their data: after their line, or in it as before wyoming 1.2. */
  readonly data?: 'separate' | 'inline'
  /** Milliseconds before `audio-start`. */
  readonly delay?: number
  /**
   * How the answer ends: with `audio-stop`; without it, but with the connection; in the middle of the sound, by an
   * error event or by a broken connection; or with no sound at all.
   */
  readonly ending?: 'complete' | 'no-stop' | 'error' | 'break' | 'silent'
}

export interface WyomingVoice {
  readonly name: string
  readonly languages: readonly string[]
  readonly description?: string
  /** Names of the speakers of a voice that has several. */
  readonly speakers?: readonly string[]
  /** False for a voice that the server would download first. */
  readonly installed?: boolean
}

/** The answer to `describe`. */
export function infoOf({ program, voices, streaming }: WyomingFlavour): Readonly<Record<string, unknown>> {
  const attribution = { name: 'rhasspy', url: 'https://github.com/rhasspy/piper' }
  return {
    asr: [],
    tts: [
      {
        ...program,
        attribution,
        installed: true,
        voices: voices.map(({ name, languages, description = name, speakers, installed = true }) => ({
          name,
          attribution,
          installed,
          description,
          version: null,
          languages,
          speakers: speakers?.map((speaker) => ({ name: speaker })) ?? null,
        })),
        supports_synthesize_streaming: streaming,
      },
    ],
    handle: [],
    intent: [],
    wake: [],
    mic: [],
    snd: [],
  }
}
