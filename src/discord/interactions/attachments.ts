import type { ReadAttachment } from '../../interactions/command-options.ts'
import { LectorError } from '../../kernel/errors.ts'

/** Where Discord serves what people attach. */
const FILE_SERVERS = ['https://cdn.discordapp.com', 'https://media.discordapp.net']
const LIMIT_KIB = 256
const LIMIT = LIMIT_KIB * 1024
const PATIENCE = 10_000

/**
 * Fetches from Discord's own file servers, or from the host of the REST API that the operator has configured, and from
 * nowhere else: the address comes from outside, and a bot inside a network must not be sent around in it. Throws
 * `app.file-too-large` and `app.file-not-read`.
 */
export function attachmentReader(api: string, patience = PATIENCE): ReadAttachment {
  const origins = new Set([...FILE_SERVERS, new URL(api).origin])
  return async ({ url, size }) => {
    if (size > LIMIT) throw tooLarge()
    if (!URL.canParse(url) || !origins.has(new URL(url).origin)) throw notRead('it is on a foreign server')
    const bytes = await download(url, AbortSignal.timeout(patience))
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch (cause) {
      throw notRead('it is no text in UTF-8', cause)
    }
  }
}

async function download(url: string, signal: AbortSignal): Promise<Buffer> {
  try {
    const response = await fetch(url, { redirect: 'error', signal })
    if (!response.ok || !response.body) throw notRead(`the server answered with status ${response.status}`)
    const chunks: Uint8Array[] = []
    let size = 0
    // Leaving the loop ends the download: what Discord said of the size is not what must come.
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > LIMIT) throw tooLarge()
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    throw error instanceof LectorError ? error : notRead('the connection failed', error)
  }
}

function tooLarge(): LectorError {
  return new LectorError('app.file-too-large', { limit: LIMIT_KIB }, `Cannot read a file of more than ${LIMIT_KIB} KiB`)
}

function notRead(why: string, cause?: unknown): LectorError {
  return new LectorError('app.file-not-read', {}, `Cannot read an attached file: ${why}`, { cause })
}
