/** An engine with VOICEVOX's API, or COEIROINK's, which only looks like it. */
export interface VoicevoxFlavour {
  readonly name: string
  readonly version: string
  readonly api: 'voicevox' | 'coeiroink'
  readonly speakers: readonly Speaker[]
  /** `outputSamplingRate` of a query that nobody has changed. */
  readonly rate: number
  /** AivisSpeech speaks the text in `kana`; VOICEVOX the moras, whatever `kana` says. */
  readonly speaks: 'kana' | 'moras'
  /** Older engines tell neither the type of a style nor the features of a speaker. */
  readonly plainSpeakers?: boolean
  /** What a style that the engine does not have is answered with. */
  readonly unknownStyle: { readonly status: number; readonly body: Readonly<Record<string, unknown>> }
  /** Milliseconds that a synthesis takes. */
  readonly delay?: number
  /** Breaks the connection in the middle of the WAV. */
  readonly breaks?: boolean
}

export interface Speaker {
  readonly name: string
  readonly uuid: string
  readonly styles: readonly { readonly id: number; readonly name: string }[]
  /** Terms of use, with the credit that they ask for. */
  readonly policy?: string
}

export function styleOf({ speakers }: VoicevoxFlavour, id: number): { speaker: Speaker; style: string } | undefined {
  for (const speaker of speakers) {
    const style = speaker.styles.find((one) => one.id === id)
    if (style) return { speaker, style: style.name }
  }
  return undefined
}

/** `GET /speakers` of VOICEVOX and AivisSpeech. */
export function speakersOf({ speakers, version, plainSpeakers = false }: VoicevoxFlavour): object[] {
  return speakers.map(({ name, uuid, styles }) => ({
    name,
    speaker_uuid: uuid,
    styles: styles.map((style) => ({ name: style.name, id: style.id, ...(!plainSpeakers && { type: 'talk' }) })),
    version,
    ...(!plainSpeakers && { supported_features: { permitted_synthesis_morphing: 'SELF_ONLY' } }),
  }))
}
