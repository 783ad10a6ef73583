/**
 * Whether a media payload carries the trailer of a DAVE frame: an 8-byte tag, the nonce and the unencrypted ranges, the
 * size of all that, and the marker `FA FA`.
 *
 * @see https://daveprotocol.com/#payload-format
 */
export function isDaveFrame(payload: Uint8Array): boolean {
  const { length } = payload
  if (length < SMALLEST_TRAILER || payload[length - 1] !== 0xfa || payload[length - 2] !== 0xfa) return false
  const trailer = payload[length - 3]!
  return trailer >= SMALLEST_TRAILER && trailer <= length
}

/** Tag 8, nonce 1, size 1, marker 2. */
const SMALLEST_TRAILER = 12

/** Whether it is the silence that clients send five times before a pause and never encrypt end to end. */
export function isSilenceFrame(payload: Uint8Array): boolean {
  return SILENCE_FRAME.equals(payload)
}

/** https://discord.com/developers/docs/topics/voice-connections#voice-data-interpolation */
const SILENCE_FRAME = Buffer.from([0xf8, 0xff, 0xfe])
