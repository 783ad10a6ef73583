import type { UploadedFile } from '@lector/loopback-discord/http'
import { type Field, object, optional, text } from '@lector/loopback-discord/http'

const FIELDS = object(
  {
    name: text('the name of the file'),
    contentType: optional(text('such as "image/png"')),
    base64: optional(text('its bytes; an empty file without them')),
  },
  'a file',
)

/** A file in JSON. A name without content is an empty file. */
export const FILE: Field<UploadedFile, true> = {
  ...FIELDS,
  read(value, name) {
    const { name: filename, contentType = 'application/octet-stream', base64 = '' } = FIELDS.read(value, name)
    return { name: filename, contentType, data: Buffer.from(base64, 'base64') }
  },
}
