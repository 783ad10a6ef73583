/**
 * 20 ms of sound, 16 bit. `silence` says that a pause follows, which is no hole.
 *
 * @typedef {{ samples: Int16Array, sequence: number, arrival: number, silence: boolean }} Frame
 * @typedef {{ sequence: number, arrival: number, time: number }} Started a frame, and when it began to sound
 */

/**
 * What surrounds a worklet; TypeScript knows the page's side of it alone. https://webaudio.github.io/web-audio-api/#AudioWorkletGlobalScope
 *
 * @typedef {{
 *   readonly currentTime: number,
 *   readonly sampleRate: number,
 *   readonly AudioWorkletProcessor: new () => { readonly port: MessagePort },
 *   registerProcessor(name: string, processor: new () => object): void
 * }} Surroundings
 */
const around = /** @type {Surroundings} */ (/** @type {unknown} */ (globalThis))

/**
 * Plays frames of 20 ms as they come from the network, through a small buffer that smooths their arrival. It waits
 * until enough is there, then plays without a stop; a hole makes the buffer longer, a good while makes it shorter.
 */
class FramePlayer extends around.AudioWorkletProcessor {
  /** @type {Frame[]} */
  #frames = []
  #position = 0
  #buffered = 0
  #isPlaying = false
  #endsSilent = true
  #target = SHORTEST
  #played = 0
  #holes = 0
  /** @type {Started[]} */
  #started = []
  #lastReport = 0

  constructor() {
    super()
    this.port.onmessage = ({ data }) => this.#add(data)
  }

  /**
   * @param {Float32Array[][]} _inputs
   * @param {[[Float32Array]]} outputs one, of one channel
   */
  process(_inputs, [[output]]) {
    if (!this.#isPlaying && this.#buffered >= this.#target) this.#isPlaying = true
    if (this.#isPlaying) this.#fill(output)
    if (around.currentTime - this.#lastReport >= REPORT_EVERY) this.#report()
    return true
  }

  /** @param {Frame} frame */
  #add({ samples, sequence, arrival, silence }) {
    // Silence before the first word would only use up what the first word has to be buffered with.
    if (silence && this.#frames.length === 0 && !this.#isPlaying) return
    this.#frames.push({ samples, sequence, arrival, silence })
    this.#buffered += samples.length
    // What ends before the buffer was full is played all the same.
    if (silence) this.#isPlaying = true
    while (this.#buffered > LONGEST) this.#drop()
  }

  #drop() {
    const dropped = this.#frames.shift()
    this.#buffered -= (dropped?.samples.length ?? 0) - this.#position
    this.#position = 0
  }

  /** @param {Float32Array} output */
  #fill(output) {
    let filled = 0
    while (filled < output.length) {
      if (this.#position === 0) this.#catchUp()
      const [frame] = this.#frames
      if (!frame) break
      if (this.#position === 0) this.#begin(frame, filled)
      const count = Math.min(output.length - filled, frame.samples.length - this.#position)
      for (let index = 0; index < count; index++) {
        output[filled + index] = (frame.samples[this.#position + index] ?? 0) / FULL_SCALE
      }
      filled += count
      this.#position += count
      this.#buffered -= count
      if (!frame.silence) this.#played += count
      this.#endsSilent = frame.silence
      if (this.#position === frame.samples.length) {
        this.#frames.shift()
        this.#position = 0
      }
    }
    if (filled < output.length) this.#ranDry()
  }

  /** What has piled up is caught up with where nobody hears it: between words. */
  #catchUp() {
    while (this.#buffered > this.#target + STEP && this.#frames.length > 1 && isQuiet(this.#frames)) this.#drop()
  }

  /**
   * @param {Frame} frame
   * @param {number} offset in samples from now on
   */
  #begin({ sequence, arrival, silence }, offset) {
    if (!silence) this.#started.push({ sequence, arrival, time: around.currentTime + offset / around.sampleRate })
  }

  #ranDry() {
    this.#isPlaying = false
    if (this.#endsSilent) {
      this.#target = Math.max(SHORTEST, this.#target - STEP)
      return
    }
    this.#holes++
    this.#target = Math.min(LONGEST_TARGET, this.#target + STEP)
  }

  #report() {
    this.#lastReport = around.currentTime
    const buffered = (this.#buffered / around.sampleRate) * 1000
    this.port.postMessage({ played: this.#played, holes: this.#holes, buffered, started: this.#started })
    this.#started = []
  }
}

/** @param {readonly Frame[]} frames of which the first counts */
function isQuiet([first]) {
  return first?.samples.every((sample) => Math.abs(sample) < QUIET) ?? false
}

/** 40 dB below full scale. */
const QUIET = 2 ** 15 / 100
const FULL_SCALE = 2 ** 15
const MILLISECOND = around.sampleRate / 1000
/** Samples: three frames, which covers the timers of a machine that also runs everything else here. */
const SHORTEST = 60 * MILLISECOND
const STEP = 20 * MILLISECOND
const LONGEST_TARGET = 100 * MILLISECOND
const LONGEST = 240 * MILLISECOND
/** Seconds. */
const REPORT_EVERY = 0.1

around.registerProcessor('frame-player', FramePlayer)
