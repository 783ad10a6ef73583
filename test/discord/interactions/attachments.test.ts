import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { attachmentReader } from '../../../src/discord/interactions/attachments.ts'

const LIMIT = 256 * 1024

describe('attached files', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })

  const serve = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return `http://127.0.0.1:${address.port}`
  }
  const fileAt = (url: string, size = 10) => ({ name: 'words.csv', url, size })

  it('are read from the host of the configured API', async () => {
    const origin = await serve((_request, response) => response.end('Grüße, 世界'))
    const read = attachmentReader(`${origin}/api`)
    expect(await read(fileAt(`${origin}/attachments/1/2/words.csv`))).toBe('Grüße, 世界')
  })

  it('are read from nowhere else', async () => {
    let asked = 0
    const origin = await serve((_request, response) => {
      asked += 1
      response.end('secret')
    })
    const { port } = new URL(origin)
    const read = attachmentReader('https://discord.com/api')
    for (const url of [
      `${origin}/latest/meta-data`,
      `http://localhost:${port}/`,
      `http://cdn.discordapp.com:${port}/x`,
      `http://cdn.discordapp.com@127.0.0.1:${port}/x`,
      'https://cdn.discordapp.com.example/x',
      'file:///etc/passwd',
      'not an address',
    ])
      await expect(read(fileAt(url)), url).rejects.toMatchObject({ code: 'app.file-not-read' })
    expect(asked).toBe(0)
  })

  it('do not lead elsewhere', async () => {
    let asked = 0
    const inside = await serve((_request, response) => {
      asked += 1
      response.end('secret')
    })
    const origin = await serve((_request, response) => response.writeHead(302, { location: inside }).end())
    await expect(attachmentReader(origin)(fileAt(origin))).rejects.toMatchObject({ code: 'app.file-not-read' })
    expect(asked).toBe(0)
  })

  it('are refused when they are too large, whatever was said of their size', async () => {
    let sent = 0
    const origin = await serve((_request, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      const more = () => {
        sent += chunk.length
        if (sent < 100 * LIMIT) response.write(chunk, more)
      }
      more()
    })
    const read = attachmentReader(origin)
    const tooLarge = { code: 'app.file-too-large', params: { limit: 256 } }
    await expect(read(fileAt(origin, LIMIT + 1))).rejects.toMatchObject(tooLarge)
    expect(sent).toBe(0)
    await expect(read(fileAt(origin, 10))).rejects.toMatchObject(tooLarge)
    expect(sent).toBeLessThan(50 * LIMIT)
  })

  it('are given up when they do not come', async () => {
    const origin = await serve((_request, response) => void response.write('x'))
    const read = attachmentReader(origin, 100)
    await expect(read(fileAt(origin))).rejects.toMatchObject({ code: 'app.file-not-read' })
  })

  it('are refused when they are gone, or no text', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/gone') response.writeHead(404).end('This content is no longer available.')
      else response.end(Buffer.from([0xff, 0xfe, 0x41]))
    })
    const read = attachmentReader(origin)
    for (const path of ['/gone', '/bytes'])
      await expect(read(fileAt(origin + path))).rejects.toMatchObject({ code: 'app.file-not-read' })
  })
})
