import type { DiscordSandbox, Guild, GuildChannel } from '@lector/loopback-discord'
import type { APIUser } from 'discord-api-types/v10'
import { ChannelType } from 'discord-api-types/v10'

/** The server, channels and people that the sandbox starts with. */
export interface FixtureWorld {
  readonly guild: Guild
  readonly bot: { readonly user: APIUser; readonly token: string }
  readonly channels: Readonly<Record<'general' | 'lounge' | 'workshop' | 'stage', GuildChannel>>
  readonly people: Readonly<Record<'mia' | 'tom' | 'yuki' | 'ana', APIUser>>
}

/** One server with a text channel, two voice channels, a stage, four people and the bot. Mia owns it. */
export function buildFixtureWorld(discord: DiscordSandbox, botName = 'lector'): FixtureWorld {
  const { world } = discord
  const people = {
    mia: world.addUser({ username: 'mia', displayName: 'Mia' }),
    tom: world.addUser({ username: 'tom', displayName: 'Tom' }),
    yuki: world.addUser({ username: 'yuki', displayName: 'Yuki' }),
    ana: world.addUser({ username: 'ana', displayName: 'Ana' }),
  }
  const bot = discord.addBot(botName)
  const guild = world.addGuild({ name: 'The Harbour', ownerId: people.mia.id })
  const channels = {
    general: world.addChannel(guild.id, { type: ChannelType.GuildText, name: 'general' }),
    lounge: world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'lounge' }),
    workshop: world.addChannel(guild.id, { type: ChannelType.GuildVoice, name: 'workshop' }),
    stage: world.addChannel(guild.id, { type: ChannelType.GuildStageVoice, name: 'stage' }),
  }
  for (const { id } of [people.tom, people.yuki, people.ana, bot.user]) world.addMember(guild.id, id)
  return { guild, bot, channels, people }
}
