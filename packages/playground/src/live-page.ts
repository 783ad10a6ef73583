import { readFileSync } from 'node:fs'
import type { RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Answer, respond, targetOf } from '@lector/loopback-discord/http'
import type { PageFacts } from './facts.ts'
import { HEADERS, PUBLIC, pageServer } from './page-server.ts'

/** The page for those who change it: `reload` serves the files as they are now, and browsers load them again. */
export function livePage(facts: PageFacts): { readonly page: RequestListener; reload(): void } {
  const browsers = new Set<ServerResponse>()
  let pages = pageServer(facts)
  return {
    page(request, response) {
      const { path } = targetOf(request)
      if (path === '/') respond(response, indexWithReload())
      else if (path === '/reload.js') respond(response, new Answer(200, RELOAD, { ...HEADERS, 'content-type': JS }))
      else if (path === '/reloads') keep(response, browsers)
      else pages(request, response)
    },
    reload() {
      pages = pageServer(facts)
      for (const browser of browsers) browser.write('data: changed\n\n')
    },
  }
}

const JS = 'text/javascript; charset=utf-8'

/** Also after a restart of the server, which is when the stream opens for a second time. */
const RELOAD = Buffer.from(`
const events = new EventSource('/reloads')
events.onmessage = () => location.reload()
events.onerror = () => { events.onopen = () => location.reload() }
`)

function indexWithReload(): Answer {
  const index = readFileSync(join(PUBLIC, 'index.html'), 'utf8')
  const script = '<script type="module" src="/reload.js"></script>'
  const body = Buffer.from(index.replace('</head>', `${script}</head>`))
  return new Answer(200, body, { ...HEADERS, 'content-type': 'text/html; charset=utf-8' })
}

function keep(response: ServerResponse, browsers: Set<ServerResponse>): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' })
  response.write(':\n\n')
  browsers.add(response)
  response.once('close', () => browsers.delete(response))
}
