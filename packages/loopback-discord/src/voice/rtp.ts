import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { hchacha } from '@noble/ciphers/chacha.js'

/**
 * RTP (RFC 3550) under Discord's two transport encryptions. `rtpsize` leaves in the clear what an RTP router has to
 * read: the fixed header, the CSRC list and the four bytes that announce a header extension. The extension itself is
 * encrypted with the payload. Behind the ciphertext come the 16-byte tag and the four changing bytes of the nonce.
 *
 * @see https://discord.com/developers/docs/topics/voice-connections#transport-encryption-modes
 */
export type EncryptionMode = 'aead_aes256_gcm_rtpsize' | 'aead_xchacha20_poly1305_rtpsize'

export const ENCRYPTION_MODES = ['aead_aes256_gcm_rtpsize', 'aead_xchacha20_poly1305_rtpsize'] as const

export interface RtpHeader {
  readonly sequence: number
  /** In samples of 48 kHz. */
  readonly timestamp: number
  readonly ssrc: number
}

export const RTP_HEADER_BYTES = 12
export const TRANSPORT_KEY_BYTES = 32

/** Whether a datagram is an RTP packet of Opus, long enough to be read. */
export function isRtp(datagram: Buffer): boolean {
  return (
    datagram.length >= RTP_HEADER_BYTES + TRAILER_BYTES &&
    datagram[0]! >> 6 === RTP_VERSION &&
    (datagram[1]! & 0x7f) === OPUS_PAYLOAD_TYPE &&
    datagram.length >= clearBytes(datagram) + TRAILER_BYTES
  )
}

/** The fixed header of what `isRtp` has passed. */
export function readRtpHeader(datagram: Buffer): RtpHeader {
  return {
    sequence: datagram.readUInt16BE(2),
    timestamp: datagram.readUInt32BE(4),
    ssrc: readSsrc(datagram),
  }
}

export function readSsrc(datagram: Buffer): number {
  return datagram.readUInt32BE(8)
}

export interface RtpCipher {
  /** The payload without header extension; undefined when the packet was not sealed with this key. */
  open(datagram: Buffer): Buffer | undefined
  /** A packet without CSRCs and extension. `counter` must never come twice under one key. */
  seal(header: RtpHeader, payload: Uint8Array, counter: number): Buffer
}

/** `key` has 32 bytes. */
export function createRtpCipher(mode: EncryptionMode, key: Uint8Array): RtpCipher {
  const aead = AEADS[mode](key)
  return {
    open(datagram) {
      const clear = clearBytes(datagram)
      const tagStart = datagram.length - TRAILER_BYTES
      const nonceStart = datagram.length - COUNTER_BYTES
      const plain = aead.open(
        datagram.subarray(nonceStart),
        datagram.subarray(0, clear),
        datagram.subarray(clear, tagStart),
        datagram.subarray(tagStart, nonceStart),
      )
      if (!plain || !hasExtension(datagram)) return plain
      const extensionBytes = 4 * datagram.readUInt16BE(clear - 2)
      return extensionBytes <= plain.length ? plain.subarray(extensionBytes) : undefined
    },
    seal({ sequence, timestamp, ssrc }, payload, counter) {
      const packet = Buffer.allocUnsafe(RTP_HEADER_BYTES + payload.length + TRAILER_BYTES)
      packet[0] = RTP_VERSION << 6
      packet[1] = OPUS_PAYLOAD_TYPE
      packet.writeUInt16BE(sequence, 2)
      packet.writeUInt32BE(timestamp, 4)
      packet.writeUInt32BE(ssrc, 8)
      const nonceStart = packet.length - COUNTER_BYTES
      packet.writeUInt32BE(counter, nonceStart)
      aead.seal(packet.subarray(nonceStart), packet.subarray(0, RTP_HEADER_BYTES), payload, packet)
      return packet
    },
  }
}

