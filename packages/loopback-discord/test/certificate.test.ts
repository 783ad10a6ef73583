import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { selfSignedCertificate } from '../src/certificate.ts'

test('is its own authority, for localhost and 127.0.0.1', () => {
  const certificate = new X509Certificate(selfSignedCertificate(Date.now()).cert)
  expect(certificate.ca).toBe(true)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1')
  expect(certificate.checkIssued(certificate)).toBe(true)
})

test.each(['localhost', '127.0.0.1'])('a client that trusts it connects to %s', async (host) => {
  const { cert, key } = selfSignedCertificate(Date.now())
  const server = createServer({ cert, key }, (_request, response) => response.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [response] = await once(get({ host, port, ca: cert, agent: false }), 'response')
  expect(response.statusCode).toBe(200)
  response.resume()
  server.close()
})
