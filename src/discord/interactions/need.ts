import { type Interaction, PermissionFlagsBits } from 'discord.js'
import type { Need } from '../../interactions/command.ts'
import { LectorError } from '../../kernel/errors.ts'

/** Throws `app.not-allowed` unless the person has what is needed. */
export function refuseUnless(needs: Need | undefined, interaction: Interaction): void {
  if (needs === undefined || interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return
  throw new LectorError('app.not-allowed', { permission: 'ManageGuild' }, 'a command needs Manage Server')
}
