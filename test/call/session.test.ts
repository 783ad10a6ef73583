import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { encoderSettings, OpusEncoder } from '../../src/audio/opus.ts'
import { FrameClock } from '../../src/call/frame-clock.ts'
import { type SessionState, VoiceSession } from '../../src/call/session.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import { PromptedEngine, utteranceOf } from '../support/prompted-engine.ts'
import { RecordingLink } from '../support/recording-link.ts'
import { pass, settled, TURNED, turnedClock } from '../support/turned-clock.ts'

/** A link whose attempts the test settles. */
class ScriptedLink extends RecordingLink {
  readonly attempts: {
    readonly at: number
    readonly channelId: string
    readonly settle: PromiseWithResolvers<void>
  }[] = []

  override connect(channelId: string, signal: AbortSignal): Promise<void> {
    const settle = Promise.withResolvers<void>()
    if (signal.aborted) settle.reject(signal.reason)
    signal.addEventListener('abort', () => settle.reject(signal.reason))
    this.attempts.push({ at: performance.now(), channelId, settle })
    return settle.promise
  }

  /** The last attempt succeeds. */
  async succeed(): Promise<void> {
    this.attempts.at(-1)!.settle.resolve()
    await settled()
  }

  async fail(error: unknown): Promise<void> {
    this.attempts.at(-1)!.settle.reject(error)
    await settled()
  }
}

const later = () => new LectorError('voice.join-failed', { channel: 'lounge' }, 'no answer', { retryable: true })
const never = () => new LectorError('voice.channel-full', { channel: 'lounge', limit: 2 }, 'full')

let link: ScriptedLink
let engine: PromptedEngine
let session: VoiceSession
let states: SessionState[]
let troubles: unknown[]
const frames = new FrameClock(turnedClock)

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...TURNED] })
  link = new ScriptedLink()
  engine = new PromptedEngine((request) => request.audio(20).end())
  states = []
  troubles = []
  session = new VoiceSession({
    guildId: 'guild',
    output: { open: () => link },
    engine,
    frames,
    clock: turnedClock,
    random: () => 0,
    queueLimit: 10,
    bitrate: () => 64_000,
    onState: (state) => states.push(state),
    onSpoken: () => undefined,
    onTrouble: (trouble) => troubles.push(trouble),
  })
})
afterEach(() => {
  session.leave()
  expect([frames.size, vi.getTimerCount()]).toEqual([0, 0])
  vi.useRealTimers()
})

const statuses = () => states.map(({ status }) => status)
const channels = () => link.attempts.map(({ channelId }) => channelId)

async function connected(channelId = 'lounge'): Promise<void> {
  const joined = session.join(channelId)
  await link.succeed()
  await joined
  // A connection that is lost before is one that has not held.
  await pass(3_000)
  states.length = 0
  link.attempts.length = 0
}

/** What a promise rejected with, or `resolved`, or `waiting`. */
function watch(promise: Promise<unknown>): { value: unknown } {
  const seen: { value: unknown } = { value: 'waiting' }
  promise.then(
    () => {
      seen.value = 'resolved'
    },
    (error: unknown) => {
      seen.value = error
    },
  )
  return seen
}

