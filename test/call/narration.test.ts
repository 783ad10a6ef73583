import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FrameClock } from '../../src/call/frame-clock.ts'
import { Narration, type Ticket } from '../../src/call/narration.ts'
import type { SpokenReport } from '../../src/call/outcome.ts'
import { Player } from '../../src/call/player.ts'
import { LectorError } from '../../src/kernel/errors.ts'
import { PromptedEngine, type Request, utteranceOf } from '../support/prompted-engine.ts'
import { RecordingLink } from '../support/recording-link.ts'
import { pass, settled, TURNED, turnedClock } from '../support/turned-clock.ts'

const QUEUE_LIMIT = 4

let link: RecordingLink
let frames: FrameClock
let reports: SpokenReport[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...TURNED] })
  link = new RecordingLink()
  frames = new FrameClock(turnedClock)
  reports = []
})
afterEach(() => {
  vi.useRealTimers()
})

function narrate(engine: PromptedEngine): { narration: Narration; say: (text: string) => Ticket } {
  const narration = new Narration({
    engine,
    player: new Player(link, frames, turnedClock),
    clock: turnedClock,
    queueLimit: QUEUE_LIMIT,
    encoding: () => ({}),
    onSpoken: (report) => reports.push(report),
    onActivity: () => undefined,
  })
  return { narration, say: (text) => narration.say(text, utteranceOf(text)) }
}

/** Answers at once, with so many frames. */
const quick = (frameCount: number) => new PromptedEngine((request) => request.audio(frameCount).end())

/** The outcome's kind, or `waiting`. */
async function kindOf(ticket: Ticket): Promise<string> {
  let known = 'waiting'
  void ticket.outcome.then(({ kind }) => {
    known = kind
  })
  await settled()
  return known
}

