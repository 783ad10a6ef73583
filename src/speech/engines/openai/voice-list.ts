import { setImmediate as turn } from 'node:timers/promises'
import type { Pool } from 'undici'
import { readVoiceList } from './voices.ts'

export interface VoiceList {
  /** What is known by now; undefined when nothing is. */
  readonly latest: readonly string[] | undefined
  /** The server's voices, asked for once; undefined when it does not tell them. Rejects when it is not reached. */
  get(signal: AbortSignal): Promise<readonly string[] | undefined>
}

/** Asking for the voices also opens the connection that the first sentence will use. */
export function createVoiceList(pool: Pool, path: string, headers: Record<string, string>): VoiceList {
  let known: { readonly names: readonly string[] | undefined } | undefined
  return {
    get latest() {
      return known?.names
    },
    async get(signal) {
      if (known) return known.names
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers, signal })
      const text = await body.text()
      // undici gives a connection out again only a turn of the event loop after its answer.
      await turn()
      // A server that is not ready, or wants another key, may tell its voices later.
      if (statusCode !== 200 && statusCode !== 404 && statusCode !== 405) return undefined
      known = { names: statusCode === 200 ? readVoiceList(text) : undefined }
      return known.names
    },
  }
}
