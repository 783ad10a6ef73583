import type { SpeakContext } from './context.ts'
import type { Attachment } from './message.ts'
import { spokenName } from './names.ts'

/** Attachments by kind and number: "3 images", "voice message, 12 seconds", "file report". */
export function spokenAttachments(attachments: readonly Attachment[], context: SpeakContext): string[] {
  const { phrases } = context
  const of = (kind: Attachment['kind']) => attachments.filter((attachment) => attachment.kind === kind)
  return [
    ...counted(of('image'), phrases.images),
    ...counted(of('video'), phrases.videos),
    ...counted(of('audio'), phrases.audios),
    ...of('voice-message').map((message) => voiceMessage(message, context)),
    ...files(of('file'), context),
  ]
}

function counted(attachments: readonly Attachment[], phrase: (count: number) => string): string[] {
  return attachments.length === 0 ? [] : [phrase(attachments.length)]
}

function voiceMessage({ durationMs }: Attachment, { phrases }: SpeakContext): string {
  return durationMs === undefined ? phrases.voiceMessage : `${phrases.voiceMessage}, ${phrases.duration(durationMs)}`
}

/** A single file is named, if a person chose the name; several are counted. */
function files(attachments: readonly Attachment[], context: SpeakContext): string[] {
  const [only, ...others] = attachments
  if (!only) return []
  const stem = only.name.replace(/\.[^.]*$/, '')
  const named =
    others.length === 0 && !only.spoiler && stem.length <= 40 && /\p{L}{3}/u.test(stem) && !machineMade.test(stem)
  const name = named ? spokenName(stem, context, '') : ''
  return [name === '' ? context.phrases.files(attachments.length) : context.phrases.file(name)]
}

/** Hashes, ids and camera counters. */
const machineMade = /\d{5}|[0-9a-f]{10}/i
