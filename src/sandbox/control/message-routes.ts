import type { MessageFlags } from 'discord-api-types/v10'
import { PollLayoutType, StickerFormatType } from 'discord-api-types/v10'
import type { NewMessage } from '../discord/world/messages.ts'
import { NO_CONTENT, type Route, route, type UploadedFile } from '../http/router.ts'
import type { ControlledSandbox } from './control-server.ts'
import type { Directory } from './directory.ts'
import { messageView } from './interaction-view.ts'

interface WrittenMessage {
  /** `general` when not given. */
  readonly channel?: string
  readonly content?: string
  /** Names alone stand for small empty files; the content may come as multipart instead. */
  readonly attachments?: readonly { readonly name: string; readonly contentType?: string; readonly base64?: string }[]
  readonly stickers?: readonly string[]
  /** A message's id. */
  readonly replyTo?: string
  readonly poll?: { readonly question: string; readonly answers: readonly string[] }
  readonly flags?: number
}

/** What people write. */
export function messageRoutes({ discord }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { world } = discord
  return [
    route('POST', '/people/:person/messages', ({ params, body, files }) => {
      const written = body as WrittenMessage
      const channel = directory.channel(written.channel)
      const message = newMessage(world.newId, written, files)
      return messageView(world.messages.create(channel.id, directory.person(params.person).id, message))
    }),
    route('GET', '/channels/:channel/messages', ({ params }) =>
      world.messages.list(directory.channel(params.channel).id).map(messageView),
    ),
    route('PATCH', '/channels/:channel/messages/:message', ({ params, body }) => {
      const { content } = body as { readonly content: string }
      return messageView(world.messages.edit(directory.channel(params.channel).id, params.message, { content }))
    }),
    route('DELETE', '/channels/:channel/messages/:message', ({ params }) => {
      world.messages.delete(directory.channel(params.channel).id, params.message)
      return NO_CONTENT
    }),
  ]
}

function newMessage(newId: () => string, written: WrittenMessage, files: readonly UploadedFile[]): NewMessage {
  const { content, attachments = [], stickers = [], replyTo, poll, flags } = written
  return {
    ...(content !== undefined && { content }),
    ...(replyTo !== undefined && { replyTo }),
    ...(flags !== undefined && { flags: flags as MessageFlags }),
    files: [...files, ...attachments.map(fileOf)],
    stickers: stickers.map((name) => ({ id: newId(), name, format_type: StickerFormatType.PNG })),
    ...(poll && {
      poll: {
        question: { text: poll.question },
        answers: poll.answers.map((text, index) => ({ answer_id: index + 1, poll_media: { text } })),
        allow_multiselect: false,
        layout_type: PollLayoutType.Default,
        expiry: null,
      },
    }),
  }
}

function fileOf({
  name,
  contentType = 'application/octet-stream',
  base64 = '',
}: NonNullable<WrittenMessage['attachments']>[number]): UploadedFile {
  return { name, contentType, data: Buffer.from(base64, 'base64') }
}
