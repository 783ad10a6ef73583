import type { NewMessage } from '@lector/loopback-discord'
import { UsageError } from '@lector/loopback-discord'
import {
  list,
  NO_CONTENT,
  number,
  object,
  optional,
  type Route,
  text,
  type UploadedFile,
  type ValuesOf,
} from '@lector/loopback-discord/http'
import type { MessageFlags } from 'discord-api-types/v10'
import { PollLayoutType, StickerFormatType } from 'discord-api-types/v10'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import type { Directory } from './directory.ts'
import { FILE } from './file-field.ts'
import { messageView } from './interaction-view.ts'
import { NO_FIELDS, route } from './route.ts'

/** A person writes to `general` unless another channel is given. The files may come as multipart instead. */
const WRITTEN = {
  channel: optional(text('a text channel, by name or id')),
  content: optional(text('what is written')),
  attachments: optional(list(FILE, 'files')),
  stickers: optional(list(text('the name of a sticker'), 'names of stickers')),
  replyTo: optional(text('the message that is answered: its id, or "last"')),
  poll: optional(object({ question: text('what is asked'), answers: list(text('an answer'), 'answers') }, 'a poll')),
  flags: optional(number('flags of the message as Discord numbers them; 4096 is @silent', 0, 2 ** 31 - 1)),
}

/** Routes for messages. */
export function messageRoutes({ discord }: ControlledSandbox, directory: Directory): Route<undefined>[] {
  const { world } = discord
  return [
    route('POST', '/people/:person/messages', WRITTEN, ({ params, body, files }) => {
      const channel = directory.channel(body.channel)
      const { replyTo, ...written } = body
      const answered = replyTo === undefined ? {} : { replyTo: directory.message(channel, replyTo).id }
      const message = { ...newMessage(world.newId, written, files), ...answered }
      if (isEmpty(message)) throw new UsageError(EMPTY)
      return messageView(world.messages.create(channel.id, directory.person(params.person).id, message))
    }),
    route('GET', '/channels/:channel/messages', NO_FIELDS, ({ params }) =>
      world.messages.list(directory.channel(params.channel).id).map(messageView),
    ),
    route(
      'PATCH',
      '/channels/:channel/messages/:message',
      { content: text('what it says now') },
      ({ params, body }) => {
        const { channel_id, id } = directory.message(directory.channel(params.channel), params.message)
        return messageView(world.messages.edit(channel_id, id, body))
      },
    ),
    route('DELETE', '/channels/:channel/messages/:message', NO_FIELDS, ({ params }) => {
      const { channel_id, id } = directory.message(directory.channel(params.channel), params.message)
      world.messages.delete(channel_id, id)
      return NO_CONTENT
    }),
  ]
}

function newMessage(
  newId: () => string,
  { content, attachments = [], stickers = [], poll, flags }: Omit<ValuesOf<typeof WRITTEN>, 'replyTo'>,
  files: readonly UploadedFile[],
): NewMessage {
  return {
    ...(content !== undefined && { content }),
    ...(flags !== undefined && { flags: flags as MessageFlags }),
    files: [...files, ...attachments],
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

function isEmpty({ content = '', files = [], stickers = [], poll }: NewMessage): boolean {
  return content.trim() === '' && files.length === 0 && stickers.length === 0 && !poll
}

const EMPTY = 'The message is empty: one of "content", "attachments", "stickers" and "poll" must be given.'
