import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FrameClock } from '../../src/call/frame-clock.ts'
import { type Played, Player } from '../../src/call/player.ts'
import { PacketFeed } from '../support/packet-feed.ts'
import { RecordingLink } from '../support/recording-link.ts'
import { pass, TURNED, turnedClock } from '../support/turned-clock.ts'

const LEAD_IN = '.....'
const TRAIL = '.....'

let link: RecordingLink
let frames: FrameClock
let player: Player

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...TURNED] })
  link = new RecordingLink()
  frames = new FrameClock(turnedClock)
  player = new Player(link, frames, turnedClock)
})
afterEach(() => {
  vi.useRealTimers()
})

/** One packet per letter. */
function push(packets: PacketFeed, letters: string): void {
  for (const letter of letters) packets.push(Buffer.from(letter))
}

function whole(letters: string): PacketFeed {
  const packets = new PacketFeed()
  push(packets, letters)
  packets.end()
  return packets
}

/** Everything is over, and nothing ticks. */
function expectRest(): void {
  expect(frames.size).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
}

describe('Player', () => {
  it('opens with silence while nothing is there, then waits off the clock', async () => {
    const packets = new PacketFeed()
    void player.play(packets)
    await pass(1_000)
    expect(link.line).toBe(LEAD_IN)
    expectRest()

    push(packets, 'a')
    // The listeners' buffers ran dry meanwhile: silence takes the fade that they begin with.
    expect(link.line).toBe(`${LEAD_IN}.a`)
    expect(link.sent.at(-1)!.at).toBe(link.sent.at(-2)!.at)
  })

  it('sends the first packet the moment it comes, in the midst of the opening silence too', async () => {
    const packets = new PacketFeed()
    void player.play(packets)
    await pass(47)
    push(packets, 'abc')
    expect(link.sent.at(-1)).toMatchObject({ at: performance.now(), packet: Buffer.from('a') })
    packets.end()
    await pass(300)
    expect(link.line).toBe(`...abc${TRAIL}`)
  })

  it('sends a frame every 20 ms and closes with silence', async () => {
    let played: Played | undefined
    const letters = 'the quick brown fox'.replaceAll(' ', '')
    void player.play(whole(letters)).then((result) => {
      played = result
    })
    await pass(1_000)
    expect(link.line).toBe(`.${letters}${TRAIL}`)
    const times = link.sent.slice(1).map(({ at }) => at)
    expect(new Set(times.slice(1).map((at, index) => at - times[index]!))).toEqual(new Set([20]))
    expect(played).toEqual({ frames: letters.length, bridged: 0, firstAt: times[0] })
    expectRest()
  })

  it('ends a frame after its last silence, so that the next utterance keeps the rhythm', async () => {
    const ended: number[] = []
    void player.play(whole('ab')).then(() => {
      ended.push(performance.now())
      void player.play(whole('cd'))
    })
    await pass(400)
    expect(link.line).toBe(`.ab${TRAIL}cd${TRAIL}`)
    const c = link.sent.find(({ packet }) => packet.toString() === 'c')!
    const before = link.sent[link.sent.indexOf(c) - 1]!
    expect(c.at - before.at).toBe(20)
    expect(ended).toEqual([c.at])
  })

  it('opens again with silence after a longer pause', async () => {
    void player.play(whole('a'))
    await pass(1_000)
    link.sent.length = 0
    const packets = new PacketFeed()
    void player.play(packets)
    await pass(300)
    expect(link.line).toBe(LEAD_IN)
  })

  it.each([60, 200, 399, 401, 5_000])(
    'sends silence right before speech that comes %i ms after the last',
    async (gap) => {
      void player.play(whole('a'))
      await pass(300)
      const packets = new PacketFeed()
      await pass(gap)
      link.sent.length = 0
      void player.play(packets)
      push(packets, 'b')
      packets.end()
      await pass(300)
      expect(link.line).toBe(`.b${TRAIL}`)
      expect(link.sent[1]!.at).toBe(link.sent[0]!.at)
    },
  )

  it('bridges a stall with silence until five frames are there, and loses nothing', async () => {
    const packets = new PacketFeed()
    const playing = player.play(packets)
    push(packets, 'ab')
    await pass(100)
    push(packets, 'cdef')
    await pass(100)
    expect(link.line).toMatch(/^\.ab\.+$/)
    push(packets, 'gh')
    packets.end()
    await pass(400)
    expect(link.line).toMatch(/^\.ab\.+cdefgh\.{5}$/)
    const { frames: spoken, bridged } = await playing
    expect(spoken).toBe(8)
    expect(link.line).toBe(`.ab${'.'.repeat(bridged)}cdefgh${TRAIL}`)
  })

  it('plays what is left after a stall although it is less than five frames', async () => {
    const packets = new PacketFeed()
    void player.play(packets)
    push(packets, 'a')
    await pass(60)
    push(packets, 'b')
    packets.end()
    await pass(300)
    expect(link.line).toMatch(/^\.a\.+b\.{5}$/)
  })

  it('keeps every frame that a link cannot send, wherever it fails', async () => {
    const letters = 'abcdefgh'
    for (let brokenAt = 0; brokenAt < 280; brokenAt += 20) {
      let played: Played | undefined
      link.sent.length = 0
      void player.play(whole(letters)).then((result) => {
        played = result
      })
      await pass(brokenAt)
      link.open = false
      await pass(500)
      link.open = true
      await pass(500)
      expect(link.line.replaceAll('.', ''), `broken after ${brokenAt} ms`).toBe(letters)
      expect(link.line).toMatch(/[a-h]\.{5}$/)
      expect(played?.frames).toBe(8)
      await pass(1_000)
    }
    expectRest()
  })

  it('is silent within one frame when its packets are dropped, and closes properly', async () => {
    const packets = whole('a'.repeat(500))
    let ended = false
    void player.play(packets).then(() => {
      ended = true
    })
    await pass(200)
    const sent = link.speech.length
    packets.clear()
    await pass(20)
    expect(link.speech).toHaveLength(sent)
    expect(link.line.endsWith('a.')).toBe(true)
    await pass(100)
    expect(link.line.endsWith(`a${TRAIL}`)).toBe(true)
    expect(ended).toBe(true)
    expectRest()
  })

  it('goes on after a pause where it was', async () => {
    void player.play(whole('abcdef'))
    await pass(45)
    player.pause()
    const line = link.line
    await pass(5_000)
    expect(link.line).toBe(line)
    expectRest()
    player.resume()
    await pass(500)
    // Silence takes the fade with which listeners begin again.
    expect(link.line).toBe(`.abc.def${TRAIL}`)
  })

  it('sends nothing while it is paused, whatever comes, and all of it afterwards', async () => {
    player.pause()
    const packets = new PacketFeed()
    void player.play(packets)
    await pass(100)
    push(packets, 'abc')
    packets.end()
    await pass(1_000)
    expect(link.sent).toHaveLength(0)
    expectRest()
    player.resume()
    player.resume()
    await pass(500)
    expect(link.line).toBe(`.abc${TRAIL}`)
  })

  it('plays one utterance at a time', async () => {
    void player.play(whole('a'))
    expect(() => player.play(whole('b'))).toThrow('busy')
  })

  it('frees the clock when it is closed, in whatever it was doing, and settles', async () => {
    for (const wait of [0, 40, 120, 300, 2_000]) {
      const closing = new Player(new RecordingLink(), frames, turnedClock)
      const packets = new PacketFeed()
      const playing = closing.play(packets)
      await pass(wait / 2)
      push(packets, 'abc')
      await pass(wait / 2)
      closing.close()
      await expect(playing).resolves.toMatchObject({ bridged: expect.any(Number) })
      push(packets, 'def')
      packets.end()
      expectRest()
    }
  })
})
