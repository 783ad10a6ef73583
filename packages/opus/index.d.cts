export declare class OpusEncoder {
  constructor(rate: number, channels: number)
  encode(pcm: Uint8Array): Buffer
  applyEncoderCTL(ctl: number, value: number): void
  /** Resets the encoder's state, so that the next frame is coded like a first one. False if the binding cannot. */
  reset(): boolean
  /** Must be called once at the end. */
  free(): void
}
/** Must be awaited before each `new OpusEncoder(rate, channels)`. */
export declare function prepare(rate: number, channels: number): Promise<void>
/** The binding in use. */
export declare const binding: '@evan/opus' | 'libopus-wasm'
