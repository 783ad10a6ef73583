import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { type Answer, json } from '../answer.ts'
import { handleExchange } from '../exchange.ts'
import { parseRecord } from '../json.ts'
import { REFUSALS } from '../refusals.ts'
import { send } from '../send.ts'
import type { ServiceContext } from '../service-context.ts'
import { audioDialect } from './audio-synthesis.ts'
import { VoiceCustomization } from './customization.ts'
import { generationDialect } from './generation.ts'
import { modelsAnswer, permissionsAnswer } from './model-list.ts'
import { createResultStore } from './result-store.ts'

export interface DashScopeService {
  /** Answers known paths; returns false for others. */
  serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>
}

/** DashScope over HTTP: both calls for speech, their files, the lists of models and the voices of customers. */
export function createDashScopeService(context: ServiceContext, origin: string, keep: number): DashScopeService {
  const { clock } = context
  const results = createResultStore(origin, clock, keep)
  const customization = new VoiceCustomization(clock.wall)

  /** Answers of routes other than speech and files; all need the key. */
  async function answerOf(route: string, request: IncomingMessage, url: URL): Promise<Answer | undefined> {
    const id = randomUUID()
    const known = (answer: () => Answer | Promise<Answer>) =>
      context.callerOf(request) ? answer() : json(401, { ...REFUSALS.badKey, status: undefined, request_id: id })
    switch (route) {
      case 'GET /models':
        return known(() => modelsAnswer(url, context.dashscope(), id))
      case 'GET /models/permissions':
        return known(() => permissionsAnswer(url, context.dashscope(), id))
      case `POST ${CUSTOMIZATION}`:
        return known(async () => customization.answer(parseRecord(await readText(request)), id))
      default:
        return undefined
    }
  }

  return {
    async serve(request, response, url) {
      const isFile = url.pathname.startsWith('/results/')
      if (!isFile && !url.pathname.startsWith(`${BASE}/`)) return false
      const path = isFile ? url.pathname : url.pathname.slice(BASE.length)
      const route = `${request.method} ${path}`
      if (route === `POST ${GENERATION}`) {
        await handleExchange(request, response, context, generationDialect(context, results))
      } else if (route === `POST ${SYNTHESIS}`) {
        await handleExchange(request, response, context, audioDialect(context, results, customization.targets))
      } else if (isFile && request.method === 'GET') {
        const file = results.get(url, request.headers.authorization)
        const status = Buffer.isBuffer(file) ? 200 : file.status
        const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
        response.writeHead(status, { 'content-type': status === 200 ? type : 'application/xml' })
        response.end(Buffer.isBuffer(file) ? file : '')
      } else {
        const answer = await answerOf(route, request, url)
        if (answer) await send(answer, request, response, clock)
        else if (SPEECH.includes(path)) response.writeHead(405).end()
        else return false
      }
      return true
    },
  }
}

const BASE = '/api/v1'
const GENERATION = '/services/aigc/multimodal-generation/generation'
const SYNTHESIS = '/services/audio/tts/SpeechSynthesizer'
const CUSTOMIZATION = '/services/audio/tts/customization'
const SPEECH: readonly string[] = [GENERATION, SYNTHESIS]
const TYPES: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  pcm: 'audio/pcm',
  opus: 'audio/ogg',
}
