import type { APIAttachment, APIMessage, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { MessageFlags, RESTJSONErrorCodes } from 'discord-api-types/v10'
import { DiscordError, type FieldError, invalidForm } from './errors.ts'
import type { UploadedFile } from './http/router.ts'
import { answeredComponents, componentErrors, embedErrors } from './message-rules.ts'
import type { MessageEdit, NewMessage } from './world/messages.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
const MAX_CONTENT = 2000
const MAX_EMBEDS = 10

const NO_FLAGS = 0 as MessageFlags

type MessageBody = Partial<
  Pick<
    RESTPostAPIChannelMessageJSONBody,
    'content' | 'embeds' | 'components' | 'flags' | 'attachments' | 'message_reference' | 'nonce' | 'tts' | 'poll'
  >
>

/** A message as a client sends it, checked. @throws DiscordError 50035 or 50006 */
export function newMessage(body: unknown, files: readonly UploadedFile[]): NewMessage {
  const message = (body ?? {}) as MessageBody
  check(message)
  const { content, embeds = [], components = [], poll } = message
  const replyTo = message.message_reference?.message_id
  if (!content && embeds.length + components.length + files.length === 0 && !poll) throw emptyMessage()
  return {
    ...(content && { content }),
    embeds,
    components: answeredComponents(components) as NonNullable<APIMessage['components']>,
    flags: (message.flags ?? 0) as MessageFlags,
    files,
    tts: message.tts ?? false,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(replyTo !== undefined && { replyTo }),
    ...(poll && {
      poll: {
        question: poll.question,
        answers: poll.answers.map(({ poll_media }, index) => ({ answer_id: index + 1, poll_media })),
        allow_multiselect: poll.allow_multiselect ?? false,
        layout_type: poll.layout_type ?? 1,
        expiry: new Date(Date.now() + (poll.duration ?? 24) * 3_600_000).toISOString(),
        results: { is_finalized: false, answer_counts: [] },
      },
    }),
  }
}

/** The changes of an edit, checked; the message's lasting flags stay, and "is thinking …" ends. */
export function messageEdit(body: unknown, files: readonly UploadedFile[], before: APIMessage): MessageEdit {
  const message = (body ?? {}) as MessageBody
  check(message)
  const lasting = (before.flags ?? 0) & ~MessageFlags.Loading
  return {
    ...(message.content !== undefined && { content: message.content ?? '' }),
    ...(message.embeds && { embeds: message.embeds }),
    ...(message.components && {
      components: answeredComponents(message.components) as NonNullable<APIMessage['components']>,
    }),
    ...(message.attachments && { attachments: kept(before.attachments, message.attachments) }),
    flags: lasting | ((message.flags ?? 0) & MessageFlags.IsComponentsV2),
    files,
  }
}

/** An edit names the attachments that stay by id; numbers below that refer to the files it uploads. */
function kept(before: readonly APIAttachment[], named: NonNullable<MessageBody['attachments']>): APIAttachment[] {
  const ids = new Set(named.map(({ id }) => String(id)))
  return before.filter(({ id }) => ids.has(id))
}

function check({ content, embeds, components, flags = NO_FLAGS }: MessageBody): void {
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0
  const errors: FieldError[] = [
    ...(components && !isV2 ? componentErrors(components) : []),
    ...(embeds ? embedErrors(embeds) : []),
  ]
  if ((content?.length ?? 0) > MAX_CONTENT)
    errors.push({ path: 'content', code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' })
  if (embeds && embeds.length > MAX_EMBEDS)
    errors.push({ path: 'embeds', code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 10 or fewer in length.' })
  if (isV2 && content)
    errors.push({
      path: 'content',
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: 'The content field cannot be used when using MessageFlags.IS_COMPONENTS_V2',
    })
  if (errors.length > 0) throw invalidForm(errors)
}

function emptyMessage(): DiscordError {
  return new DiscordError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message')
}
