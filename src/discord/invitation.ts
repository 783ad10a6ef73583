import { type APIApplication, OAuth2Scopes, PermissionFlagsBits, type PermissionsString } from 'discord.js'

/** What Lector asks a server for, each with the feature that needs it. docs/permissions.md has the same list. */
export const PERMISSIONS = {
  /** Sees the channels that it reads and speaks in. */
  ViewChannel: 'see the channels',
  /** Says in the text channel why it fell silent, and greets. */
  SendMessages: 'say why it fell silent',
  SendMessagesInThreads: 'the same in threads',
  /** The menu *Read from here*. */
  ReadMessageHistory: '*Read from here*',
  Connect: 'join voice channels',
  Speak: 'speak there',
  /** Raises its hand on a stage. */
  RequestToSpeak: 'ask to speak on a stage',
} as const satisfies Partial<Record<PermissionsString, string>>

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands]

/** The address where a person adds the bot to a server, with everything ticked that it needs and nothing else. */
export function invitationLink(applicationId: APIApplication['id']): string {
  const permissions = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[]
  const bits = permissions.reduce((sum, permission) => sum | PermissionFlagsBits[permission], 0n)
  const query = new URLSearchParams({ client_id: applicationId, scope: SCOPES.join(' '), permissions: String(bits) })
  return `https://discord.com/oauth2/authorize?${query}`
}
