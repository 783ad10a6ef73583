import { readdirSync, readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { extname, join } from 'node:path'
import { Answer, respond, targetOf } from '@lector/loopback-discord/http'
import type { PageFacts } from './facts.ts'

/** Answers with the playground's page, as files that the browser runs as they are, and with `/facts`. */
export function pageServer(facts: PageFacts): RequestListener {
  const pages = new Map([...filesBelow(PUBLIC), ['/facts', new Answer(200, facts, HEADERS)]])
  pages.set('/', pages.get('/index.html')!)
  return (request, response) => {
    const page = request.method === 'GET' ? pages.get(targetOf(request).path) : undefined
    respond(response, page ?? new Answer(404, { message: 'There is no such page.' }, HEADERS))
  }
}

export const PUBLIC = join(import.meta.dirname, '../page/public')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Nothing from anywhere else, nothing inline, in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Every file by its address: no path that a request names ever reaches the disk. */
function filesBelow(folder: string): [string, Answer][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      const headers = { ...HEADERS, 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' }
      return [path.slice(folder.length).replaceAll('\\', '/'), new Answer(200, readFileSync(path), headers)]
    })
}
