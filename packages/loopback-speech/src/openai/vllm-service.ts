import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Dialect, handleExchange, open } from '../exchange.ts'
import { REFUSALS } from '../refusals.ts'
import type { ServiceContext } from '../service-context.ts'
import { type Line, soundOf } from '../sound.ts'
import type { SpeechRequest } from '../speech-request.ts'
import { OPEN_WEIGHTS_SPEAKERS } from '../tables.ts'
import { sendSpeech } from './vllm-answer.ts'
import { errorData, type Format, type OpenAiRules, readVllmRequest } from './vllm-request.ts'

export interface OpenAiServiceOptions extends Partial<OpenAiRules> {
  /** False for a server that does not tell its voices, as OpenAI. */
  readonly listsVoices?: boolean
}

export interface OpenAiService {
  /** Answers known paths; returns false for others. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>
}

/** Qwen3-TTS on vLLM-Omni (https://github.com/vllm-project/vllm-omni/blob/main/docs/serving/speech_api.md). */
export function createOpenAiService(context: ServiceContext, options: OpenAiServiceOptions = {}): OpenAiService {
  const { listsVoices = true, version = 'latest' } = options
  const voices = options.voices ?? OPEN_WEIGHTS_SPEAKERS.map((id) => id.toLowerCase())
  const rules: OpenAiRules = { models: options.models ?? [MODEL], voices, version }

  /** A dialect for one request, since the shape of its answer stands in its body. */
  function dialect(): Dialect {
    let format: Format = { container: 'wav', shape: 'whole', speed: 1 }
    return {
      read(body) {
        const read = readVllmRequest(body, rules)
        format = read.format
        return read
      },
      refuse(refusal, exchange) {
        open(exchange, refusal.status, 'application/json')
        exchange.recorder.end('refused')
        exchange.response.end(errorData(refusal))
      },
      speak(exchange) {
        const line = lineOf(exchange.asked, format.speed)
        return sendSpeech(exchange, format, soundOf(context.synthesize, line, exchange.signal), context.clock)
      },
    }
  }

  return {
    async serve(request, response, path) {
      if (path === '/v1/audio/speech' && request.method === 'POST')
        await handleExchange(request, response, context, dialect())
      else if (path === '/v1/audio/voices' && request.method === 'GET' && listsVoices) {
        const authorized = context.callerOf(request) !== undefined
        response.writeHead(authorized ? 200 : 401, { 'content-type': 'application/json' })
        response.end(authorized ? JSON.stringify({ voices, uploaded_voices: [] }) : errorData(REFUSALS.badKey))
      } else return false
      return true
    },
  }
}

function lineOf({ text, voice, model, language, instructions }: SpeechRequest, speed: number): Line {
  return { text, voice, model, language, speed, ...(instructions !== undefined && { style: instructions }) }
}

const MODEL = 'Qwen/Qwen3-TTS-12Hz-1.7B-CustomVoice'
