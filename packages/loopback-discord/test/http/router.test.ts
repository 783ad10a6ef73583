import { expect, test } from 'vitest'
import { match, type Route, route } from '../../src/http/router.ts'

const routes: Route<undefined>[] = [
  route('GET', '/users/@me', () => 'me'),
  route('GET', '/users/:user', ({ params }) => params.user),
  route('POST', '/users/:user', () => 'posted'),
  route('GET', '/channels/:channel/messages/:message', ({ params }) => params),
]

test.each([
  ['the first that fits wins', 'GET', '/users/@me', '/users/@me', {}],
  ['a parameter takes one segment', 'GET', '/users/7', '/users/:user', { user: '7' }],
  ['the method counts', 'POST', '/users/7', '/users/:user', { user: '7' }],
  [
    'segments arrive percent-encoded',
    'GET',
    '/channels/1/messages/%40original',
    '/channels/:channel/messages/:message',
    { channel: '1', message: '@original' },
  ],
])('%s', (_claim, method, path, expected, params) => {
  const found = match(routes, method, path)
  expect([found?.route.method, found?.route.path, found?.params]).toEqual([method, expected, params])
})

test.each(['/users', '/users/7/', '/users/7/more', '/', ''])('nothing fits "%s"', (path) => {
  expect(match(routes, 'GET', path)).toBeUndefined()
})

test('a broken escape fits nothing', () => {
  expect(match(routes, 'GET', '/users/%')).toBeUndefined()
})
