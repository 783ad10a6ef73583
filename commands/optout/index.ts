import type { CommandGroup } from '../../src/interactions/command.ts'
import { optoutEverywhere } from './everywhere.ts'
import { optoutHere } from './here.ts'
import { optoutOff } from './off.ts'

/** Opting out of being read. */
export const optout = {
  kind: 'group',
  path: 'optout',
  subcommands: [optoutHere, optoutEverywhere, optoutOff],
} satisfies CommandGroup
