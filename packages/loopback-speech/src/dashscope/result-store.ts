import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { SAMPLE_RATE } from '../audio/pcm.ts'
import { encodeWav } from '../audio/wav.ts'
import type { Clock } from '../clock.ts'

export interface ResultStore {
  /** Keeps the sound of a request as a WAV and returns its signed address. */
  put(requestId: string, pcm: Buffer, expiresAt: number): string
  /** Keeps a finished file. */
  putFile(requestId: string, extension: string, file: Buffer, expiresAt: number): string
  /** The file behind a signed address, or the status that object storage answers with. */
  get(url: URL, authorization: string | undefined): Buffer | { readonly status: 400 | 403 | 404 }
}

/** Object storage in small: finished speech behind signed addresses for a day, the latest `capacity` of them. */
export function createResultStore(origin: string, clock: Clock, capacity = 200): ResultStore {
  const secret = randomBytes(32)
  const files = new Map<string, Buffer>()
  const sign = (path: string, expires: string) =>
    createHmac('sha1', secret).update(`${path}\n${expires}`).digest('base64')

  return {
    put(requestId, pcm, expiresAt) {
      return this.putFile(requestId, 'wav', encodeWav(pcm, { sampleRate: SAMPLE_RATE }), expiresAt)
    },
    putFile(requestId, extension, file, expiresAt) {
      const path = `/results/${requestId.slice(0, 2)}/${requestId}.${extension}`
      files.set(path, file)
      for (const oldest of files.keys()) {
        if (files.size <= capacity) break
        files.delete(oldest)
      }
      const query = new URLSearchParams({
        Expires: String(expiresAt),
        OSSAccessKeyId: 'LTAI-sandbox',
        Signature: sign(path, String(expiresAt)),
      })
      return `${origin}${path}?${query}`
    },
    get(url, authorization) {
      // Object storage refuses a signed URL that also carries a key.
      if (authorization !== undefined) return { status: 400 }
      const expires = url.searchParams.get('Expires') ?? ''
      const signature = Buffer.from(url.searchParams.get('Signature') ?? '')
      const expected = Buffer.from(sign(url.pathname, expires))
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return { status: 403 }
      if (Number(expires) * 1000 < clock.wall()) return { status: 403 }
      return files.get(url.pathname) ?? { status: 404 }
    },
  }
}
