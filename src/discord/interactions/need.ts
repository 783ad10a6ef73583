import { type Interaction, PermissionFlagsBits } from 'discord.js'
import type { Need } from '../../interactions/command.ts'
import { LectorError } from '../../kernel/errors.ts'

export function mayDo(needs: Need | undefined, interaction: Interaction): boolean {
  return needs === undefined || (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false)
}

/** Throws `app.not-allowed` unless the person has what is needed. */
export function refuseUnless(needs: Need | undefined, interaction: Interaction): void {
  if (mayDo(needs, interaction)) return
  throw new LectorError('app.not-allowed', { permission: 'ManageGuild' }, 'a command needs Manage Server')
}
