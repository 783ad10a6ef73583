import { callerSession } from '../src/discord/caller-session.ts'
import type { ChatCommand } from '../src/discord/command.ts'

export const follow = {
  kind: 'chat',
  path: 'follow',
  options: [{ name: 'person', kind: 'user' }],

  async run(context) {
    const { guildId, userId, options, services, texts } = context
    const person = options.string('person') ?? userId
    // Where other people go is their own affair, or that of who looks after the server.
    if (person !== userId) context.demand('manage-server')
    const { company } = services
    if (company.followed(guildId) === person) {
      company.unfollow(guildId)
      return texts.reading.followingNoMore(`<@${person}>`)
    }
    await callerSession(context).joined
    company.follow(guildId, person)
    return texts.reading.following(`<@${person}>`)
  },
} satisfies ChatCommand
