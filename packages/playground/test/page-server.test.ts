import { request } from 'node:http'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pageServer } from '../src/page-server.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ control: { page: pageServer({ engine: 'local', prices: {}, languages: ['en'] }) } })
})
afterAll(() => sandbox.close())

/** Sends the path as it stands, which `fetch` would tidy up first. */
function get(path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status?: number; headers: NodeJS.Dict<unknown> }>()
  const { hostname, port } = new URL(sandbox.description.control)
  request({ hostname, port, path, headers, agent: false }, (response) => {
    response.resume()
    resolve({ status: response.statusCode!, headers: response.headers })
  })
    .on('error', reject)
    .end()
  return promise
}

test('serves the page with a policy that lets nothing else in', async () => {
  const { status, headers } = await get('/')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/)
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test.each([
  ['/scripts/main.js', 'text/javascript; charset=utf-8'],
  ['/styles/theme.css', 'text/css; charset=utf-8'],
  ['/favicon.svg', 'image/svg+xml'],
  ['/facts', 'application/json'],
])('%s is %s', async (path, type) => {
  const { status, headers } = await get(path)
  expect([status, headers['content-type']]).toEqual([200, type])
})

test.each([
  '/../page-server.ts',
  '/scripts/../../page-server.ts',
  '/scripts/%2e%2e/%2e%2e/page-server.ts',
  '/..%5cpage-server.ts',
  '/scripts',
  '/.env',
])('%s is no page', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test.each<[what: string, headers: Record<string, string>]>([
  ['another name for this host', { host: 'evil.example' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
])('shows nothing to %s', async (_what, headers) => {
  expect((await get('/', headers)).status).toBe(403)
})
