import { callerSession } from '../src/interactions/caller-session.ts'
import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { LectorError } from '../src/kernel/errors.ts'

export const follow = {
  kind: 'chat',
  path: 'follow',
  options: [{ name: 'person', kind: 'user' }],

  async run(context) {
    const { guildId, userId, options, services, texts } = context
    const person = options.string('person') ?? userId
    // Only managers may follow other people around.
    if (person !== userId) context.demand('manage-server')
    const { presence } = services
    if (presence.followed(guildId) === person) {
      presence.unfollow(guildId)
      return texts.reading.followingNoMore(`<@${person}>`)
    }
    if (person === userId) await callerSession(context).joined
    else await joinPerson(person, context)
    presence.follow(guildId, person)
    return texts.reading.following(`<@${person}>`)
  },
} satisfies ChatCommand

/** A member who is in no channel yet is followed from the bot's current channel. */
async function joinPerson(person: string, { guildId, services, voiceChannelOf }: CommandContext): Promise<void> {
  const channel = voiceChannelOf(person)
  if (channel !== undefined) await services.sessions.join(guildId, channel)
  else if (!services.sessions.get(guildId))
    throw new LectorError('voice.not-connected', {}, 'Cannot follow: the bot is in no voice channel')
}
