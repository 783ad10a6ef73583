import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export interface Certificate {
  /** PEM; also the authority that a client has to trust. */
  readonly cert: string
  /** PEM, PKCS #8. */
  readonly key: string
}

const DAY = 86_400_000
const LIFETIME = 30 * DAY

/**
 * A self-signed P-256 certificate for loopback (RFC 5280). It is its own authority, because `NODE_EXTRA_CA_CERTS` takes
 * authorities only.
 */
export function selfSignedCertificate(now: number, names = ['localhost'], addresses = ['127.0.0.1']): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(15)])
  // A trust store finds authorities by name: two sandboxes in one process must not share theirs.
  const name = `Lector sandbox ${serial.toString('hex')}`
  const issuer = sequence(der(SET, sequence(oid(COMMON_NAME), der(UTF8_STRING, Buffer.from(name)))))
  const algorithm = sequence(oid(ECDSA_WITH_SHA256))
  const body = sequence(
    der(context(0, true), integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    issuer,
    sequence(utcTime(now - DAY), utcTime(now + LIFETIME)),
    issuer,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(context(3, true), sequence(isAuthority(), alternativeNames(names, addresses))),
  )
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, algorithm, der(BIT_STRING, Buffer.concat([Buffer.from([0]), signature])))
  return { cert: pem('CERTIFICATE', certificate), key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }
}

const BOOLEAN = 0x01
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const SEQUENCE = 0x30
const SET = 0x31

/** Object identifiers, already encoded: 2.5.4.3, 1.2.840.10045.4.3.2, 2.5.29.19, 2.5.29.17. */
const COMMON_NAME = '550403'
const ECDSA_WITH_SHA256 = '2a8648ce3d040302'
const BASIC_CONSTRAINTS = '551d13'
const SUBJECT_ALTERNATIVE_NAME = '551d11'

function isAuthority(): Buffer {
  const yes = der(BOOLEAN, Buffer.from([0xff]))
  return sequence(oid(BASIC_CONSTRAINTS), yes, der(OCTET_STRING, sequence(yes)))
}

function alternativeNames(names: readonly string[], addresses: readonly string[]): Buffer {
  const dnsNames = names.map((name) => der(context(2), Buffer.from(name)))
  const ipAddresses = addresses.map((address) => der(context(7), Buffer.from(address.split('.').map(Number))))
  return sequence(oid(SUBJECT_ALTERNATIVE_NAME), der(OCTET_STRING, sequence(...dnsNames, ...ipAddresses)))
}

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content])
}

/** Short form below 128 bytes, else the number of length bytes and the bytes themselves. */
function lengthOf(content: Buffer): number[] {
  if (content.length < 0x80) return [content.length]
  if (content.length < 0x100) return [0x81, content.length]
  return [0x82, content.length >> 8, content.length & 0xff]
}

function context(number: number, constructed = false): number {
  return 0x80 | (constructed ? 0x20 : 0) | number
}

function sequence(...parts: Buffer[]): Buffer {
  return der(SEQUENCE, Buffer.concat(parts))
}

function integer(bytes: Buffer): Buffer {
  return der(INTEGER, bytes)
}

function oid(hex: string): Buffer {
  return der(OBJECT_IDENTIFIER, Buffer.from(hex, 'hex'))
}

/** YYMMDDhhmmssZ, which RFC 5280 wants until 2049. */
function utcTime(at: number): Buffer {
  return der(UTC_TIME, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
