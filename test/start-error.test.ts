import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { Client } from 'discord.js'
import { describe, expect, it, vi } from 'vitest'
import { ConfigError, readConfig } from '../src/config/config.ts'
import { LectorError } from '../src/kernel/errors.ts'
import { startHostServer } from '../src/observe/http/host-server.ts'
import { explainStartError } from '../src/start-error.ts'

/** What a real login says against this address. */
async function loginError(api: string, token: string): Promise<unknown> {
  const client = new Client({ intents: [], rest: { api, retries: 0, timeout: 2_000 } })
  try {
    await client.login(token)
    return expect.fail('the login succeeded')
  } catch (error) {
    return error
  } finally {
    await client.destroy()
  }
}

async function closedPort(): Promise<number> {
  const server = createSocketServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('explainStartError', () => {
  it('names the file to mend for wrong configuration', () => {
    let error: unknown
    try {
      readConfig({ LECTOR_LOG_LEVEL: 'loud' })
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ConfigError)
    expect(explainStartError(error)).toMatch(/LECTOR_LOG_LEVEL[\s\S]*\.env/)
  })

  it('says where to get a token when Discord does not know it', async () => {
    const server = createServer((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end('{"message":"401: Unauthorized","code":0}')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const error = await loginError(`http://127.0.0.1:${port}`, 'not.a.token')
      expect(explainStartError(error)).toContain('DISCORD_TOKEN')
      expect(explainStartError(error)).not.toContain('not.a.token')
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  })

  it('says that Discord cannot be reached when nobody listens there', async () => {
    const error = await loginError(`http://127.0.0.1:${await closedPort()}`, 'not.a.token')
    expect(explainStartError(error)).toMatch(/cannot be reached.*DISCORD_API/)
  })

  it.each([
    ['UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND discord.com'],
  ])('takes %s for a network that is away', (code, message) => {
    expect(explainStartError(Object.assign(new Error(message), { code }))).toContain(`(${code})`)
  })

  it('names a proxy that it does not use, when Discord cannot be reached', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    vi.stubEnv('HTTPS_PROXY', 'http://proxy:3128')
    expect(explainStartError(error)).toMatch(/Lector does not use HTTPS_PROXY: voice is UDP/)
    vi.stubEnv('HTTPS_PROXY', '')
    expect(explainStartError(error)).not.toMatch(/PROXY/)
    vi.unstubAllEnvs()
  })

  it.each([
    ['CERT_NOT_YET_VALID', /Check the clock of this machine: it says \d{4}-/],
    ['CERT_HAS_EXPIRED', /Check the clock of this machine/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
  ])('takes %s, also as a cause, for clock or certificates', (code, sentence) => {
    const cause = Object.assign(new Error('certificate'), { code })
    expect(explainStartError(new TypeError('fetch failed', { cause }))).toMatch(sentence)
  })

  it('names a port that is in use', async () => {
    const first = createSocketServer().listen(0, '127.0.0.1')
    await once(first, 'listening')
    const { port } = first.address() as AddressInfo
    const error = await startHostServer({ host: '127.0.0.1', port, answers: {} as never }).catch(
      (thrown: unknown) => thrown,
    )
    expect(explainStartError(error)).toMatch(new RegExp(`port cannot be opened .*${port}.* LECTOR_HTTP`))
    first.close()
  })

  it('repeats what the settings say: database, folder and remedy', () => {
    const error = new LectorError('settings.not-migrated', {}, 'Cannot open the settings: database error ECONNREFUSED.')
    expect(explainStartError(error)).toBe(error.message)
  })

  it('says which intent to switch on', () => {
    const error = Object.assign(new Error('Used disallowed intents'), { code: 'DisallowedIntents' })
    expect(explainStartError(error)).toContain('Message Content Intent')
  })

  it('shows a defect with its stack, and whatever else was thrown', () => {
    expect(explainStartError(new TypeError('x is undefined'))).toMatch(/x is undefined\n\s+at /)
    expect(explainStartError('text')).toBe('text')
  })
})
