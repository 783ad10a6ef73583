import { SandboxClock } from './sandbox-clock.js'

/** @import { Frame, Started } from './sound-worklet.js' */

/** What one person hears, live: frames from the sandbox through an AudioWorklet to the speaker. */
export class Sound extends EventTarget {
  /** `sleeping` until a press allows sound, as browsers demand. */
  status = 'sleeping'
  /** Milliseconds from a packet's arrival at the ear to its sound at the speaker; undefined before the first. */
  delay = /** @type {number | undefined} */ (undefined)
  holes = 0
  /** Milliseconds of speech that were played. */
  played = 0
  #clock = new SandboxClock()
  /** @type {WebSocket | undefined} */
  #socket
  /** @type {string | undefined} */
  #person
  /**
   * From the first press on.
   *
   * @type {{ context: AudioContext, worklet: AudioWorkletNode, gain: GainNode, analyser: AnalyserNode } | undefined}
   */
  #chain
  #volume = 1
  #isMuted = false
  #lastSpeech = Number.NEGATIVE_INFINITY

  /**
   * Listens with this person's ear from now on.
   *
   * @param {string} person
   */
  listen(person) {
    if (this.#person === person) return
    this.#person = person
    this.#socket?.close()
    this.#connect()
  }

  /** To be called from a press of a key or a button. */
  async wake() {
    if (this.status !== 'sleeping') return
    this.status = 'waking'
    const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' })
    await context.audioWorklet.addModule('/scripts/sound-worklet.js')
    const worklet = new AudioWorkletNode(context, 'frame-player', { numberOfInputs: 0, outputChannelCount: [1] })
    worklet.port.onmessage = ({ data }) => this.#reported(data, context)
    const analyser = new AnalyserNode(context, { fftSize: 1024 })
    const gain = new GainNode(context)
    worklet.connect(analyser).connect(gain).connect(context.destination)
    this.#chain = { context, worklet, gain, analyser }
    this.#applyVolume()
    await context.resume()
    this.status = 'awake'
    this.#tell()
  }

  get volume() {
    return this.#volume
  }

  set volume(value) {
    this.#volume = value
    this.#applyVolume()
  }

  get isMuted() {
    return this.#isMuted
  }

  set isMuted(value) {
    this.#isMuted = value
    this.#applyVolume()
  }

  /** Whether a frame of speech came in just now. */
  get isSpeaking() {
    return performance.now() - this.#lastSpeech < SPEAKING
  }

  /** Peak of what sounds at this moment, before volume and mute, 0 to 1. */
  level() {
    if (!this.#chain) return 0
    const { analyser } = this.#chain
    const samples = new Float32Array(analyser.fftSize)
    analyser.getFloatTimeDomainData(samples)
    return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
  }

  /**
   * Plays a whole WAV file; resolves when it has ended.
   *
   * @param {string} address
   */
  async replay(address) {
    await this.wake()
    if (!this.#chain) return
    const { context, analyser } = this.#chain
    const bytes = await (await fetch(address)).arrayBuffer()
    const source = new AudioBufferSourceNode(context, { buffer: await context.decodeAudioData(bytes) })
    source.connect(analyser)
    source.start()
    await new Promise((resolve) => source.addEventListener('ended', resolve))
  }

  #connect() {
    const socket = new WebSocket(`ws://${location.host}/people/${this.#person}/live`)
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => this.#clock.ask(socket)
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') this.#clock.answered(JSON.parse(data))
      else this.#received(data)
    }
    const asking = setInterval(() => this.#clock.ask(socket), CLOCK_EVERY)
    socket.onclose = () => {
      clearInterval(asking)
      if (this.#socket === socket) setTimeout(() => this.#socket === socket && this.#connect(), RECONNECT_AFTER)
    }
    this.#socket = socket
  }

  /**
   * The layout is described in packages/sandbox/src/control/live-sound.ts.
   *
   * @param {ArrayBuffer} data
   */
  #received(data) {
    const header = new DataView(data)
    const silence = header.getUint16(14, true) === 1
    /** @type {Frame} */
    const frame = {
      arrival: header.getFloat64(0, true),
      sequence: header.getUint16(12, true),
      silence,
      samples: new Int16Array(data, HEADER_BYTES),
    }
    if (!silence) this.#lastSpeech = performance.now()
    this.#chain?.worklet.port.postMessage(frame)
    this.#tell()
  }

  /**
   * @param {{ played: number, holes: number, started: readonly Started[] }} report
   * @param {AudioContext} context
   */
  #reported({ played, holes, started }, context) {
    this.played = Math.round((played / SAMPLE_RATE) * 1000)
    this.holes = holes
    const latest = started.at(-1)
    if (latest) this.delay = Math.round(heardAt(latest.time, context) - this.#clock.here(latest.arrival))
    this.#tell()
  }

  #applyVolume() {
    if (this.#chain) this.#chain.gain.gain.value = this.#isMuted ? 0 : this.#volume ** 2
  }

  #tell() {
    this.dispatchEvent(new Event('change'))
  }
}

/**
 * When a moment of the sound reaches the speaker, as `performance.now()`.
 *
 * @param {number} time
 * @param {AudioContext} context
 */
function heardAt(time, context) {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
  return performanceTime + (time - contextTime) * 1000
}

const SAMPLE_RATE = 48_000
const HEADER_BYTES = 16
/** Milliseconds: a frame comes every 20, and timers wander. */
const SPEAKING = 150
const CLOCK_EVERY = 2_000
const RECONNECT_AFTER = 1_000

export const sound = new Sound()
