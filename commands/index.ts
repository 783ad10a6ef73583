import type { Command } from '../src/interactions/command.ts'
import { channel } from './channel/index.ts'
import { doctor } from './doctor.ts'
import { follow } from './follow.ts'
import { help } from './help.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { mydata } from './mydata/index.ts'
import { nickname } from './nickname/index.ts'
import { optout } from './optout/index.ts'
import { privacy } from './privacy.ts'
import { readAloud } from './read/aloud.ts'
import { readFromHere } from './read/from-here.ts'
import { read } from './read/index.ts'
import { readPerson } from './read/person.ts'
import { whyRead } from './read/why.ts'
import { say } from './say.ts'
import { server } from './server/index.ts'
import { setup } from './setup.ts'
import { skip } from './skip.ts'
import { stop } from './stop.ts'
import { style } from './style/index.ts'
import { voice } from './voice/index.ts'
import { words } from './words/index.ts'

/** Every command, in the order in which people need them. */
export const commands: readonly Command[] = [
  join,
  leave,
  say,
  skip,
  stop,
  read,
  readAloud,
  readFromHere,
  whyRead,
  readPerson,
  follow,
  voice,
  style,
  server,
  channel,
  words,
  nickname,
  optout,
  mydata,
  privacy,
  setup,
  help,
  doctor,
]