describe('joining', () => {
  it('is in the channel when the link is', async () => {
    const joined = watch(session.join('lounge'))
    await pass(1_000)
    expect(joined.value).toBe('waiting')
    await link.succeed()
    expect(joined.value).toBe('resolved')
    expect(statuses()).toEqual(['joining', 'idle'])
    expect(session.channelId).toBe('lounge')
  })

  it('is asked twice and done once', async () => {
    const joins = [session.join('lounge'), session.join('lounge')].map(watch)
    await link.succeed()
    expect(joins.map(({ value }) => value)).toEqual(['resolved', 'resolved'])
    await session.join('lounge')
    expect(channels()).toEqual(['lounge'])
  })

  it('elsewhere gives up the first channel, and tells who asked for it', async () => {
    const first = watch(session.join('lounge'))
    const second = watch(session.join('workshop'))
    await settled()
    expect(first.value).toMatchObject({ code: 'voice.join-failed', params: { channel: '<#lounge>' } })
    await link.succeed()
    expect(second.value).toBe('resolved')
    expect(statuses()).toEqual(['joining', 'joining', 'idle'])
    expect(session.channelId).toBe('workshop')
    expect(link.closed).toBeUndefined()
  })

  it('another channel moves there', async () => {
    await connected()
    const moved = watch(session.join('workshop'))
    expect(session.state.status).toBe('joining')
    await link.succeed()
    expect(moved.value).toBe('resolved')
    expect(session.state).toMatchObject({ status: 'idle', channelId: 'workshop' })
  })

  it('tries five times with growing pauses, then leaves and says why', async () => {
    const joined = watch(session.join('lounge'))
    const failure = later()
    await settled()
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(link.attempts).toHaveLength(attempt)
      await link.fail(failure)
      await pass(2_000)
    }
    const times = link.attempts.map(({ at }) => at)
    expect(times.slice(1).map((at, index) => Math.round((at - times[index]!) / 2_000))).toEqual([0, 1, 1, 1])
    expect(joined.value).toBe(failure)
    expect(session.state).toEqual({ status: 'left', reason: { kind: 'failed', error: failure } })
    expect(link.closed).toEqual({ tellDiscord: true })
  })

  it('waits longer before each attempt', async () => {
    watch(session.join('lounge'))
    for (const wait of [125, 250, 500, 1_000]) {
      const before = link.attempts.length
      await link.fail(later())
      await pass(wait - 1)
      expect(link.attempts).toHaveLength(before)
      await pass(1)
      expect(link.attempts).toHaveLength(before + 1)
    }
  })

  it('does not try again what cannot succeed', async () => {
    const joined = watch(session.join('lounge'))
    const failure = never()
    await link.fail(failure)
    await pass(20_000)
    expect(joined.value).toBe(failure)
    expect(channels()).toEqual(['lounge'])
    expect(session.state).toMatchObject({ status: 'left', reason: { kind: 'failed', error: failure } })
  })

  it('ends when somebody asks to leave meanwhile, also between two attempts', async () => {
    const joined = watch(session.join('lounge'))
    await link.fail(later())
    session.leave()
    await pass(20_000)
    expect(joined.value).toMatchObject({ code: 'voice.join-failed' })
    expect(channels()).toEqual(['lounge'])
    expect(session.state).toEqual({ status: 'left', reason: { kind: 'asked' } })
    expect(link.closed).toEqual({ tellDiscord: true })
  })

  it('follows when the bot is put elsewhere on the way', async () => {
    const joined = watch(session.join('lounge'))
    session.onMoved('workshop')
    await link.succeed()
    expect(joined.value).toBe('resolved')
    expect(session.state).toMatchObject({ status: 'idle', channelId: 'workshop' })
  })

  it('is over when it fails after the bot was put elsewhere on the way', async () => {
    watch(session.join('lounge'))
    session.onMoved('workshop')
    await link.fail(never())
    expect(session.state.status).toBe('left')
  })
})

describe('a connection that is lost', () => {
  it('is replaced after a close code that allows it', async () => {
    await connected()
    session.onLost({ kind: 'closed', code: 4009 })
    expect(session.state.status).toBe('recovering')
    await link.fail(later())
    await pass(125)
    await link.succeed()
    expect(session.state).toEqual({ status: 'idle', channelId: 'lounge' })
    expect(channels()).toEqual(['lounge', 'lounge'])
  })

  it('is over after a close code that repeats for ever', async () => {
    await connected()
    session.onLost({ kind: 'closed', code: 4017 })
    await pass(20_000)
    expect(session.state).toEqual({ status: 'left', reason: { kind: 'lost', loss: { kind: 'closed', code: 4017 } } })
    expect(channels()).toEqual([])
    expect(link.closed).toEqual({ tellDiscord: true })
  })

  it('is over when the bot was sent away while it came back, without telling Discord what it knows', async () => {
    await connected()
    session.onLost({ kind: 'broken' })
    await link.fail(later())
    session.onLost({ kind: 'removed' })
    await pass(20_000)
    expect(session.state).toMatchObject({ status: 'left', reason: { kind: 'lost' } })
    expect(channels()).toEqual(['lounge'])
    expect(link.closed).toEqual({ tellDiscord: false })
  })

  it('is retried for two minutes while the queue waits, and then is over', async () => {
    await connected()
    const ticket = watch(session.say('1', utteranceOf('a')).outcome)
    session.onLost({ kind: 'broken' })
    const lostAt = performance.now()
    while (session.state.status !== 'left' && performance.now() - lostAt < 200_000) {
      expect(ticket.value).toBe('waiting')
      await link.fail(later())
      await pass(10_000)
    }
    const outage = performance.now() - lostAt
    expect([outage >= 120_000, outage <= 140_000]).toEqual([true, true])
    expect(session.state).toMatchObject({ status: 'left', reason: { kind: 'failed' } })
    expect(link.attempts.length).toBeGreaterThan(10)
  })

  it('loses nothing of the queue when the voice server is back after a minute and a half', async () => {
    await connected()
    const tickets = ['1', '2', '3'].map((id) => session.say(id, utteranceOf(id)))
    await pass(100)
    link.open = false
    session.onLost({ kind: 'closed', code: 4006 })
    for (let outage = 0; outage < 90_000; outage += 10_000) {
      await link.fail(later())
      await pass(10_000)
    }
    link.open = true
    await link.succeed()
    await pass(3_000)
    const outcomes = await Promise.all(tickets.map(({ outcome }) => outcome))
    expect(outcomes.map(({ kind }) => kind)).toEqual(['spoken', 'spoken', 'spoken'])
    expect(link.speech).toHaveLength(60)
  })

  it('reports why an attempt failed, once it has failed', async () => {
    await connected()
    session.onLost({ kind: 'broken' })
    expect(session.state).not.toHaveProperty('trouble')
    const trouble = later()
    await link.fail(trouble)
    expect(session.state).toMatchObject({ status: 'recovering', trouble })
    expect(troubles).toEqual([undefined, trouble])
    await pass(125)
    await link.succeed()
    expect(troubles.at(-1)).toBeUndefined()
  })

  it('is over when five connections in a row are lost at once', async () => {
    await connected()
    for (let lost = 0; lost < 6; lost++) {
      session.onLost({ kind: 'closed', code: 4006 })
      await pass(2_000)
      await link.succeed()
    }
    expect(session.state).toMatchObject({ status: 'left', reason: { kind: 'failed' } })
    expect(channels()).toHaveLength(5)
  })

  it('is told once, however often it is reported', async () => {
    await connected()
    session.onLost({ kind: 'broken' })
    session.onLost({ kind: 'broken' })
    session.onInterrupted()
    expect(statuses()).toEqual(['recovering'])
    await link.succeed()
    expect(statuses()).toEqual(['recovering', 'idle'])
  })

  it('does not rejoin after the bot has left', async () => {
    await connected()
    session.leave()
    session.onLost({ kind: 'broken' })
    session.onInterrupted()
    session.onRestored()
    session.onMoved('workshop')
    session.onHold('muted')
    await pass(20_000)
    expect(statuses()).toEqual(['left'])
    expect(channels()).toEqual([])
  })
})

