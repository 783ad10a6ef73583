/**
 * Talks to the sandbox's control API; nothing on the page talks to the bot. What comes back stands in
 * packages/sandbox/src/views.ts; a refusal is an error with the sentence that the sandbox gave for it.
 *
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function call(method, path, body) {
  const response = await fetch(path, { method, ...(body && { body: JSON.stringify(body) }) })
  const text = await response.text()
  const answer = text === '' ? undefined : JSON.parse(text)
  if (!response.ok) throw new Error(answer?.message ?? response.statusText)
  return answer
}

/**
 * Follows what happens. `opened` is called at the start and after every interruption, `lost` when one begins.
 *
 * @param {Readonly<Record<string, (data: any) => void>>} handlers
 * @param {{ opened: () => void, lost: () => void }} connection
 */
export function follow(handlers, { opened, lost }) {
  const source = new EventSource('/events')
  source.addEventListener('open', opened)
  source.addEventListener('error', lost)
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, ({ data }) => handle(JSON.parse(data)))
  }
}
