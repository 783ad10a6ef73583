import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { match } from '@lector/loopback-discord/http'
import { controlRoutes, FAULTS } from '@lector/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const document = readFileSync(join(import.meta.dirname, '../../docs/sandbox.md'), 'utf8')
const lines = [...document.matchAll(/^curl (.+)$/gm)].map(([, words = '']) => requestOf(words))

let stage: Stage
beforeAll(async () => {
  stage = await Stage.open()
})
afterAll(() => stage?.close())

describe('docs/sandbox.md', () => {
  it('has a line to copy for every route of the control API', () => {
    const routes = controlRoutes(stage.sandbox)
    const shown = new Set(lines.map(({ method, path }) => match(routes, method, path)?.route))
    const missing = routes.filter((route) => !shown.has(route)).map(({ method, path }) => `${method} ${path}`)
    expect(missing).toEqual([])
    for (const streamed of ['GET /people/mia/live', '$CONTROL/events']) expect(document).toContain(streamed)
  })

  it('has lines that the sandbox accepts, from top to bottom', async () => {
    for (const { method, path, body } of lines.filter(({ path }) => path !== '/events')) {
      const response = await fetch(`${stage.sandbox.description.control}${path}`, { method, ...(body && { body }) })
      const answer = await response.text()
      const isForm = path.endsWith('/forms')
      expect(response.status, `${method} ${path} ${body}: ${answer}`).toBeOneOf(isForm ? [400] : [200, 204])
      if (isForm) expect(JSON.parse(answer).message).toBe('The interaction was not answered with a form.')
      if (path.endsWith('/commands') && method === 'POST') expect(JSON.parse(answer).reply.content).not.toBe('')
    }
  })

  it('has each fault with its parameters and their defaults, and no other', () => {
    const rows = FAULTS.map(({ name, summary, parameters }) => {
      const given = Object.entries(parameters).map(([key, one]) => `\`${key}\` ${one.default}: ${one.summary}`)
      return `| \`${name}\` | ${summary} | ${given.join('; ')} |`
    })
    expect(document.slice(document.indexOf('| Fault |')).trim().split('\n').slice(2)).toEqual(rows)
  })
})

/** What curl would send: `-d` makes a POST. */
function requestOf(words: string): { readonly method: string; readonly path: string; readonly body?: string } {
  const path = words.match(/\$CONTROL(\S+)/)?.[1] ?? ''
  const body = words.match(/-d '(.+)'$/)?.[1]
  const method = words.match(/-X (\w+)/)?.[1] ?? (body ? 'POST' : 'GET')
  return { method, path, ...(body && { body }) }
}