describe('a connection that is interrupted', () => {
  it('goes on when it is restored', async () => {
    await connected()
    session.onInterrupted()
    session.onInterrupted()
    await pass(1_400)
    session.onRestored()
    await pass(20_000)
    expect(statuses()).toEqual(['recovering', 'idle'])
    expect(channels()).toEqual([])
  })

  it('is replaced when it is not restored in a second and a half', async () => {
    await connected()
    session.onInterrupted()
    await pass(1_480)
    expect(session.state).toMatchObject({ status: 'recovering', by: 'link' })
    await pass(20)
    expect(session.state).toMatchObject({ status: 'recovering', by: 'us' })
    await link.succeed()
    expect(session.state.status).toBe('idle')
  })

  it('is replaced at once when it is lost', async () => {
    await connected()
    session.onInterrupted()
    session.onLost({ kind: 'closed', code: 4006 })
    expect(session.state.status).toBe('recovering')
    await link.succeed()
    await pass(20_000)
    expect(statuses()).toEqual(['recovering', 'recovering', 'idle'])
  })
})

describe('a channel that the bot may not enter', () => {
  it('is refused while the bot stays where it is, and goes on speaking', async () => {
    await connected()
    const ticket = session.say('1', utteranceOf('a'))
    await pass(100)
    const failure = never()
    vi.spyOn(link, 'check').mockImplementation(() => {
      throw failure
    })
    await expect(session.join('workshop')).rejects.toBe(failure)
    expect(session.state).toEqual({ status: 'speaking', channelId: 'lounge' })
    await pass(1_000)
    expect(await ticket.outcome).toMatchObject({ kind: 'spoken' })
    expect(channels()).toEqual([])
  })
})

describe('draining', () => {
  it('drain speaks the whole queue, takes nothing new, and leaves', async () => {
    await connected()
    const tickets = ['1', '2'].map((id) => session.say(id, utteranceOf(id)))
    await pass(100)
    const drained = watch(session.drain(new AbortController().signal))
    expect(() => session.say('3', utteranceOf('3'))).toThrow(expect.objectContaining({ code: 'app.stopping' }))
    await pass(2_000)
    expect(drained.value).toBe('resolved')
    expect(await Promise.all(tickets.map(({ outcome }) => outcome))).toMatchObject([
      { kind: 'spoken' },
      { kind: 'spoken' },
    ])
    expect(session.state).toEqual({ status: 'left', reason: { kind: 'stopping' } })
  })

  it('waits for a connection that is being restored', async () => {
    await connected()
    const ticket = session.say('1', utteranceOf('a'))
    await pass(100)
    link.open = false
    session.onInterrupted()
    const drained = watch(session.drain(new AbortController().signal))
    await pass(300)
    expect(drained.value).toBe('waiting')
    link.open = true
    session.onRestored()
    await pass(1_000)
    expect(await ticket.outcome).toMatchObject({ kind: 'spoken' })
    expect(drained.value).toBe('resolved')
  })

  it('does not wait for somebody to unmute the bot', async () => {
    await connected()
    session.say('1', utteranceOf('a'))
    await pass(100)
    session.onHold('muted')
    const drained = watch(session.drain(new AbortController().signal))
    await settled()
    expect(drained.value).toBe('resolved')
  })
})

