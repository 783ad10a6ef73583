import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Refusal, SeenRequest } from './exchange.ts'
import { answerModels } from './provider-models.ts'
import { answerSpeech } from './provider-speech.ts'
import { createVoiceShelf } from './provider-voices.ts'

/** Answers a request by itself, or leaves it to the provider. */
export type Intercept = (request: SeenRequest, response: ServerResponse) => Refusal | 'answered' | undefined

export interface Provider {
  readonly baseUrl: string
  readonly key: string
  readonly requests: readonly SeenRequest[]
  close(): Promise<void>
}

/**
 * The parts of DashScope that are not Qwen3-TTS: Qwen-Audio-TTS, the catalogue of models, custom voices. Written from
 * the provider's pages, with nothing of the client in it.
 */
export async function startProvider(intercept: Intercept = () => undefined): Promise<Provider> {
  const requests: SeenRequest[] = []
  const key = 'sk-provider'
  const voices = createVoiceShelf()
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = await text(request)
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: json === '' ? {} : JSON.parse(json),
    }
    const url = new URL(seen.path, origin)
    if (url.pathname.startsWith('/results/')) {
      // Object storage refuses a second claim beside the signature.
      response.writeHead(request.headers.authorization === undefined ? 200 : 400).end(files.get(url.pathname))
      return
    }
    requests.push(seen)
    const intercepted =
      request.headers.authorization === `Bearer ${key}`
        ? intercept(seen, response)
        : { status: 401, code: 'InvalidApiKey', message: 'Invalid API-key provided.' }
    if (intercepted === 'answered') return
    if (intercepted) return refuse(response, intercepted)
    const refusal = route(url, seen, response)
    if (refusal) refuse(response, refusal)
  }

  const files = new Map<string, Buffer>()
  const keep = (name: string, audio: Buffer) => {
    files.set(`/results/${name}`, audio)
    return `${origin}/results/${name}?Expires=1790000000&Signature=x`
  }

  function route(url: URL, seen: SeenRequest, response: ServerResponse): Refusal | undefined {
    switch (`${seen.method} ${url.pathname}`) {
      case 'POST /api/v1/services/audio/tts/SpeechSynthesizer':
        return answerSpeech(seen, response, keep)
      case 'POST /api/v1/services/aigc/multimodal-generation/generation':
        return { status: 400, code: 'InvalidParameter', message: 'url error, please check url！' }
      case 'POST /api/v1/services/audio/tts/customization':
        return voices.answer(seen, response)
      case 'GET /api/v1/models':
      case 'GET /api/v1/models/permissions':
        return answerModels(url, response)
      default:
        response.writeHead(404).end()
        return undefined
    }
  }

  return {
    baseUrl: `${origin}/api/v1`,
    key,
    requests,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message, request_id: 'r-refused' }))
}
