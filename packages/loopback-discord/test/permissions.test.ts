import type { APIOverwrite } from 'discord-api-types/v10'
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, channelPermissions, has } from '../src/permissions.ts'

const { ViewChannel, Connect, Speak, SendMessages, AttachFiles, ReadMessageHistory, Administrator } =
  PermissionFlagsBits
const NOW = Date.parse('2026-01-01T00:00:00Z')
const EVERYONE = '1'
const CREW = '2'
const GUEST = '3'
const OWNER = '10'
const MEMBER = '11'

interface Case {
  readonly everyone?: bigint
  readonly crew?: bigint
  readonly roles?: string[]
  readonly user?: string
  readonly until?: string
  readonly type?: ChannelType
  readonly overwrites?: APIOverwrite[]
}

function permissions({
  everyone = ViewChannel | Connect | Speak | SendMessages | AttachFiles | ReadMessageHistory,
  crew = 0n,
  roles = [],
  user = MEMBER,
  until,
  type = ChannelType.GuildVoice,
  overwrites = [],
}: Case): bigint {
  const role = (granted: bigint) => ({ permissions: granted.toString() })
  const guild = {
    id: EVERYONE,
    ownerId: OWNER,
    roles: new Map([
      [EVERYONE, role(everyone)],
      [CREW, role(crew)],
      [GUEST, role(0n)],
    ]),
  }
  const member = {
    user: { id: user, username: 'mia', discriminator: '0', global_name: null, avatar: null },
    roles,
    communication_disabled_until: until ?? null,
  }
  return channelPermissions(guild, member, { type, permission_overwrites: overwrites }, NOW)
}

function role(id: string, { allow = 0n, deny = 0n }): APIOverwrite {
  return { id, type: OverwriteType.Role, allow: allow.toString(), deny: deny.toString() }
}

function person({ allow = 0n, deny = 0n }): APIOverwrite {
  return { id: MEMBER, type: OverwriteType.Member, allow: allow.toString(), deny: deny.toString() }
}

describe('what a member may do', () => {
  test.each<[claim: string, given: Case, wanted: bigint, expected: boolean]>([
    ['a permission of @everyone counts for all', {}, Speak, true],
    ['a role adds to it', { everyone: ViewChannel, crew: SendMessages, roles: [CREW] }, SendMessages, true],
    ['a role of others does not', { everyone: ViewChannel, crew: SendMessages }, SendMessages, false],
    ['@everyone can be denied in a channel', { overwrites: [role(EVERYONE, { deny: Speak })] }, Speak, false],
    [
      'a role’s allow passes the denial for @everyone',
      { roles: [CREW], overwrites: [role(EVERYONE, { deny: Speak }), role(CREW, { allow: Speak })] },
      Speak,
      true,
    ],
    [
      'among roles, one allow passes every deny',
      { roles: [CREW, GUEST], overwrites: [role(CREW, { allow: Speak }), role(GUEST, { deny: Speak })] },
      Speak,
      true,
    ],
    [
      'the member’s own deny passes the roles',
      { roles: [CREW], overwrites: [role(CREW, { allow: Speak }), person({ deny: Speak })] },
      Speak,
      false,
    ],
    [
      'the order of the overwrites does not matter',
      { roles: [CREW], overwrites: [person({ allow: Speak }), role(CREW, { deny: Speak })] },
      Speak,
      true,
    ],
    ['without View nothing is left', { overwrites: [role(EVERYONE, { deny: ViewChannel })] }, Connect, false],
    ['without Connect nobody speaks', { overwrites: [role(EVERYONE, { deny: Connect })] }, Speak, false],
    [
      'without Send no files',
      { type: ChannelType.GuildText, overwrites: [role(EVERYONE, { deny: SendMessages })] },
      AttachFiles,
      false,
    ],
    ['a timeout leaves reading', { until: '2026-01-01T00:00:01Z' }, ViewChannel | ReadMessageHistory, true],
    ['a timeout takes speaking', { until: '2026-01-01T00:00:01Z' }, Speak, false],
    ['a timeout that is over takes nothing', { until: '2025-12-31T23:59:59Z' }, Speak, true],
    ['the owner may all', { user: OWNER, everyone: 0n }, ALL_PERMISSIONS, true],
    [
      'an administrator passes overwrites and timeouts',
      {
        crew: Administrator,
        roles: [CREW],
        until: '2027-01-01T00:00:00Z',
        overwrites: [person({ deny: ViewChannel })],
      },
      ALL_PERMISSIONS,
      true,
    ],
  ])('%s', (_claim, given, wanted, expected) => {
    expect(has(permissions(given), wanted)).toBe(expected)
  })
})
