import { randomBytes } from 'node:crypto'
import davey from '@snazzah/davey'
import { describe, expect, test } from 'vitest'
import {
  encodeUint8,
  encodeUint16,
  encodeUint32,
  encodeUint64,
  encodeVector,
  MlsError,
  MlsReader,
} from '../../src/dave/codec.ts'
import { parseCommitWelcome } from '../../src/dave/commit.ts'
import { ExternalSender } from '../../src/dave/external-sender.ts'
import { verifyKeyPackage } from '../../src/dave/key-package.ts'

const CHANNEL = '200'
const groupId = encodeUint64(BigInt(CHANNEL))

function keyPackageOf(userId: string): Buffer {
  return new davey.DAVESession(1, userId, CHANNEL).getSerializedKeyPackage()
}

/** A commit of user 1 that adds user 2, with the welcome behind it. */
function commitAndWelcome(): { commit: Buffer; welcome: Buffer; reference: string } {
  const sender = new ExternalSender('test')
  const session = new davey.DAVESession(1, '1', CHANNEL)
  session.setExternalSender(sender.credential)
  session.getSerializedKeyPackage()
  const { message, reference } = sender.proposeAdd(groupId, 0n, keyPackageOf('2'))
  const { commit, welcome } = session.processProposals(0, encodeVector(message), ['1', '2'])
  return { commit: commit!, welcome: welcome!, reference }
}

describe('vectors', () => {
  test.each([0, 1, 63, 64, 16_383, 16_384, 70_000])('of %i bytes are read as they were written', (length) => {
    const bytes = randomBytes(length)
    const reader = new MlsReader(encodeVector(bytes))
    expect(reader.vector().equals(bytes)).toBe(true)
    expect(reader.remaining).toBe(0)
  })

  test('with a reserved length are refused', () => {
    expect(() => new MlsReader(Buffer.alloc(9, 0xc0)).vector()).toThrow(MlsError)
  })

  test('that promise more than there is are refused without being allocated', () => {
    expect(() => new MlsReader(Buffer.of(0xbf, 0xff, 0xff, 0xff, 1)).vector()).toThrow(MlsError)
  })
})

test('numbers are read as they were written', () => {
  const reader = new MlsReader(
    Buffer.concat([encodeUint8(1), encodeUint16(0xfffe), encodeUint32(0xfffffffe), encodeUint64(2n ** 64n - 2n)]),
  )
  expect([reader.uint8(), reader.uint16(), reader.uint32(), reader.uint64()]).toEqual([
    1,
    0xfffe,
    0xfffffffe,
    2n ** 64n - 2n,
  ])
})

describe('a key package', () => {
  test('of a real client is accepted, bare or as an MLSMessage', () => {
    const bare = keyPackageOf('1')
    expect(verifyKeyPackage(bare, '1').equals(bare)).toBe(true)
    const wrapped = Buffer.concat([encodeUint16(1), encodeUint16(5), bare])
    expect(verifyKeyPackage(wrapped, '1').equals(bare)).toBe(true)
  })

  test('of somebody else is refused', () => {
    expect(() => verifyKeyPackage(keyPackageOf('1'), '2')).toThrow(MlsError)
  })

  test('cut off at any byte is refused', () => {
    const bytes = keyPackageOf('1')
    for (let length = 0; length < bytes.length; length++) {
      expect(() => verifyKeyPackage(bytes.subarray(0, length), '1'), `${length} bytes`).toThrow(MlsError)
    }
  })

  test('with any byte changed is refused', () => {
    const bytes = keyPackageOf('1')
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed[index]! ^= 1
      expect(() => verifyKeyPackage(changed, '1'), `byte ${index}`).toThrow(MlsError)
    }
  })
})

describe('a commit', () => {
  test('of a real client is told apart from its welcome', () => {
    const { commit, welcome, reference } = commitAndWelcome()
    const parsed = parseCommitWelcome(Buffer.concat([commit, welcome]))
    expect(parsed.commit.equals(commit)).toBe(true)
    expect(parsed.welcome?.equals(welcome)).toBe(true)
    expect(parsed).toMatchObject({ groupId, epoch: 0n, leaf: 0, references: [reference] })
    expect(parseCommitWelcome(commit).welcome).toBeUndefined()
  })

  test('cut off at any byte is refused', () => {
    const { commit } = commitAndWelcome()
    for (let length = 0; length < commit.length; length++) {
      expect(() => parseCommitWelcome(commit.subarray(0, length)), `${length} bytes`).toThrow(MlsError)
    }
  })

  test('with any byte changed is either read to its end or refused', () => {
    const { commit } = commitAndWelcome()
    for (let index = 0; index < commit.length; index++) {
      for (const change of [1, 0x40, 0x80, 0xff]) {
        const changed = Buffer.from(commit)
        changed[index]! ^= change
        try {
          parseCommitWelcome(changed)
        } catch (error) {
          expect(error).toBeInstanceOf(MlsError)
        }
      }
    }
  })
})