describe('encoding', () => {
  it.each([
    ['is crisp while the event loop has time', 0.3, 1],
    ['is hurried when the event loop is busy', 0.6, 0],
  ])('%s', async (_, load, complexity) => {
    const opened = vi.spyOn(OpusEncoder, 'open')
    vi.spyOn(frames, 'load', 'get').mockReturnValue(load)
    await connected()
    session.say('1', utteranceOf('a'))
    await settled()
    expect(opened.mock.calls.map(([options]) => encoderSettings(options ?? {}).complexity)).toEqual([complexity])
    vi.restoreAllMocks()
  })
})

describe('speech', () => {
  it('waits for the channel, without a request', async () => {
    const joined = session.join('lounge')
    const ticket = session.say('1', utteranceOf('a'))
    await pass(1_000)
    expect([engine.texts, link.sent.length, session.queued]).toEqual([[], 0, 1])
    await link.succeed()
    await joined
    await pass(1_000)
    expect(await ticket.outcome).toMatchObject({ kind: 'spoken' })
    expect(link.speech).toHaveLength(20)
  })

  it('is refused where the bot is in no channel', () => {
    expect(() => session.say('1', utteranceOf('a'))).toThrow(expect.objectContaining({ code: 'voice.not-connected' }))
  })

  it('loses nothing through an interruption and a new connection', async () => {
    await connected()
    const ticket = session.say('1', utteranceOf('a'))
    await pass(200)
    link.open = false
    session.onInterrupted()
    await pass(6_000)
    link.open = true
    await link.succeed()
    await pass(1_000)
    expect(await ticket.outcome).toMatchObject({ kind: 'spoken' })
    expect(link.speech).toHaveLength(20)
  })

  it.each(['muted', 'suppressed'] as const)('waits while the bot is %s, without a request', async (hold) => {
    await connected()
    session.onHold(hold)
    expect(session.state).toEqual({ status: 'waiting', for: hold, channelId: 'lounge' })
    session.say('1', utteranceOf('a'))
    await pass(5_000)
    expect([engine.texts, link.sent.length]).toEqual([[], 0])
    session.onHold(undefined)
    expect(session.state).toEqual({ status: 'speaking', channelId: 'lounge' })
    await pass(1_000)
    expect(link.speech).toHaveLength(20)
  })

  it('says so when the reason it is held for changes', async () => {
    await connected()
    session.onHold('muted')
    session.onHold('suppressed')
    expect(session.state).toMatchObject({ status: 'waiting', for: 'suppressed' })
  })

  it('stays held through an interruption', async () => {
    await connected()
    session.onHold('muted')
    session.onInterrupted()
    session.onRestored()
    expect(statuses()).toEqual(['waiting', 'recovering', 'waiting'])
  })

  it('is held from the start where the bot arrives muted', async () => {
    const joined = session.join('lounge')
    session.onHold('muted')
    await link.succeed()
    await joined
    expect(statuses()).toEqual(['joining', 'waiting'])
  })

  it('goes on in the channel the bot was moved to', async () => {
    await connected()
    const ticket = session.say('1', utteranceOf('a'))
    await pass(200)
    session.onMoved('workshop')
    expect(session.state).toEqual({ status: 'speaking', channelId: 'workshop' })
    await pass(1_000)
    expect(await ticket.outcome).toMatchObject({ kind: 'spoken' })
    expect(channels()).toEqual([])
  })

  it('is dropped when the bot leaves', async () => {
    await connected()
    const tickets = ['1', '2'].map((id) => session.say(id, utteranceOf(id)))
    await pass(200)
    session.leave()
    session.leave()
    const sent = link.sent.length
    await pass(1_000)
    expect(await Promise.all(tickets.map(({ outcome }) => outcome))).toEqual([{ kind: 'dropped' }, { kind: 'dropped' }])
    expect(link.sent).toHaveLength(sent)
    expect(statuses()).toEqual(['speaking', 'left'])
  })
})
