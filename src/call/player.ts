import { SILENCE_PACKET } from '../audio/opus.ts'
import type { Clock } from '../kernel/clock.ts'
import type { FrameClock, FrameSource } from './frame-clock.ts'
import type { VoiceLink } from './link.ts'
import type { PacketBuffer } from './packet-buffer.ts'

/**
 * Silence while the provider is still thinking: it opens the listeners' jitter buffers and delays nothing.
 *
 * One frame of it is enough when speech is ready at once. WebRTC's NetEq, on which Discord's clients build, fades in the
 * first packet after its buffer ran dry over the whole 20 ms (normal.cc), so that packet should be silence. It drops
 * none: it waits until half of its target delay is buffered (decision_logic.cc), 40 ms in a new call (delay_manager.cc).
 */
const LEAD_IN_FRAMES = 5
/** Discord asks for five silence frames when a transmission pauses, so that decoders do not interpolate the last word. */
const TRAILING_FRAMES = 5
/** After the provider stalled, speech goes on once this much is there again: one pause instead of a stutter. */
const REBUFFER_FRAMES = 5
/** The pause after which a whole lead-in is sent. */
const LEAD_IN_AFTER_MS = 400
/** A listener's jitter buffer has not run dry this long after the last packet. */
const STILL_OPEN_MS = 40

type PlayerState =
  | { readonly status: 'idle' }
  | { readonly status: 'leading'; readonly track: Track; readonly left: number }
  /** Nothing to send until the first packet is there; off the clock. */
  | { readonly status: 'expecting'; readonly track: Track }
  | { readonly status: 'speaking'; readonly track: Track }
  /** The provider stalled in mid-sentence: silence until enough is there. */
  | { readonly status: 'bridging'; readonly track: Track }
  | { readonly status: 'trailing'; readonly track: Track; readonly left: number }

interface Track {
  readonly packets: PacketBuffer
  readonly finish: (played: Played) => void
  readonly played: { frames: number; bridged: number; firstAt: number | undefined }
}

/** What left for the listeners. */
export interface Played {
  /** Speech frames of 20 ms. */
  readonly frames: number
  /** Silence frames put in because the provider stalled. */
  readonly bridged: number
  /** When the first speech frame left, on the monotonic clock; undefined when none did. */
  readonly firstAt: number | undefined
}

/**
 * Plays one utterance after the other on a link: a frame every 20 ms from the shared clock. A link that cannot send
 * holds the frame, so a reconnect delays speech and loses none of it.
 */
export class Player implements FrameSource {
  readonly #link: VoiceLink
  readonly #frames: FrameClock
  readonly #clock: Clock
  #state: PlayerState = { status: 'idle' }
  #lastSentAt = Number.NEGATIVE_INFINITY
  #paused = false

  constructor(link: VoiceLink, frames: FrameClock, clock: Clock) {
    this.#link = link
    this.#frames = frames
    this.#clock = clock
  }

  /** Resolves when the last frame of these packets, and the silence after it, has left. One utterance at a time. */
  play(packets: PacketBuffer): Promise<Played> {
    if (this.#state.status !== 'idle') throw new Error('the player is busy')
    return new Promise((resolve) => {
      const track: Track = { packets, finish: resolve, played: { frames: 0, bridged: 0, firstAt: undefined } }
      const silent = this.#sinceSent() > LEAD_IN_AFTER_MS
      this.#state = silent ? { status: 'leading', track, left: LEAD_IN_FRAMES } : { status: 'expecting', track }
      if (silent && !this.#paused) this.#frames.start(this)
      packets.onReadable(() => this.#begin(track))
    })
  }

  /** Holds speech where it is (muted, reconnecting) until `resume`. */
  pause(): void {
    this.#paused = true
    this.#frames.stop(this)
  }

  resume(): void {
    if (!this.#paused) return
    this.#paused = false
    if (this.#state.status === 'speaking') this.#startSpeaking()
    else if (this.#state.status !== 'idle' && this.#state.status !== 'expecting') this.#frames.start(this)
  }

  /** Nothing follows what was played. */
  rest(): void {
    this.#link.rest()
  }

  /** Ends for good, on a link that is gone: nothing more is sent. */
  close(): void {
    this.#frames.stop(this)
    if (this.#state.status !== 'idle') this.#finish(this.#state.track)
  }

  tick(): boolean {
    const state = this.#state
    switch (state.status) {
      case 'idle':
      case 'expecting':
        return false
      case 'leading':
        if (!this.#send(SILENCE_PACKET)) return true
        this.#state = state.left > 1 ? { ...state, left: state.left - 1 } : { status: 'expecting', track: state.track }
        return state.left > 1
      case 'speaking':
        return this.#speak(state.track)
      case 'bridging':
        if (state.track.packets.size >= REBUFFER_FRAMES || state.track.packets.ended) return this.#speak(state.track)
        if (this.#send(SILENCE_PACKET)) state.track.played.bridged += 1
        return true
      case 'trailing':
        return this.#trail(state.track, state.left)
    }
  }

  #begin(track: Track): void {
    const { status } = this.#state
    if ((status !== 'leading' && status !== 'expecting') || this.#state.track !== track) return
    this.#state = { status: 'speaking', track }
    if (!this.#paused) this.#startSpeaking()
  }

  /** A silence packet takes the fade with which listeners begin after a pause; it costs the first word no time. */
  #startSpeaking(): void {
    if (this.#sinceSent() > STILL_OPEN_MS) this.#send(SILENCE_PACKET)
    this.#frames.start(this)
  }

  #speak(track: Track): boolean {
    const packet = track.packets.peek()
    if (packet === undefined) {
      if (track.packets.ended) return this.#trail(track, TRAILING_FRAMES)
      this.#state = { status: 'bridging', track }
      if (this.#send(SILENCE_PACKET)) track.played.bridged += 1
      return true
    }
    this.#state = { status: 'speaking', track }
    if (!this.#send(packet)) return true
    track.packets.shift()
    track.played.frames += 1
    track.played.firstAt ??= this.#lastSentAt
    return true
  }

  #trail(track: Track, left: number): boolean {
    this.#state = { status: 'trailing', track, left }
    if (left === 0) {
      // A frame's time after the last silence, so that the next utterance's first frame keeps the rhythm.
      this.#finish(track)
      return false
    }
    if (this.#send(SILENCE_PACKET)) this.#state = { status: 'trailing', track, left: left - 1 }
    return true
  }

  #finish(track: Track): void {
    this.#state = { status: 'idle' }
    track.finish(track.played)
  }

  #sinceSent(): number {
    return this.#clock.now() - this.#lastSentAt
  }

  #send(packet: Buffer): boolean {
    if (!this.#link.send(packet)) return false
    this.#lastSentAt = this.#clock.now()
    return true
  }
}
