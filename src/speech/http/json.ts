/** An object out of JSON whose fields are still to be looked at. */
export type Fields = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object that a text stands for, or undefined when it is not JSON or no object. */
export function parseRecord(json: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The bytes of a Base64 text, or undefined when it is none: Node skips foreign characters, and the length tells. */
export function decodeBase64(data: unknown): Buffer | undefined {
  if (typeof data !== 'string') return undefined
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0
  const digits = data.length - padding
  const bytes = Buffer.from(data, 'base64')
  return digits % 4 !== 1 && bytes.length === Math.floor((digits * 3) / 4) ? bytes : undefined
}
