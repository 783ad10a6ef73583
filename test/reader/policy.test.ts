import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../src/i18n/catalogues.ts'
import type { Author, Incoming } from '../../src/reader/incoming.ts'
import { type Circumstances, destinationOf, type Reason, verdictOf, verdictOnRequest } from '../../src/reader/policy.ts'
import { resolveGuild } from '../../src/settings/resolve.ts'
import type { GuildSettings, GuildValues, MemberSettings } from '../../src/settings/types.ts'
import { GENERAL, GUILD, incoming, LOUNGE, MIA } from '../support/incoming.ts'

const NOW = 1_000_000
const THREAD = '201'
const WORKSHOP = '301'
const ROLE = '400'
const BOT: Author = { id: '8', kind: 'bot', roles: [], muted: false }
const WEBHOOK: Author = { id: '9', kind: 'webhook', roles: [], muted: false }

const guild: GuildSettings = {
  guild: GUILD,
  chosen: {},
  channels: new Map(),
  readChannels: new Map([[GENERAL, LOUNGE]]),
  roles: new Map(),
  unread: new Set(),
  presets: new Map(),
  words: [],
}
const member: MemberSettings = {
  guild: GUILD,
  user: MIA.id,
  chosen: {},
  optedOut: { here: false, everywhere: false },
  words: [],
}

interface Case {
  readonly message?: Partial<Incoming>
  readonly content?: string
  readonly rules?: Partial<GuildValues>
  readonly guild?: Partial<GuildSettings>
  readonly optedOut?: MemberSettings['optedOut']
  readonly circumstances?: Partial<Circumstances>
}

function given({ message, content = 'hello', rules = {}, optedOut, circumstances, ...more }: Case) {
  const written = { ...incoming(content), writtenAt: NOW, ...message }
  return [
    written,
    {
      guild: { ...guild, ...more.guild },
      member: { ...member, ...(optedOut && { optedOut }) },
      rules: resolveGuild(rules, { voiceFor: () => 'Cherry', engine: 'local' }),
      voiceChannel: LOUNGE,
      ageRestricted: false,
      now: NOW,
      recent: { duplicate: false, byMember: 0, inServer: 0 },
      ...circumstances,
    },
  ] as const
}

const NOBODY = { here: false, everywhere: false }

