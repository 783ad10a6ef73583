import { type Interaction, PermissionFlagsBits } from 'discord.js'
import { LectorError } from '../kernel/errors.ts'
import type { Need } from './command.ts'

/** Throws `app.not-allowed` unless the person has what is needed. */
export function refuseUnless(needs: Need | undefined, interaction: Interaction): void {
  if (needs === undefined || interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return
  throw new LectorError('app.not-allowed', { permission: 'ManageGuild' }, 'a command needs Manage Server')
}
