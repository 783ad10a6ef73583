import type { Interaction } from '@lector/loopback-discord'
import { pressables } from '@lector/loopback-discord'
import type { APIMessage } from 'discord-api-types/v10'
import { MessageFlags } from 'discord-api-types/v10'
import type { InteractionView, MessageView } from '../views.ts'

/** An interaction as a person sees it: what was entered, the answer so far, and what can be pressed. */
export function interactionView(interaction: Interaction): InteractionView {
  const { id, type, userId, channelId, data, first, original, followUps, isAnswered } = interaction
  return {
    id,
    type,
    user: userId,
    channel: channelId,
    entered: data,
    answered: isAnswered,
    kind: first.kind,
    ...(original && { reply: messageView(original) }),
    followUps: followUps.map(messageView),
    ...(first.kind === 'choices' && { choices: first.choices }),
    ...(first.kind === 'modal' && { modal: first.modal }),
  }
}

export function messageView(message: APIMessage): MessageView {
  const flags = message.flags ?? 0
  return {
    id: message.id,
    channel: message.channel_id,
    user: message.author.id,
    author: message.author.global_name ?? message.author.username,
    content: message.content,
    ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    thinking: (flags & MessageFlags.Loading) !== 0,
    edited: message.edited_timestamp !== null,
    embeds: message.embeds,
    components: message.components ?? [],
    pressables: pressables(message),
    attachments: message.attachments.map(({ filename, content_type, size, url }) => ({
      name: filename,
      contentType: content_type,
      size,
      url,
    })),
  }
}
