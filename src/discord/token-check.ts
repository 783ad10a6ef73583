import { type APIApplication, ApplicationFlags, REST, Routes } from 'discord.js'
import { invitationLink } from './invitation.ts'

export interface TokenCheck {
  readonly name: string
  /** *Message Content Intent* is switched on. */
  readonly readsMessages: boolean
  /** Where a person adds the bot to a server. */
  readonly invitation: string
  /** The page of the developer portal with the switches of the intents. */
  readonly botPage: string
}

/** Whose token it is, and whether its application may read messages. Throws what Discord answers. */
export async function checkToken(api: string, token: string): Promise<TokenCheck> {
  const rest = new REST({ api, retries: 0 }).setToken(token)
  const application = (await rest.get(Routes.currentApplication())) as APIApplication
  const { id, name, flags = 0 } = application
  const allowed = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited
  return {
    name,
    readsMessages: (flags & allowed) !== 0,
    invitation: invitationLink(id),
    botPage: `https://discord.com/developers/applications/${id}/bot`,
  }
}