const RTP_VERSION = 2
const OPUS_PAYLOAD_TYPE = 120
const EXTENSION_BIT = 0x10
const EXTENSION_PREAMBLE_BYTES = 4
const TAG_BYTES = 16
const COUNTER_BYTES = 4
const TRAILER_BYTES = TAG_BYTES + COUNTER_BYTES
const NONCE_BYTES = 12

function hasExtension(datagram: Buffer): boolean {
  return (datagram[0]! & EXTENSION_BIT) !== 0
}

function clearBytes(datagram: Buffer): number {
  const csrcs = datagram[0]! & 0x0f
  return RTP_HEADER_BYTES + 4 * csrcs + (hasExtension(datagram) ? EXTENSION_PREAMBLE_BYTES : 0)
}

interface Aead {
  open(counter: Buffer, header: Buffer, ciphertext: Buffer, tag: Buffer): Buffer | undefined
  /** Writes ciphertext and tag into `packet` behind its header. */
  seal(counter: Buffer, header: Buffer, payload: Uint8Array, packet: Buffer): void
}

const AEADS: Record<EncryptionMode, (key: Uint8Array) => Aead> = {
  aead_aes256_gcm_rtpsize: (key) => {
    const secret = createSecretKey(key)
    // The counter stands in the first bytes of the nonce, the rest is zero.
    const nonceOf = (counter: Buffer) => {
      const nonce = Buffer.alloc(NONCE_BYTES)
      counter.copy(nonce)
      return nonce
    }
    return aeadOf('aes-256-gcm', (counter) => ({ secret, nonce: nonceOf(counter) }))
  },
  aead_xchacha20_poly1305_rtpsize: (key) => {
    const keyWords = wordsOf(Buffer.from(key))
    // XChaCha20 is ChaCha20 under a key that HChaCha20 derives from the first 16 bytes of the long nonce
    // (draft-irtf-cfrg-xchacha). The counter lies in those, so that the nonce proper is always zero; the bulk of the
    // work is done by OpenSSL, at a fraction of what the whole cipher costs in JavaScript.
    return aeadOf('chacha20-poly1305', (counter) => {
      const nonceWords = Uint32Array.of(counter.readUInt32LE(), 0, 0, 0)
      const subkey = new Uint32Array(8)
      hchacha(CHACHA_SIGMA, keyWords, nonceWords, subkey)
      return { secret: createSecretKey(bytesOf(subkey)), nonce: ZERO_NONCE }
    })
  },
}

const ZERO_NONCE = Buffer.alloc(NONCE_BYTES)
const CHACHA_SIGMA = wordsOf(Buffer.from('expand 32-byte k'))

function aeadOf(
  algorithm: 'aes-256-gcm' | 'chacha20-poly1305',
  keyFor: (counter: Buffer) => { readonly secret: KeyObject; readonly nonce: Buffer },
): Aead {
  const options = { authTagLength: TAG_BYTES }
  return {
    open(counter, header, ciphertext, tag) {
      const { secret, nonce } = keyFor(counter)
      // The types of Node know its AEADs by separate overloads that do the same.
      const decipher = createDecipheriv(algorithm as 'aes-256-gcm', secret, nonce, options)
      decipher.setAAD(header).setAuthTag(tag)
      const plain = decipher.update(ciphertext)
      try {
        decipher.final()
      } catch {
        return undefined
      }
      return plain
    },
    seal(counter, header, payload, packet) {
      const { secret, nonce } = keyFor(counter)
      const cipher = createCipheriv(algorithm as 'aes-256-gcm', secret, nonce, options)
      cipher.setAAD(header)
      cipher.update(payload).copy(packet, header.length)
      cipher.final()
      cipher.getAuthTag().copy(packet, header.length + payload.length)
    },
  }
}

function wordsOf(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(4 * index))
}

function bytesOf(words: Uint32Array): Buffer {
  const bytes = Buffer.allocUnsafe(4 * words.length)
  words.forEach((word, index) => {
    bytes.writeUInt32LE(word, 4 * index)
  })
  return bytes
}
