// prism-media looks for its Opus binding under a handful of names and loads none of the bindings that install without
// a compiler. This package answers to the name `@discordjs/opus` and to the interface prism-media expects of it, and
// encodes with @evan/opus (native, or its own WebAssembly where no binary fits). LECTOR_OPUS=libopus-wasm chooses the
// second binding: libopus 1.6 as WebAssembly on every platform, at about 1.7 times the CPU.

/** Of libopus's three: at the bitrates we use all encode alike, and this one looks 2.5 ms ahead instead of 6.5. */
const APPLICATION = 'restricted_lowdelay'
const APPLICATION_CODE = 2051

/** Encoders that were opened ahead of time, because libopus-wasm can only be opened asynchronously. */
const opened = []

const native = process.env.LECTOR_OPUS === 'libopus-wasm' ? undefined : load('@evan/opus')

function load(name) {
  try {
    return require(name)
  } catch {
    return undefined
  }
}

class OpusEncoder {
  #codec

  constructor(rate, channels) {
    if (native) {
      this.#codec = new native.Encoder({ channels, sample_rate: rate, application: APPLICATION })
      return
    }
    const index = opened.findIndex((codec) => codec.sampleRate === rate && codec.channels === channels)
    if (index === -1) throw new Error('No encoder is open: await prepare(rate, channels) before each new OpusEncoder')
    this.#codec = opened.splice(index, 1)[0]
  }

  /** One frame of s16le PCM to one packet. A frame of a wrong size throws. */
  encode(pcm) {
    const packet = this.#codec.encode(pcm)
    return Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength)
  }

  applyEncoderCTL(ctl, value) {
    if (native) this.#codec.ctl(ctl, value)
    else this.#codec.encoderCtl(ctl, value)
  }

  /** Forgets what was encoded. False when the binding cannot. */
  reset() {
    if (!native) return false
    this.#codec.reset()
    return true
  }

  /** Must be called once at the end: WebAssembly's memory knows no garbage collection. */
  free() {
    if (!native) this.#codec.free()
  }
}

/** Must be awaited before each `new OpusEncoder(rate, channels)`; costs nothing with the native binding. */
async function prepare(rate, channels) {
  if (native) return
  const { createEncoder } = await import('libopus-wasm')
  opened.push(await createEncoder({ sampleRate: rate, channels, application: APPLICATION_CODE }))
}

module.exports = { OpusEncoder, prepare, binding: native ? '@evan/opus' : 'libopus-wasm' }
