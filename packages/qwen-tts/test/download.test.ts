import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createDownloader, fileUrl } from '../src/download.ts'
import { QwenTtsError } from '../src/errors.ts'

const DASHSCOPE = new URL('https://dashscope-intl.aliyuncs.com/api/v1')
const FILE = 'dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com/1d/x.wav?Expires=1&Signature=a%2Fb'
const never = () => new AbortController().signal

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
})

/** A loopback storage host, and the base URL that hands out its addresses. */
async function serve(handle: Parameters<typeof createServer>[1]): Promise<URL> {
  server = createServer(handle).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`)
}

async function fetchAll(base: URL, signal = never()): Promise<Buffer | string> {
  const downloader = createDownloader(base)
  try {
    return Buffer.concat(await Array.fromAsync(downloader.fetch(new URL('/file.wav', base).href, signal)))
  } catch (error) {
    return error instanceof QwenTtsError ? error.kind : String(error)
  } finally {
    await downloader.close()
  }
}

describe('fileUrl', () => {
  it('turns the provider’s http into https and leaves the signature alone', () => {
    expect(fileUrl(`http://${FILE}`, DASHSCOPE).href).toBe(`https://${FILE}`)
    expect(fileUrl(`https://${FILE}`, DASHSCOPE).href).toBe(`https://${FILE}`)
  })

  it.each([
    'http://127.0.0.1/x.wav',
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/x.wav',
    'https://dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com.evil.example/x.wav',
    'https://evil.example/dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com',
    'https://other-bucket.oss-ap-southeast-1.aliyuncs.com/x.wav',
    'https://dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com:8443/x.wav',
    'https://user:pass@dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com/x.wav',
    'ftp://dashscope-result-sg.oss-ap-southeast-1.aliyuncs.com/x.wav',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('refuses "%s"', (address) => {
    expect(() => fileUrl(address, DASHSCOPE)).toThrow(/Cannot read/)
  })

  it('trusts a loopback base with its own host alone', () => {
    const base = new URL('http://127.0.0.1:8080/api/v1')
    expect(fileUrl('http://127.0.0.1:8080/x.wav', base).href).toBe('http://127.0.0.1:8080/x.wav')
    expect(() => fileUrl('http://127.0.0.1:8081/x.wav', base)).toThrow()
    expect(() => fileUrl('http://10.0.0.1:8080/x.wav', new URL('http://10.0.0.1:8080'))).toThrow()
  })
})

describe('createDownloader', () => {
  it('sends no key', async () => {
    const base = await serve((request, response) => response.end(JSON.stringify(request.headers)))
    expect(Object.keys(JSON.parse(String(await fetchAll(base)))).sort()).toEqual(['connection', 'host'])
  })

  it('follows no redirect', async () => {
    let asked = 0
    const base = await serve((_, response) => {
      asked++
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await fetchAll(base)).toBe('malformed')
    expect(asked).toBe(1)
  })

  it('refuses a file of more than 20 MB and closes the connection', async () => {
    let sent = 0
    let closed = false
    const base = await serve((_, response) => {
      const megabyte = Buffer.alloc(1 << 20)
      const more = () => {
        while (!response.destroyed && sent++ < 200 && response.write(megabyte));
      }
      response.on('drain', more).on('close', () => {
        closed = true
      })
      more()
    })
    expect(await fetchAll(base)).toBe('malformed')
    expect(sent).toBeLessThan(100)
    await expect.poll(() => closed).toBe(true)
  })

  it('stops with the signal', async () => {
    const base = await serve((_, response) => void response.write('RIFF'))
    expect(await fetchAll(base, AbortSignal.timeout(50))).toContain('TimeoutError')
  })

  it('stops after its time limit', async () => {
    const base = await serve((_, response) => void response.write('RIFF'))
    const hurried = createDownloader(base, { timeLimit: 50 })
    const fetching = Array.fromAsync(hurried.fetch(new URL('/file.wav', base).href, never()))
    await expect(fetching).rejects.toMatchObject({ kind: 'timeout', retryable: true })
    await hurried.close()
  })

  it('does not count the time that its caller takes', async () => {
    const file = Buffer.alloc(1 << 20, 7)
    const base = await serve((_, response) => response.end(file))
    const hurried = createDownloader(base, { timeLimit: 400 })
    const received: Uint8Array[] = []
    for await (const bytes of hurried.fetch(new URL('/file.wav', base).href, never())) {
      if (received.push(bytes) <= 2) await new Promise((resolve) => setTimeout(resolve, 500))
    }
    expect(Buffer.concat(received).equals(file)).toBe(true)
    await hurried.close()
  })

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '172.20.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('does not connect when the provider’s name leads to %s', async (address) => {
    const family = address.includes(':') ? 6 : 4
    const downloader = createDownloader(DASHSCOPE, {
      lookup: (_, options, callback) =>
        options.all ? callback(null, [{ address, family }]) : callback(null, address, family),
    })
    const fetching = Array.fromAsync(downloader.fetch(`https://${FILE}`, never()))
    await expect(fetching).rejects.toMatchObject({ kind: 'network', cause: { code: 'EACCES' } })
    await downloader.close()
  })
})
