import type { Sandbox } from '../../src/sandbox.ts'

/** Asks the control API; the answer's JSON. */
export async function call({ description }: Sandbox, method: string, path: string, body?: unknown) {
  const response = await fetch(`${description.control}${path}`, {
    method,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}
