import type { APIInteractionDataResolved, APIInteractionDataResolvedChannel, ChannelType } from 'discord-api-types/v10'
import type { UploadedFile } from '../http/router.ts'
import { channelCalled, personCalled } from '../names.ts'
import { guildPermissions } from '../permissions.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world/world.ts'

export interface ResolverScope {
  readonly guildId: string
  readonly channelId: string
  readonly userId: string
  readonly applicationId: string
}

/** Collects the people, channels and files that an interaction names, so that its payload can carry them. */
export class Resolver {
  readonly resolved: APIInteractionDataResolved = {}
  readonly #world: World
  readonly #scope: ResolverScope

  constructor(world: World, scope: ResolverScope) {
    this.#world = world
    this.#scope = scope
  }

  user(nameOrId: string): string {
    const guild = this.#world.guild(this.#scope.guildId)
    const named = personCalled(this.#world, nameOrId)
    const { id } = named
    this.resolved.users = { ...this.resolved.users, [id]: named }
    const member = guild.members.get(id)
    if (member) {
      const { user, deaf, mute, ...shown } = member
      const permissions = guildPermissions(guild, member).toString()
      this.resolved.members = { ...this.resolved.members, [id]: { ...shown, permissions } }
    }
    return id
  }

  channel(nameOrId: string, types?: readonly ChannelType[]): string {
    const channel = channelCalled(this.#world.guild(this.#scope.guildId), nameOrId)
    const { id } = channel
    if (types && !types.includes(channel.type))
      throw new UsageError(`The channel "${channel.name}" is of another kind.`)
    const shown = {
      ...channel,
      permissions: this.#world.permissionsIn(channel, this.#scope.userId).toString(),
      app_permissions: this.#world.permissionsIn(channel, this.#scope.applicationId).toString(),
    }
    this.resolved.channels = { ...this.resolved.channels, [id]: shown as APIInteractionDataResolvedChannel }
    return id
  }

  role(id: string): string {
    const role = this.#world.guild(this.#scope.guildId).roles.get(id)
    if (!role) throw new UsageError(`There is no role "${id}".`)
    this.resolved.roles = { ...this.resolved.roles, [id]: role }
    return id
  }

  mentionable(id: string): string {
    return this.#world.users.has(id) ? this.user(id) : this.role(id)
  }

  attachment(file: UploadedFile): string {
    const attachment = this.#world.messages.keep(this.#scope.channelId, file)
    this.resolved.attachments = { ...this.resolved.attachments, [attachment.id]: attachment }
    return attachment.id
  }
}
