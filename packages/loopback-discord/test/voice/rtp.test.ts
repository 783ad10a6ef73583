import { randomBytes } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { describe, expect, test } from 'vitest'
import { createRtpCipher, ENCRYPTION_MODES, isRtp, readRtpHeader } from '../../src/voice/rtp.ts'

const header = { sequence: 65_535, timestamp: 4_000_000_000, ssrc: 7 }

describe.each(ENCRYPTION_MODES)('%s', (mode) => {
  const key = randomBytes(32)
  const cipher = createRtpCipher(mode, key)
  const payload = randomBytes(80)

  test('opens what it sealed', () => {
    const packet = cipher.seal(header, payload, 1)
    expect(isRtp(packet)).toBe(true)
    expect(readRtpHeader(packet)).toEqual(header)
    expect(cipher.open(packet)?.equals(payload)).toBe(true)
  })

  test('opens nothing with a byte changed or missing', () => {
    const packet = cipher.seal(header, payload, 2)
    for (let index = 2; index < packet.length; index++) {
      const changed = Buffer.from(packet)
      changed[index]! ^= 1
      expect(cipher.open(changed), `byte ${index}`).toBeUndefined()
    }
    for (let length = 0; length < packet.length; length++) {
      const cut = packet.subarray(0, length)
      expect(isRtp(cut) && cipher.open(cut)).toBeFalsy()
    }
  })

  test('opens nothing sealed with another key', () => {
    expect(createRtpCipher(mode, randomBytes(32)).open(cipher.seal(header, payload, 3))).toBeUndefined()
  })

  test('carries an empty payload', () => {
    expect(cipher.open(cipher.seal(header, Buffer.alloc(0), 4))).toHaveLength(0)
  })
})

/** Seals with the whole cipher of another library: header of any length, 24-byte nonce. */
function sealElsewhere(key: Buffer, clear: Buffer, secret: Buffer): Buffer {
  const nonce = Buffer.alloc(24)
  nonce.writeUInt32BE(9)
  return Buffer.concat([clear, xchacha20poly1305(key, nonce, clear).encrypt(secret), nonce.subarray(0, 4)])
}

test('XChaCha20-Poly1305 is the one that others know', () => {
  const key = randomBytes(32)
  const packet = createRtpCipher('aead_xchacha20_poly1305_rtpsize', key).seal(header, Buffer.from('hello'), 9)
  expect(packet.equals(sealElsewhere(key, packet.subarray(0, 12), Buffer.from('hello')))).toBe(true)
})

describe('a packet with CSRCs and a header extension', () => {
  const key = randomBytes(32)
  const cipher = createRtpCipher('aead_xchacha20_poly1305_rtpsize', key)
  const fixed = Buffer.from('9278ffffee6b280000000007', 'hex')
  const csrcs = randomBytes(8)

  test('is opened without them', () => {
    const clear = Buffer.concat([fixed, csrcs, Buffer.of(0xbe, 0xde, 0, 2)])
    const packet = sealElsewhere(key, clear, Buffer.concat([randomBytes(8), Buffer.from('opus')]))
    expect(isRtp(packet)).toBe(true)
    expect(cipher.open(packet)?.toString()).toBe('opus')
  })

  test('is not opened when the extension is longer than the packet', () => {
    const clear = Buffer.concat([fixed, csrcs, Buffer.of(0xbe, 0xde, 0xff, 0xff)])
    expect(cipher.open(sealElsewhere(key, clear, Buffer.from('opus')))).toBeUndefined()
  })
})
