import { DiscordAPIError, type Guild, type Message, RESTJSONErrorCodes } from 'discord.js'
import type { Author, Incoming } from '../../reader/incoming.ts'
import { incomingOf } from './incoming.ts'

/**
 * Messages that REST or a menu brought, as plain data. Unlike in events, Discord does not tell the roles and nicknames
 * of their authors with them, and those that are remembered may be old: each author is asked for once.
 */
export async function fetchedIncoming(messages: readonly Message<true>[]): Promise<Incoming[]> {
  const authors = new Map(messages.filter(isOfMember).map(({ author, guild }) => [author.id, guild]))
  const roles = new Map(
    await Promise.all(Array.from(authors, async ([id, guild]) => [id, await rolesOf(id, guild)] as const)),
  )
  return messages.map((message) => {
    // Who was asked for is known now: with the nickname, for instance.
    const incoming = incomingOf(message)
    const { author } = incoming
    return roles.has(author.id) ? { ...incoming, author: { ...author, roles: roles.get(author.id) } } : incoming
  })
}

function isOfMember({ author, webhookId, client }: Message<true>): boolean {
  return webhookId === null && author.id !== client.user.id
}

async function rolesOf(user: string, { members }: Guild): Promise<Author['roles']> {
  try {
    return [...(await members.fetch({ user, force: true })).roles.cache.keys()]
  } catch (error) {
    return hasLeft(error) ? [] : undefined
  }
}

function hasLeft(error: unknown): boolean {
  const codes: unknown[] = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser]
  return error instanceof DiscordAPIError && codes.includes(error.code)
}
