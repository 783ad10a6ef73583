import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'

export interface Writer {
  /** Resolves when there is room for more; rejects when the client has disconnected. */
  write(data: string | Buffer): Promise<void>
  /** Resolves when everything has been handed to the system. */
  flushed(): Promise<void>
}

/** Writes at the reader's pace; `bytesPerWrite` cuts everything into separate TCP segments of that size. */
export function createWriter(response: ServerResponse, signal: AbortSignal, bytesPerWrite?: number): Writer {
  if (bytesPerWrite !== undefined) response.socket?.setNoDelay(true)
  return {
    async write(data) {
      signal.throwIfAborted()
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      for (let at = 0; at < bytes.length; at += bytesPerWrite ?? bytes.length) {
        const room = response.write(bytes.subarray(at, at + (bytesPerWrite ?? bytes.length)))
        if (!room) await once(response, 'drain', { signal })
        if (bytesPerWrite !== undefined) await setImmediate(undefined, { signal })
      }
    },
    flushed: () => new Promise((resolve) => response.write('', () => resolve())),
  }
}