const cases: readonly (readonly [string, Case, Reason | 'read'])[] = [
  ['a message of somebody in the channel', {}, 'read'],
  ['my own message', { message: { author: { ...MIA, kind: 'self' } } }, 'own-message'],
  ['what Discord writes', { message: { kind: 'system' } }, 'system-message'],
  ['the answer to a command', { message: { kind: 'command' } }, 'command'],
  ['an author who opted out here', { optedOut: { ...NOBODY, here: true } }, 'opted-out'],
  ['an author who opted out everywhere', { optedOut: { ...NOBODY, everywhere: true } }, 'opted-out'],
  ['an author whom the server does not want read', { guild: { unread: new Set([MIA.id]) } }, 'unread-member'],
  ['a channel that is not read', { message: { channel: '999' } }, 'channel-not-read'],
  ['a thread of a channel that is read', { message: { channel: THREAD, parent: GENERAL } }, 'read'],
  ['a thread of another channel', { message: { channel: THREAD, parent: '999' } }, 'channel-not-read'],
  ['the chat of the voice channel itself', { message: { channel: LOUNGE } }, 'read'],
  ['the chat of another voice channel', { message: { channel: WORKSHOP } }, 'channel-not-read'],
  ['a bot', { message: { author: BOT } }, 'bot'],
  ['a bot where bots are read', { message: { author: BOT }, rules: { readBots: true } }, 'read'],
  ['a webhook', { message: { author: WEBHOOK } }, 'webhook'],
  ['a webhook where webhooks are read', { message: { author: WEBHOOK }, rules: { readWebhooks: true } }, 'read'],
  [
    'an author with an ignored role',
    { message: { author: { ...MIA, roles: ['401', ROLE] } }, guild: { roles: new Map([[ROLE, 'ignored']]) } },
    'ignored-role',
  ],
  [
    'an author of whom nobody knows the roles where there is an ignored one',
    { message: { author: { ...MIA, roles: undefined } }, guild: { roles: new Map([[ROLE, 'ignored']]) } },
    'ignored-role',
  ],
  ['an author without the required role', { guild: { roles: new Map([[ROLE, 'required']]) } }, 'missing-role'],
  [
    'an author with one of the required roles',
    {
      message: { author: { ...MIA, roles: [ROLE] } },
      guild: {
        roles: new Map([
          [ROLE, 'required'],
          ['401', 'required'],
        ]),
      },
    },
    'read',
  ],
  [
    'a webhook, which has no roles, where one is required',
    {
      message: { author: WEBHOOK },
      rules: { readWebhooks: true },
      guild: { roles: new Map([[ROLE, 'required']]) },
    },
    'read',
  ],
  ['an age-restricted channel', { message: { ageRestricted: true } }, 'age-restricted'],
  [
    'an age-restricted channel in an age-restricted voice channel',
    { message: { ageRestricted: true }, circumstances: { ageRestricted: true } },
    'read',
  ],
  ['a silent message', { message: { silent: true } }, 'silent'],
  ['the sign not to read', { content: ' !play', rules: { ignorePrefix: '!' } }, 'ignored-prefix'],
  ['that sign inside', { content: 'hey !', rules: { ignorePrefix: '!' } }, 'read'],
  ['no sign where one is required', { content: 'hello', rules: { requirePrefix: '+' } }, 'missing-prefix'],
  ['the required sign', { content: '+ hello', rules: { requirePrefix: '+' } }, 'read'],
  ['a message that is almost too old', { message: { writtenAt: NOW - 120_000 } }, 'read'],
  ['a message that is too old', { message: { writtenAt: NOW - 120_001 } }, 'too-old'],
  ['a bot that is in no channel', { circumstances: { voiceChannel: undefined } }, 'not-there'],
  ['a bot that is elsewhere', { circumstances: { voiceChannel: WORKSHOP } }, 'not-there'],
  ['an author in another channel', { message: { author: { ...MIA, voiceChannel: WORKSHOP } } }, 'author-not-in-voice'],
  [
    'an author in another channel, where that does not matter',
    { message: { author: { ...MIA, voiceChannel: WORKSHOP } }, rules: { mustBeInVoice: false } },
    'read',
  ],
  ['an author whom a moderator muted', { message: { author: { ...MIA, muted: true } } }, 'author-muted'],
  ['the same again', { circumstances: { recent: { duplicate: true, byMember: 1, inServer: 1 } } }, 'duplicate'],
  [
    'the last that a member may write in a minute',
    { rules: { memberRatePerMinute: 3 }, circumstances: { recent: { duplicate: false, byMember: 2, inServer: 2 } } },
    'read',
  ],
  [
    'one too many of a member',
    { rules: { memberRatePerMinute: 3 }, circumstances: { recent: { duplicate: false, byMember: 3, inServer: 3 } } },
    'member-rate',
  ],
  [
    'one too many in the server',
    { circumstances: { recent: { duplicate: false, byMember: 0, inServer: 120 } } },
    'server-rate',
  ],
  [
    'as many in the server as it wants',
    {
      rules: { serverRatePerMinute: 121 },
      circumstances: { recent: { duplicate: false, byMember: 0, inServer: 120 } },
    },
    'read',
  ],
]

describe('the policy', () => {
  it.each(cases)('decides about %s', (_, circumstances, expected) => {
    const verdict = verdictOf(...given(circumstances))
    expect(verdict).toEqual(expected === 'read' ? { read: true } : { read: false, reason: expected })
  })

  it('has a case above for every reason, and a sentence for each', () => {
    const { reasons } = catalogueOf('en').reading
    const covered = new Set(cases.map(([, , expected]) => expected))
    covered.delete('read')
    expect([...covered].toSorted()).toEqual(Object.keys(reasons).toSorted())
    for (const sentence of Object.values(reasons)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('lets nobody who is protected be read on request, and else reads what was asked for', () => {
    const refused = cases.filter(([, circumstances]) => !verdictOnRequest(...given(circumstances)).read)
    expect([...new Set(refused.map(([, , reason]) => reason))].toSorted()).toEqual(
      ['age-restricted', 'ignored-role', 'opted-out', 'own-message', 'system-message', 'unread-member'].toSorted(),
    )
  })

  it('reads a thread of its own into another channel than its parent', () => {
    const readChannels = new Map([
      [GENERAL, LOUNGE],
      [THREAD, WORKSHOP],
    ])
    const where = { channel: THREAD, parent: GENERAL }
    expect(destinationOf(where, { ...guild, readChannels }, LOUNGE)).toBe(WORKSHOP)
  })
})
