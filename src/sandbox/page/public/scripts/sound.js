import { SandboxClock } from './sandbox-clock.js'

/** What one person hears, live: frames from the sandbox through an AudioWorklet to the speaker. */
export class Sound extends EventTarget {
  /** `sleeping` until a press allows sound, as browsers demand. */
  status = 'sleeping'
  /** Milliseconds from a packet's arrival at the ear to its sound at the speaker; undefined before the first. */
  delay = undefined
  holes = 0
  /** Milliseconds of speech that were played. */
  played = 0
  #clock = new SandboxClock()
  #socket
  #person
  #context
  #worklet
  #gain
  #analyser
  #volume = 1
  #isMuted = false
  #lastSpeech = Number.NEGATIVE_INFINITY

  /** Listens with this person's ear from now on. */
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
    this.#worklet = new AudioWorkletNode(context, 'frame-player', { numberOfInputs: 0, outputChannelCount: [1] })
    this.#worklet.port.onmessage = ({ data }) => this.#reported(data)
    this.#analyser = new AnalyserNode(context, { fftSize: 1024 })
    this.#gain = new GainNode(context)
    this.#worklet.connect(this.#analyser).connect(this.#gain).connect(context.destination)
    this.#context = context
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
    if (!this.#analyser) return 0
    const samples = new Float32Array(this.#analyser.fftSize)
    this.#analyser.getFloatTimeDomainData(samples)
    return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
  }

  /** Plays a whole WAV file; resolves when it has ended. */
  async replay(address) {
    await this.wake()
    const bytes = await (await fetch(address)).arrayBuffer()
    const source = new AudioBufferSourceNode(this.#context, { buffer: await this.#context.decodeAudioData(bytes) })
    source.connect(this.#analyser)
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

  /** The layout stands in src/sandbox/control/live-sound.ts. */
  #received(data) {
    const header = new DataView(data)
    const silence = header.getUint16(14, true) === 1
    const frame = {
      arrival: header.getFloat64(0, true),
      sequence: header.getUint16(12, true),
      silence,
      samples: new Int16Array(data, HEADER_BYTES),
    }
    if (!silence) this.#lastSpeech = performance.now()
    this.#worklet?.port.postMessage(frame)
    this.#tell()
  }

  #reported({ played, holes, started }) {
    this.played = Math.round((played / SAMPLE_RATE) * 1000)
    this.holes = holes
    const first = started.at(-1)
    if (first) this.delay = Math.round(this.#heardAt(first.time) - this.#clock.here(first.arrival))
    this.#tell()
  }

  /** When a moment of the sound reaches the speaker, as `performance.now()`. */
  #heardAt(time) {
    const { contextTime, performanceTime } = this.#context.getOutputTimestamp()
    return performanceTime + (time - contextTime) * 1000
  }

  #applyVolume() {
    if (this.#gain) this.#gain.gain.value = this.#isMuted ? 0 : this.#volume ** 2
  }

  #tell() {
    this.dispatchEvent(new Event('change'))
  }
}

const SAMPLE_RATE = 48_000
const HEADER_BYTES = 16
/** Milliseconds: a frame comes every 20, and timers wander. */
const SPEAKING = 150
const CLOCK_EVERY = 2_000
const RECONNECT_AFTER = 1_000

export const sound = new Sound()
