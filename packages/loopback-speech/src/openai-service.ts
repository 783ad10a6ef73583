import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Desk } from './desk.ts'
import { attend, type Dialect, open } from './exchange.ts'
import { sendSpeech } from './openai-answer.ts'
import { errorData, type Format, type OpenAiRules, readSpeechOrder } from './openai-order.ts'
import type { Order } from './order.ts'
import { REFUSALS } from './refusals.ts'
import { type Line, soundOf } from './sound.ts'
import { OPEN_WEIGHTS_SPEAKERS } from './tables.ts'

export interface OpenAiServiceOptions extends Partial<OpenAiRules> {
  /** False for a server that does not tell its voices, as OpenAI. */
  readonly listsVoices?: boolean
}

export interface OpenAiService {
  /** Answers if the path is one of its own. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>
}

/** Qwen3-TTS on vLLM-Omni (https://github.com/vllm-project/vllm-omni/blob/main/docs/serving/speech_api.md). */
export function createOpenAiService(desk: Desk, options: OpenAiServiceOptions = {}): OpenAiService {
  const { listsVoices = true, version = 'latest' } = options
  const voices = options.voices ?? OPEN_WEIGHTS_SPEAKERS.map((id) => id.toLowerCase())
  const rules: OpenAiRules = { models: options.models ?? [MODEL], voices, version }

  /** A dialect for one request, since the shape of its answer stands in its body. */
  function dialect(): Dialect {
    let format: Format = { container: 'wav', shape: 'whole', speed: 1 }
    return {
      read(body) {
        const read = readSpeechOrder(body, rules)
        format = read.format
        return read
      },
      refuse(refusal, exchange) {
        open(exchange, refusal.status, 'application/json')
        exchange.recorder.end('refused')
        exchange.response.end(errorData(refusal))
      },
      speak(exchange) {
        const line = lineOf(exchange.order, format.speed)
        return sendSpeech(exchange, format, soundOf(desk.synthesize, line, exchange.signal), desk.clock)
      },
    }
  }

  return {
    async serve(request, response, path) {
      if (path === '/v1/audio/speech' && request.method === 'POST') await attend(request, response, desk, dialect())
      else if (path === '/v1/audio/voices' && request.method === 'GET' && listsVoices) {
        const authorized = desk.callerOf(request) !== undefined
        response.writeHead(authorized ? 200 : 401, { 'content-type': 'application/json' })
        response.end(authorized ? JSON.stringify({ voices, uploaded_voices: [] }) : errorData(REFUSALS.badKey))
      } else return false
      return true
    },
  }
}

function lineOf({ text, voice, model, language, instructions }: Order, speed: number): Line {
  return { text, voice, model, language, speed, ...(instructions !== undefined && { style: instructions }) }
}

const MODEL = 'Qwen/Qwen3-TTS-12Hz-1.7B-CustomVoice'
