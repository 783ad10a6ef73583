import { setImmediate as turn } from 'node:timers/promises'
import type { Pool } from 'undici'
import type { Clock } from '../../../kernel/clock.ts'
import { type Catalogue, createCatalogue } from '../../http/catalogue.ts'
import type { Address } from './address.ts'
import { type ListedVoice, readVoices } from './voices.ts'

export type VoiceList = Catalogue<readonly ListedVoice[]>

/** The server's voices. Asking for them also opens the connection that the first sentence uses. */
export function createVoiceList(
  pool: Pool,
  { voices: paths, search }: Address,
  headers: Record<string, string>,
  model: string | undefined,
  clock: Clock,
): VoiceList {
  async function read(signal: AbortSignal) {
    for (const path of paths) {
      for (const query of model === undefined ? [search] : [search, withModel(search, model)]) {
        const answer = await ask(`${path}${query}`, signal)
        if (answer.kind === 'voices') return answer.voices
        // Another path or query may do, but a server that fails has nothing to tell now.
        if (answer.kind === 'failed') return undefined
      }
    }
    return undefined
  }

  async function ask(path: string, signal: AbortSignal) {
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers, signal })
    const text = await body.text()
    // undici gives a connection out again only a turn of the event loop after its answer.
    await turn()
    const voices = statusCode === 200 ? readVoices(text) : undefined
    if (voices) return { kind: 'voices', voices } as const
    return { kind: statusCode === 401 || statusCode === 403 || statusCode >= 500 ? 'failed' : 'elsewhere' } as const
  }

  return createCatalogue(read, clock)
}

function withModel(search: string, model: string): string {
  return `${search === '' ? '?' : `${search}&`}model=${encodeURIComponent(model)}`
}
