import type { Author, Incoming } from '../../src/reader/incoming.ts'
import { type Message, NO_LOOKUPS } from '../../src/text/message.ts'

export const GUILD = '100'
export const GENERAL = '200'
export const LOUNGE = '300'

export const MIA: Author = { id: '1', kind: 'person', roles: [], voiceChannel: LOUNGE, muted: false }
export const TOM: Author = { id: '2', kind: 'person', roles: [], voiceChannel: LOUNGE, muted: false }

const NAMES: Readonly<Record<string, string>> = { [MIA.id]: 'Mia', [TOM.id]: 'Tom' }

let last = 1000

/** A message with a new id, written now. */
export function incoming(
  content: string,
  author: Author = MIA,
  { message, ...more }: Partial<Omit<Incoming, 'message'>> & { readonly message?: Partial<Message> } = {},
): Incoming {
  last += 1
  return {
    id: `${last}`,
    guild: GUILD,
    channel: GENERAL,
    author,
    kind: 'message',
    silent: false,
    ageRestricted: false,
    writtenAt: Date.now(),
    ...more,
    message: { content, author: NAMES[author.id] ?? 'Somebody', lookups: NO_LOOKUPS, ...message },
  }
}
