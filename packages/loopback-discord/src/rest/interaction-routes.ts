import type { APIInteractionResponse } from 'discord-api-types/v10'
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import { Answer, NO_CONTENT, type Route, route } from '../http/router.ts'
import type { Answers } from '../interactions/answers.ts'
import type { Interaction } from '../interactions/interaction.ts'

const MESSAGE = '/webhooks/:application/:token/messages/:message'

/** Answers to interactions. The token in the path is all the authorization they need. */
export function interactionRoutes(answers: Answers): Route<undefined>[] {
  return [
    route('POST', '/interactions/:interaction/:token/callback', ({ params, query, body, files }) => {
      const response = body as APIInteractionResponse
      const interaction = answers.respond(params.interaction, params.token, response, files)
      return query.get('with_response') === 'true' ? new Answer(200, callback(interaction, response)) : NO_CONTENT
    }),
    route('POST', '/webhooks/:application/:token', ({ params, body, files }) =>
      answers.followUp(params.token, body, files),
    ),
    route('GET', MESSAGE, ({ params }) => answers.get(params.token, params.message)),
    route('PATCH', MESSAGE, ({ params, body, files }) => answers.edit(params.token, params.message, body, files)),
    route('DELETE', MESSAGE, ({ params }) => {
      answers.delete(params.token, params.message)
      return NO_CONTENT
    }),
  ]
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback */
function callback({ id, type, original }: Interaction, response: APIInteractionResponse): object {
  const flags = original?.flags ?? 0
  return {
    interaction: {
      id,
      type,
      ...(original && {
        response_message_id: original.id,
        response_message_loading: response.type === InteractionResponseType.DeferredChannelMessageWithSource,
        response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      }),
    },
    resource: { type: response.type, ...(original && { message: original }) },
  }
}
