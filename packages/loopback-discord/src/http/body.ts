import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { UploadedFile } from './router.ts'

export interface RequestBody {
  readonly body: unknown
  readonly files: readonly UploadedFile[]
}

/**
 * Reads JSON, or multipart with the JSON in `payload_json`.
 * @throws SyntaxError when it is neither.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const bytes = await buffer(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return { body: undefined, files: [] }
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type)
  return { body: JSON.parse(bytes.toString()), files: [] }
}

async function readForm(bytes: Buffer, type: string): Promise<RequestBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const files: UploadedFile[] = []
  let body: unknown
  for (const [field, value] of form) {
    if (field === 'payload_json') body = JSON.parse(typeof value === 'string' ? value : await value.text())
    else if (typeof value !== 'string')
      files.push({ name: value.name, contentType: value.type, data: Buffer.from(await value.arrayBuffer()) })
  }
  return { body, files }
}
