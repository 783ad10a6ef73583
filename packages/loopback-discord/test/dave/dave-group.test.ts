import { VoiceOpcodes } from 'discord-api-types/voice/v8'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Channel, seeded } from './members.ts'

let channel: Channel
beforeEach(() => {
  vi.useFakeTimers()
  channel = new Channel()
})
afterEach(() => {
  channel.group.close()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

function expectOneGroup(...userIds: string[]): void {
  expect(channel.group.members.toSorted()).toEqual(userIds)
  expect([...channel.members.values()].map(({ session }) => session.getUserIds().toSorted())).toEqual(
    userIds.map(() => userIds),
  )
  expect(channel.codes.size).toBe(1)
  expect(channel.codes.has('')).toBe(false)
}

describe('a DAVE group', () => {
  test('does not exist for one member alone', () => {
    channel.join('1')
    channel.settle()
    expect(channel.group.epoch).toBe(0n)
    expect(channel.group.members).toEqual([])
  })

  test('is one for two who join at once, whoever speaks first', () => {
    for (const seed of [1, 2, 3, 4]) {
      channel = new Channel()
      channel.join('1')
      channel.join('2')
      channel.settle(seeded(seed))
      expectOneGroup('1', '2')
      channel.group.close()
    }
  })

  test('survives a hundred comings and goings in any order', () => {
    const random = seeded(7)
    for (let turn = 0; turn < 100; turn++) {
      const userId = String(1 + Math.floor(random() * 5))
      if (channel.members.has(userId)) channel.leave(userId)
      else channel.join(userId)
      // Half of the time the next change comes before the members have spoken about this one.
      if (random() < 0.5) channel.settle(random)
    }
    for (const userId of ['1', '2', '3', '4', '5']) if (!channel.members.has(userId)) channel.join(userId)
    channel.settle(random)
    expectOneGroup('1', '2', '3', '4', '5')
  })

  test('takes back a member that leaves and returns before its removal is committed', () => {
    for (const userId of ['1', '2', '3']) channel.join(userId)
    channel.settle()
    channel.leave('2')
    channel.join('2')
    channel.settle()
    expectOneGroup('1', '2', '3')
  })

  test('begins anew when one member is left', () => {
    channel.join('1')
    channel.join('2')
    channel.settle()
    channel.leave('2')
    expect(channel.members.get('1')!.told.slice(-3)).toEqual([
      VoiceOpcodes.DavePrepareEpoch,
      VoiceOpcodes.DaveMlsExternalSender,
      VoiceOpcodes.DavePrepareTransition,
    ])
    expect(channel.group.epoch).toBe(0n)
    channel.settle()
    channel.join('3')
    channel.settle()
    expectOneGroup('1', '3')
  })

  test.each([
    ['a commit', VoiceOpcodes.DaveMlsAnnounceCommitTransition],
    ['a welcome', VoiceOpcodes.DaveMlsWelcome],
  ])('takes back a member for whom %s was damaged', (_what, damaged) => {
    channel.join('1')
    channel.join('2')
    channel.settle()
    let left = 1
    channel.tamper = (_userId, opcode, payload) => {
      if (opcode !== damaged || left === 0) return payload
      left--
      return payload.fill(0xff, payload.length - 8)
    }
    channel.join('3')
    channel.settle()
    expect(left).toBe(0)
    expectOneGroup('1', '2', '3')
  })

  test('starts over when nobody could follow it', () => {
    channel.join('1')
    channel.join('2')
    let left = 2
    channel.tamper = (_userId, opcode, payload) => {
      const announces =
        opcode === VoiceOpcodes.DaveMlsAnnounceCommitTransition || opcode === VoiceOpcodes.DaveMlsWelcome
      return announces && left-- > 0 ? payload.fill(0xff, payload.length - 8) : payload
    }
    channel.settle()
    expectOneGroup('1', '2')
  })

  test('executes a transition when all are ready, once', () => {
    const one = channel.join('1')
    channel.join('2')
    channel.settle()
    expect(one.told.filter((opcode) => opcode === VoiceOpcodes.DaveExecuteTransition)).toHaveLength(1)
  })

  test('does not wait longer than two seconds for a silent member', () => {
    const one = channel.join('1')
    const two = channel.join('2')
    while (channel.group.epoch === 0n) [one, two].find(({ says }) => says.length > 0)!.says.shift()!(channel.group)
    vi.advanceTimersByTime(1999)
    expect(one.told).not.toContain(VoiceOpcodes.DaveExecuteTransition)
    vi.advanceTimersByTime(1)
    expect(one.told.at(-1)).toBe(VoiceOpcodes.DaveExecuteTransition)
  })

  test('lets the first commit of an epoch win and ignores the second', () => {
    const one = channel.join('1')
    const two = channel.join('2')
    // Each has now been told of the other and holds a commit that adds it.
    one.says.shift()!(channel.group)
    two.says.shift()!(channel.group)
    expect([one.says, two.says].map(({ length }) => length)).toEqual([1, 1])
    two.says.shift()!(channel.group)
    one.says.shift()!(channel.group)
    channel.settle()
    expect(channel.group.epoch).toBe(1n)
    expect(two.session.ownLeafIndex).toBe(0)
    expectOneGroup('1', '2')
  })

  test('ignores that somebody is ready for a transition that never was', () => {
    channel.join('1')
    channel.group.transitionReady('1', 9)
    channel.group.transitionReady('nobody', 1)
    expect(channel.members.get('1')!.told).toEqual([VoiceOpcodes.DaveMlsExternalSender])
  })
})
