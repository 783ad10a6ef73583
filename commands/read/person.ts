import type { CommandContext, MenuCommand } from '../../src/interactions/command.ts'

/** An opt-out for oneself; a server's exclusion for others. */
export const readPerson = {
  kind: 'user',
  path: "Read this person / don't",
  async run(context, person) {
    return person === context.userId ? await switchSelf(context) : await switchOther(context, person)
  },
} satisfies MenuCommand

async function switchSelf({ guildId, userId, services, settings, texts }: CommandContext): Promise<string> {
  const { members } = services.settings
  const { optedOut } = (await settings()).member
  const wasOut = optedOut.here || optedOut.everywhere
  if (wasOut && optedOut.everywhere) await members.setOptOut(userId, 'everywhere', false)
  await members.setOptOut(userId, { guild: guildId }, !wasOut)
  return wasOut ? texts.reading.youAreRead() : texts.reading.youAreNotRead()
}

async function switchOther(context: CommandContext, person: string): Promise<string> {
  const { guildId, services, texts } = context
  context.demand('manage-server')
  const { unread } = (await context.settings()).guild
  await services.settings.guilds.setUnread(guildId, person, !unread.has(person))
  return unread.has(person) ? texts.reading.isRead(`<@${person}>`) : texts.reading.isNotRead(`<@${person}>`)
}
