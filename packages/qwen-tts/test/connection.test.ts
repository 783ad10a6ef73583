import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createQwenTts } from '../src/index.ts'
import { cleanupAfterEach } from './support/cleanup.ts'
import { collect } from './support/collect.ts'

const FINISHED = 'data:{"output":{"audio":{"data":"AQIDBA=="},"finish_reason":"stop"}}\n\n'
const REQUEST = { model: 'qwen3-tts-flash', text: 'Hi', voice: 'Cherry' }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const cleanup = cleanupAfterEach()

/** A server that sends a whole answer and then ends it as told. */
async function open(end: (response: ServerResponse) => void) {
  let opened = 0
  let standing = 0
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(FINISHED)
      end(response)
    })
  })
  server.on('connection', (socket) => {
    opened++
    standing++
    socket.on('close', () => standing--)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const client = createQwenTts({
    apiKey: 'sk',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`,
  })
  cleanup({ close: async () => void server.close() }, client)
  return { client, opened: () => opened, standing: () => standing }
}

it('a connection is kept when its answer ends a little after the last event', async () => {
  const { client, opened } = await open((response) => setTimeout(() => response.end(), 30))
  for (let round = 0; round < 3; round++) {
    expect((await collect(client.stream(REQUEST))).thrown).toBeUndefined()
    await pause(200)
  }
  expect(opened()).toBe(1)
})

it('a connection is closed when its answer never ends', async () => {
  const { client, standing } = await open(() => {})
  expect((await collect(client.stream(REQUEST))).audio).toEqual(Buffer.from([1, 2, 3, 4]))
  expect(standing()).toBe(1)
  await expect.poll(standing, { timeout: 5_000 }).toBe(0)
})
