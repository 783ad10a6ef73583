// prism-media loads its Opus binding by a few fixed names, none of which installs without a compiler. This package has
// the name and the interface of `@discordjs/opus`. It encodes with @evan/opus: native, or its WebAssembly where no
// binary fits. LECTOR_OPUS=libopus-wasm selects libopus 1.6 as WebAssembly instead, at about 1.7 times the CPU.

/**
 * One of libopus's three applications. This one never uses SILK, so in-band FEC has no effect, and looks 2.5 ms ahead
 * instead of 6.5.
 */
const APPLICATION = 'restricted_lowdelay'
const APPLICATION_CODE = 2051

/** Encoders opened in advance, because libopus-wasm opens them asynchronously. */
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
    if (index === -1) throw new Error('Cannot create an OpusEncoder: await prepare(rate, channels) before each one')
    this.#codec = opened.splice(index, 1)[0]
  }

  /** Encodes one frame of s16le PCM as one packet; throws on a frame of a wrong size. */
  encode(pcm) {
    const packet = this.#codec.encode(pcm)
    return Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength)
  }

  applyEncoderCTL(ctl, value) {
    if (native) this.#codec.ctl(ctl, value)
    else this.#codec.encoderCtl(ctl, value)
  }

  /** Resets the encoder's state. False if the binding cannot. */
  reset() {
    if (!native) return false
    this.#codec.reset()
    return true
  }

  /** Must be called once at the end, because WebAssembly's memory is not garbage-collected. */
  free() {
    if (!native) this.#codec.free()
  }
}

/** Must be awaited before each `new OpusEncoder(rate, channels)`. Does nothing with the native binding. */
async function prepare(rate, channels) {
  if (native) return
  const { createEncoder } = await import('libopus-wasm')
  opened.push(await createEncoder({ sampleRate: rate, channels, application: APPLICATION_CODE }))
}

module.exports = { OpusEncoder, prepare, binding: native ? '@evan/opus' : 'libopus-wasm' }
