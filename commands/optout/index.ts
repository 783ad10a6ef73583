import type { CommandGroup } from '../../src/interactions/command.ts'
import { optoutEverywhere } from './everywhere.ts'
import { optoutHere } from './here.ts'
import { optoutOff } from './off.ts'

/** The wish never to be read. */
export const optout = {
  kind: 'group',
  path: 'optout',
  subcommands: [optoutHere, optoutEverywhere, optoutOff],
} satisfies CommandGroup