describe('Narration', () => {
  it('speaks in order, one at a time, all of it', async () => {
    const engine = quick(10)
    const { narration, say } = narrate(engine)
    const tickets = ['a', 'b', 'c'].map(say)
    expect(tickets.map(({ id, ahead }) => [id, ahead])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ])
    expect(narration.size).toBe(3)
    await pass(1_500)
    expect(engine.texts).toEqual(['a', 'b', 'c'])
    expect(await Promise.all(tickets.map(kindOf))).toEqual(['spoken', 'spoken', 'spoken'])
    expect(link.line).toMatch(/^\.+#{10}\.{5}#{10}\.{5}#{10}\.{5}$/)
    expect(reports.map(({ id, played }) => [id, played.frames])).toEqual([
      ['a', 10],
      ['b', 10],
      ['c', 10],
    ])
    expect([narration.size, frames.size]).toEqual([0, 0])
  })

  it('asks for the next when the current one sounds, never more than one ahead', async () => {
    const engine = new PromptedEngine()
    const { say } = narrate(engine)
    for (const text of ['a', 'b', 'c', 'd']) say(text)
    await pass(200)
    expect(engine.texts).toEqual(['a'])

    engine.request('a').scrap(400)
    await pass(100)
    expect(engine.texts, 'no packet yet').toEqual(['a'])

    engine.request('a').audio(10)
    await pass(20)
    expect(engine.texts).toEqual(['a', 'b'])
    engine.request('b').audio(10).end()
    await pass(100)
    expect(engine.texts).toEqual(['a', 'b'])

    engine.request('a').end()
    await pass(400)
    expect(engine.texts, 'b was made ahead and sounds now').toEqual(['a', 'b', 'c'])
    engine.request('c').audio(10).end()
    await pass(400)
    expect(engine.texts).toEqual(['a', 'b', 'c', 'd'])
  })

  it('asks ahead for what is said while something sounds', async () => {
    const engine = quick(50)
    const { say } = narrate(engine)
    say('a')
    await pass(100)
    say('b')
    await settled()
    expect(engine.texts).toEqual(['a', 'b'])
  })

  it('takes no more than its queue holds, until there is room', async () => {
    const { narration, say } = narrate(quick(10))
    say('now')
    for (let index = 0; index < QUEUE_LIMIT; index++) say(`${index}`)
    expect(() => say('too many')).toThrow(LectorError)
    expect(() => say('too many')).toThrow(expect.objectContaining({ code: 'voice.queue-full', params: { limit: 4 } }))
    expect(narration.size).toBe(QUEUE_LIMIT + 1)
    await pass(400)
    expect(() => say('again')).not.toThrow()
  })

  it('skips the current one within a frame, ends its request, and goes on with the next', async () => {
    const engine = new PromptedEngine((request) => request.audio(100))
    const { narration, say } = narrate(engine)
    const [a, b] = [say('a'), say('b')]
    await pass(200)
    const before = link.speech.length
    expect(narration.skip()).toBe(true)
    await pass(20)
    expect(link.speech).toHaveLength(before)
    expect(engine.request('a').over).toBe(true)
    engine.request('b').end()
    await pass(3_000)
    expect([await kindOf(a), await kindOf(b)]).toEqual(['dropped', 'spoken'])
    expect(link.speech).toHaveLength(before + 100)
    expect(narration.skip()).toBe(false)
  })

  it('tells dropped from spoken although the provider was long done', async () => {
    const { narration, say } = narrate(quick(100))
    const ticket = say('a')
    await pass(200)
    narration.skip()
    await pass(200)
    expect(await kindOf(ticket)).toBe('dropped')
    expect(reports[0]).toMatchObject({ outcome: { kind: 'dropped' } })
  })

  it('skips what has no sound yet', async () => {
    const engine = new PromptedEngine()
    const { narration, say } = narrate(engine)
    const ticket = say('a')
    await pass(30)
    expect(narration.skip()).toBe(true)
    await pass(200)
    expect(await kindOf(ticket)).toBe('dropped')
    expect(engine.request('a').over).toBe(true)
    expect(link.speech).toHaveLength(0)
    expect(reports[0]).toMatchObject({ synthesis: undefined, sending: undefined })
  })

  it('stops everything, and what was being made ahead too', async () => {
    const engine = new PromptedEngine((request) => request.audio(100))
    const { narration, say } = narrate(engine)
    const tickets = ['a', 'b', 'c'].map(say)
    await pass(200)
    expect(narration.stop()).toBe(3)
    await pass(300)
    expect(await Promise.all(tickets.map(kindOf))).toEqual(['dropped', 'dropped', 'dropped'])
    expect(engine.requests.map(({ over }) => over)).toEqual([true, true])
    expect([narration.stop(), narration.size, frames.size]).toEqual([0, 0, 0])

    engine.requests.length = 0
    const later = say('d')
    await pass(100)
    engine.request('d').end()
    await pass(3_000)
    expect(await kindOf(later)).toBe('spoken')
  })

  it('makes no request while it is held, and speaks when it is released', async () => {
    const engine = quick(5)
    const { narration, say } = narrate(engine)
    narration.hold()
    const ticket = say('a')
    await pass(1_000)
    expect(engine.texts).toEqual([])
    expect(link.sent).toHaveLength(0)

    narration.release()
    narration.hold()
    await pass(1_000)
    expect(engine.texts, 'held again at once').toEqual([])

    narration.release()
    await pass(500)
    expect(await kindOf(ticket)).toBe('spoken')
  })

  it('goes on where it was held, and asks for nothing ahead meanwhile', async () => {
    const engine = quick(20)
    const { narration, say } = narrate(engine)
    const ticket = say('a')
    await pass(100)
    narration.hold()
    say('b')
    await pass(2_000)
    expect(engine.texts).toEqual(['a'])
    narration.release()
    await settled()
    expect(engine.texts).toEqual(['a', 'b'])
    await pass(2_000)
    expect(await kindOf(ticket)).toBe('spoken')
    expect(link.speech).toHaveLength(40)
  })

  it('plays what came before a failure, its last half frame too', async () => {
    const { say } = narrate(new PromptedEngine((request) => request.audio(7).scrap(300).fail()))
    const ticket = say('a')
    await pass(500)
    expect(await kindOf(ticket)).toBe('failed')
    expect(link.speech).toHaveLength(8)
  })

  it('tells of a failure before any sound, and speaks the next', async () => {
    const failure = new LectorError('speech.auth', { engine: 'local' }, 'scripted')
    const script = (request: Request) =>
      request.utterance.text === 'a' ? request.fail(failure) : request.audio(5).end()
    const { say } = narrate(new PromptedEngine(script))
    const [a, b] = [say('a'), say('b')]
    await pass(800)
    expect(await a.outcome).toEqual({ kind: 'failed', error: failure })
    expect(await kindOf(b)).toBe('spoken')
    expect(link.speech).toHaveLength(5)
  })

  it('takes a stream without a receipt for cut off', async () => {
    const engine = new PromptedEngine()
    engine.speak = async function* () {
      yield { kind: 'audio', pcm: Buffer.alloc(960) }
    }
    const ticket = narrate(engine).say('a')
    await pass(500)
    expect(await ticket.outcome).toMatchObject({ kind: 'failed', error: { code: 'speech.cut' } })
  })

  it('gives notices with the first sound, or with the end when there is none', async () => {
    const notice = { code: 'style-ignored', engine: 'local', model: 'script' } as const
    const engine = new PromptedEngine()
    const { say } = narrate(engine)
    const [a, b] = [say('a'), say('b')]
    let told: unknown
    void a.notices.then((notices) => {
      told = notices
    })
    await pass(60)
    engine.request('a').notice(notice)
    await pass(60)
    expect(told).toBeUndefined()
    engine.request('a').audio(2)
    await pass(20)
    expect(told).toEqual([notice])

    engine.request('b').fail()
    engine.request('a').end()
    await pass(800)
    expect(await b.notices).toEqual([])
  })

  it('measures the waits of an utterance', async () => {
    const engine = new PromptedEngine()
    const { narration, say } = narrate(engine)
    narration.hold()
    say('a')
    await pass(100)
    narration.release()
    await pass(200)
    engine.request('a').audio(3).end()
    await pass(500)
    expect(reports[0]).toMatchObject({ waited: 100, synthesis: 200, sending: 0, played: { frames: 3, bridged: 0 } })
  })

  it('settles all that waits when it is closed, and leaves nothing ticking', async () => {
    const engine = new PromptedEngine((request) => request.audio(100))
    const { narration, say } = narrate(engine)
    const tickets = ['a', 'b', 'c'].map(say)
    await pass(100)
    narration.close()
    const sent = link.sent.length
    await pass(1_000)
    expect(await Promise.all(tickets.map(kindOf))).toEqual(['dropped', 'dropped', 'dropped'])
    expect(link.sent).toHaveLength(sent)
    expect([frames.size, vi.getTimerCount(), engine.requests.every(({ over }) => over)]).toEqual([0, 0, true])
  })

  it('settles what waits when it is closed while it is held', async () => {
    const engine = quick(10)
    const { narration, say } = narrate(engine)
    narration.hold()
    const tickets = ['a', 'b'].map(say)
    await pass(100)
    narration.close()
    expect(await Promise.all(tickets.map(kindOf))).toEqual(['dropped', 'dropped'])
    expect(engine.texts).toEqual([])
  })

  it('lets people take turns', async () => {
    const engine = quick(5)
    const { narration } = narrate(engine)
    const ahead = ['a1', 'a2', 'a3', 'b1'].map((text) => narration.say(text, utteranceOf(text), text[0]).ahead)
    expect(ahead).toEqual([0, 1, 2, 2])
    await pass(2_000)
    expect(engine.texts).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('takes back what waits, what was made ahead, and what is being spoken', async () => {
    const engine = new PromptedEngine((request) => request.audio(100))
    const { narration, say } = narrate(engine)
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(say)
    await pass(200)
    c!.drop()
    b!.drop()
    await settled()
    expect(engine.texts, 'the next one is made ahead now').toEqual(['a', 'b', 'd'])
    expect(engine.request('b').over).toBe(true)
    const before = link.speech.length
    a!.drop()
    await pass(20)
    expect(link.speech).toHaveLength(before)
    engine.request('d').end()
    await pass(3_000)
    expect(await Promise.all([a, b, c, d].map((ticket) => kindOf(ticket!)))).toEqual([
      'dropped',
      'dropped',
      'dropped',
      'spoken',
    ])
    d!.drop()
    expect(narration.size).toBe(0)
  })

  it('makes the text when its turn comes, and anew when it has changed before it sounds', async () => {
    const engine = new PromptedEngine((request) => request.audio(20))
    const { narration, say } = narrate(engine)
    let text = 'first'
    say('a')
    let previous: string | undefined
    const ticket = narration.say('late', (before) => {
      previous = before
      return utteranceOf(text)
    })
    text = 'second'
    await pass(100)
    expect(engine.texts).toEqual(['a', 'second'])
    expect(previous).toBe('a')
    text = 'third'
    ticket.remake()
    await settled()
    expect(engine.texts).toEqual(['a', 'second', 'third'])
    expect(engine.request('second').over).toBe(true)
    engine.request('a').end()
    engine.request('third').end()
    await pass(600)
    ticket.remake()
    await pass(600)
    expect(await kindOf(ticket)).toBe('spoken')
    expect(engine.texts).toHaveLength(3)
    expect(link.speech).toHaveLength(40)
  })

  it('passes over what has become silent, first or next', async () => {
    const engine = quick(5)
    const { narration, say } = narrate(engine)
    const silent = () => narration.say('silent', () => undefined)
    const tickets = [silent(), say('a'), silent(), silent(), say('b')]
    await pass(1_500)
    expect(engine.texts).toEqual(['a', 'b'])
    expect(await Promise.all(tickets.map(kindOf))).toEqual(['dropped', 'spoken', 'dropped', 'dropped', 'spoken'])
    expect([narration.size, frames.size]).toEqual([0, 0])
  })

  it('leaves nothing behind after 1,000 utterances, spoken, failed and skipped', async () => {
    const engine = new PromptedEngine((request) => {
      const number = Number(request.utterance.text)
      if (number % 3 === 1) request.audio(1).fail()
      else request.audio(3).end()
    })
    const { narration, say } = narrate(engine)
    const kinds = new Map<string, number>()
    for (let number = 0; number < 1_000; number++) {
      const ticket = say(`${number}`)
      await settled()
      if (number % 3 === 2) narration.skip()
      for (let turn = 0; turn < 12 && narration.size > 0; turn++) await pass(20)
      const kind = await kindOf(ticket)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
    expect(Object.fromEntries(kinds)).toEqual({ spoken: 334, failed: 333, dropped: 333 })
    expect(reports).toHaveLength(1_000)
    expect([narration.size, frames.size, vi.getTimerCount()]).toEqual([0, 0, 0])
  })

  it('cuts an utterance after a minute when somebody else waits, and says why', async () => {
    const { narration } = narrate(quick(3_500))
    const long = narration.say('long', utteranceOf('long'), 'tom')
    await pass(30_000)
    const short = narration.say('short', utteranceOf('short'), 'mia')
    await pass(29_500)
    expect(await kindOf(long)).toBe('waiting')
    await pass(2_000)
    expect(await long.outcome).toMatchObject({ kind: 'failed', error: { code: 'voice.turn-over' } })
    await pass(1_000)
    expect(await kindOf(short)).toBe('waiting')
    narration.close()
  })

  it('lets an utterance of more than a minute finish while nobody else waits', async () => {
    const { narration } = narrate(quick(3_500))
    const long = narration.say('long', utteranceOf('long'), 'tom')
    narration.say('own', utteranceOf('own'), 'tom')
    await pass(71_000)
    expect(await long.outcome).toMatchObject({ kind: 'spoken' })
    narration.close()
  })

  it('has room for everybody, however much one person has waiting', async () => {
    const { narration } = narrate(quick(50))
    const flood = Array.from({ length: QUEUE_LIMIT }, (_, n) => narration.say(`t${n}`, utteranceOf(`t${n}`), 'tom'))
    await pass(100)
    flood.push(narration.say('t9', utteranceOf('t9'), 'tom'))
    const mia = narration.say('m', utteranceOf('m'), 'mia')
    expect(await flood.at(-1)!.outcome).toMatchObject({ kind: 'failed', error: { code: 'voice.queue-full' } })
    await pass(6_000)
    expect(await kindOf(mia)).toBe('spoken')
    narration.close()
  })
})
