import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GENERAL, GUILD, incoming, LOUNGE, MIA, TOM } from '../support/incoming.ts'
import type { Request } from '../support/prompted-engine.ts'
import { Reading } from '../support/reading.ts'
import { pass, settled, TURNED } from '../support/turned-clock.ts'

let reading: Reading

beforeEach(() => {
  vi.useFakeTimers({ toFake: [...TURNED] })
})
afterEach(async () => {
  await reading.close()
  vi.useRealTimers()
})

const open = async (answer?: (request: Request) => void, queueLimit?: number) => {
  reading = await Reading.open(answer, queueLimit)
}
const write = async (...message: Parameters<typeof incoming>) => {
  const written = incoming(...message)
  await reading.reader.receive(written)
  return written
}
const outcomeOf = async (message: ReturnType<typeof incoming>) => await reading.reader.outcomeOf(message)
/** The sentences go on for as long as the test wants. */
const unending = (request: Request) => request.audio(10)

describe('the names of speakers', () => {
  it('are said when somebody else speaks, and again after a minute', async () => {
    await open()
    for (const [content, author] of [
      ['one', MIA],
      ['two', MIA],
      ['three', TOM],
      ['four', MIA],
    ] as const) {
      await write(content, author)
      await pass(1_000)
    }
    await pass(60_000)
    await write('five')
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: one', 'two', 'Tom says: three', 'Mia says: four', 'Mia says: five'])
  })

  it('are said before replies, and once while somebody goes on answering', async () => {
    await open()
    const answer = { answering: TOM.id, message: { answering: 'Tom' } }
    await write('hello')
    await write('yes', MIA, answer)
    await write('indeed', MIA, answer)
    await write('me', MIA, { answering: MIA.id, message: { answering: 'Mia' } })
    await pass(3_000)
    expect(reading.said).toEqual(['Mia says: hello', 'Mia, answering Tom: yes', 'indeed', 'Mia says: me'])
  })

  it('are said when something else was heard in between', async () => {
    await open()
    await write('one')
    await settled()
    reading.sessions.get(GUILD)?.say('x', { text: 'said by command', voice: 'Cherry', language: 'en' }, TOM.id)
    await write('two')
    await pass(2_000)
    expect(reading.said).toEqual(['Mia says: one', 'said by command', 'Mia says: two'])
  })

  it('are said for sure when the sentence before was not heard', async () => {
    await open(unending)
    await write('one')
    const two = await write('two')
    await pass(200)
    expect(reading.said).toEqual(['Mia says: one', 'two'])
    await reading.reader.remove(GUILD, [two.id])
    await write('three')
    await pass(100)
    expect(reading.said.slice(2)).toEqual(['Mia says: three'])
  })

  it.each([
    ['never', ['one', 'two']],
    ['always', ['Mia says: one', 'Mia says: two']],
  ] as const)('are said %s', async (announceNames, expected) => {
    await open()
    await reading.settings.guilds.update(GUILD, { announceNames })
    await write('one')
    await write('two')
    await pass(2_000)
    expect(reading.said).toEqual(expected)
  })

  it('are those that people chose, wherever they are named', async () => {
    await open()
    await reading.settings.members.update(GUILD, MIA.id, { name: 'Captain' })
    await reading.settings.members.update(GUILD, TOM.id, { name: 'Tommy' })
    const lookups = { users: new Map([[TOM.id, 'Tom']]), roles: new Map(), channels: new Map() }
    await write(`ahoy <@${TOM.id}>`, MIA, { answering: TOM.id, message: { answering: 'Tom', lookups } })
    await pass(1_000)
    expect(reading.said).toEqual(['Captain, answering Tommy: ahoy Tommy'])
  })

  it('tell apart the people who share a webhook', async () => {
    await open()
    await reading.settings.guilds.update(GUILD, { readWebhooks: true })
    const proxy = { id: '9', kind: 'webhook', roles: [], muted: false } as const
    for (const author of ['Ash', 'Ash', 'Rowan']) {
      await write(`hello from ${author} ${reading.said.length}`, proxy, { message: { author } })
      await pass(1_000)
    }
    expect(reading.said).toEqual(['Ash says: hello from Ash 0', 'hello from Ash 1', 'Rowan says: hello from Rowan 2'])
    const [ash, again, rowan] = reading.engine.requests.map(({ utterance }) => utterance.voice)
    expect(ash).toBe(again)
    expect(ash).not.toBe(rowan)
  })
})

describe('what is said', () => {
  const utterances = () => reading.engine.requests.map(({ utterance }) => utterance)

  it('is in the language of the words, with phrases in the language of the server', async () => {
    await open()
    await reading.settings.guilds.update(GUILD, { announceLanguage: 'de' })
    await write('ok')
    await pass(1_000)
    await write('well, I do not know what to think about all of this')
    await pass(1_000)
    await write('', MIA, { message: { stickers: ['Wave'] } })
    await pass(1_000)
    expect(reading.said).toEqual([
      'Mia sagt: ok',
      'well, I do not know what to think about all of this',
      expect.stringContaining('Sticker Wave'),
    ])
    expect(utterances().map(({ language }) => language)).toEqual(['de', 'en', 'de'])
  })

  it('announces authors in the language of their message, which the voice can pronounce', async () => {
    await open()
    await reading.settings.guilds.update(GUILD, { announceLanguage: 'de' })
    await write('well, I do not know what to think about all of this')
    await pass(1_000)
    await write('今日の夜、みんなでゲームしませんか', TOM)
    await pass(1_000)
    expect(reading.said).toEqual([
      'Mia says: well, I do not know what to think about all of this',
      expect.stringMatching(/^Tom(?! sagt| says).*今日の夜/),
    ])
    expect(utterances().map(({ language }) => language)).toEqual(['en', 'ja'])
  })

  it('is in the language that the member chose, whatever it looks like', async () => {
    await open()
    await reading.settings.members.update(GUILD, MIA.id, { language: 'fr', voice: 'Serena', style: 'softly' })
    await write('well, I do not know what to think about all of this')
    await pass(1_000)
    expect(utterances()[0]).toMatchObject({ language: 'fr', voice: 'Serena', style: 'softly', speaker: MIA.id })
  })

  it('uses the words of the member before those of the server', async () => {
    await open()
    const word = { kind: 'literal', wholeWord: true, matchCase: false } as const
    await reading.settings.words.put({ guild: GUILD }, { ...word, pattern: 'api', replacement: 'interface' })
    await reading.settings.words.put({ guild: GUILD }, { ...word, pattern: 'sql', replacement: 'sequel' })
    await reading.settings.words.put(
      { guild: GUILD, user: MIA.id },
      { ...word, pattern: 'sql', replacement: 'squirrel' },
    )
    await write('the API of SQL')
    await pass(1_000)
    await write('and SQL', TOM)
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: the interface of squirrel', 'Tom says: and sequel'])
  })

  it('leaves out the required prefix, and embeds unless they are wanted', async () => {
    await open()
    await reading.settings.guilds.update(GUILD, { requirePrefix: '+' })
    await write('+hello', MIA, { message: { embeds: [{ title: 'A page' }] } })
    await pass(1_000)
    await reading.settings.guilds.update(GUILD, { embeds: 'title' })
    await write('+again', MIA, { message: { embeds: [{ title: 'A page' }] } })
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: hello', 'again. preview: A page'])
  })

  it('is in a voice of their own for people without one, unless the server chose one for all', async () => {
    await open()
    await write('one')
    await write('two', TOM)
    await pass(2_000)
    const [mia, tom] = utterances().map(({ voice }) => voice)
    expect(mia).not.toBe(tom)
    await reading.settings.guilds.update(GUILD, { voice: 'Ethan' })
    await write('three')
    await write('four', TOM)
    await pass(2_000)
    expect(utterances().map(({ voice }) => voice)).toEqual([mia, tom, 'Ethan', 'Ethan'])
  })

  it('is nothing where nothing can be said', async () => {
    await open()
    const empty = await write('\u200b')
    await write('hello')
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: hello'])
    expect(await outcomeOf(empty)).toEqual({ kind: 'empty' })
  })
})

describe('a defect', () => {
  it('that one message runs into silences none of the others', async () => {
    await open()
    const broken = await write('x', MIA, { message: { attachments: [undefined as never] } })
    await write('hello')
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: hello'])
    expect((await outcomeOf(broken))?.kind).toBe('failed')
  })
})

describe('living text', () => {
  it('is not heard when it was deleted before its turn', async () => {
    await open(unending)
    await write('one')
    const two = await write('two')
    const three = await write('three')
    await pass(100)
    expect(reading.said).toEqual(['Mia says: one', 'two'])
    await reading.reader.remove(GUILD, [two.id, three.id])
    reading.engine.request('Mia says: one').end()
    await pass(1_000)
    expect(reading.said).toHaveLength(2)
    expect(reading.engine.request('two').over).toBe(true)
    expect(reading.link.speech).toHaveLength(10)
    expect(await outcomeOf(two)).toEqual({ kind: 'deleted' })
  })

  it('falls silent within a frame when it is deleted while it is heard', async () => {
    await open((request) => request.audio(100))
    const one = await write('one')
    await pass(300)
    const heard = reading.link.speech.length
    expect(heard).toBeGreaterThan(5)
    await reading.reader.remove(GUILD, [one.id])
    await pass(20)
    expect(reading.link.speech).toHaveLength(heard)
  })

  it('is not heard when it is deleted while it is being decided about', async () => {
    await open(unending)
    const one = incoming('one')
    await Promise.all([reading.reader.receive(one), reading.reader.remove(GUILD, [one.id])])
    await pass(100)
    expect(reading.link.speech).toHaveLength(0)
  })

  it('is heard as it is when its turn comes, also when it was made ahead', async () => {
    await open(unending)
    await write('one')
    const two = await write('tow')
    const three = await write('there')
    await pass(100)
    const edit = (message: typeof two, content: string) =>
      reading.reader.edit({ ...message, message: { ...message.message, content } })
    await edit(two, 'two')
    await edit(three, 'three')
    // An embed that Discord adds later changes nothing that is said.
    const embeds = [{ title: 'A page' }]
    await reading.reader.edit({ ...two, message: { ...two.message, content: 'two', embeds } })
    for (const text of ['Mia says: one', 'two', 'three']) {
      reading.engine.request(text).end()
      await pass(600)
    }
    expect(reading.said).toEqual(['Mia says: one', 'tow', 'two', 'three'])
    expect(reading.link.speech).toHaveLength(30)
  })

  it('is not heard of somebody who opts out while it waits', async () => {
    await open(unending)
    const stop = new AbortController()
    const heeding = reading.reader.applySettings(stop.signal)
    await write('one', TOM)
    await write('two')
    const three = await write('three')
    await pass(100)
    await reading.settings.members.setOptOut(MIA.id, 'everywhere', true)
    await vi.waitFor(async () => expect(await outcomeOf(three)).toEqual({ kind: 'deleted' }))
    reading.engine.request('Tom says: one').end()
    await pass(1_000)
    expect(reading.said).toEqual(['Tom says: one', 'Mia says: two'])
    expect(reading.link.speech).toHaveLength(10)
    stop.abort()
    await heeding
  })
})

describe('a channel', () => {
  it('that is no longer read, or gone, is not heard either, nor are its threads', async () => {
    await open(unending)
    await write('one', MIA, { channel: LOUNGE })
    await write('two', TOM)
    await write('three', MIA, { channel: '201', parent: GENERAL })
    await pass(100)
    await reading.reader.forgetChannel(GUILD, GENERAL)
    expect((await reading.settings.guilds.read(GUILD)).readChannels.size).toBe(0)
    expect(reading.sessions.get(GUILD)?.queued).toBe(1)
  })

  it('is not read any more when the voice channel is gone that it was read into', async () => {
    await open()
    await reading.reader.forgetChannel(GUILD, LOUNGE)
    expect((await reading.settings.guilds.read(GUILD)).readChannels.size).toBe(0)
  })
})

describe('many messages', () => {
  it('of one person do not keep the others waiting', async () => {
    await open()
    for (const number of [1, 2, 3, 4]) await write(`number ${number}`)
    await write('me too', TOM)
    await pass(5_000)
    expect(reading.said.map((text) => text.replace(/^.*: /, ''))).toEqual([
      'number 1',
      'number 2',
      'me too',
      'number 3',
      'number 4',
    ])
  })

  it('of one person lose their oldest, which is said once', async () => {
    await open(unending)
    await reading.settings.guilds.update(GUILD, { queuePerMember: 2 })
    const messages = []
    for (const number of [1, 2, 3, 4, 5, 6]) {
      messages.push(await write(`number ${number}`))
      await pass(60)
    }
    for (let turn = 0; turn < 6; turn += 1) {
      for (const request of reading.engine.requests) request.end()
      await pass(600)
    }
    // The first was being spoken and the second was made ahead when the third came.
    expect(reading.said).toEqual([
      'Mia says: number 1',
      'number 2',
      '2 messages left out',
      'Mia says: number 5',
      'number 6',
    ])
    // Nothing of what people wrote may be kept on a disk.
    expect(reading.engine.requests.filter(({ utterance }) => utterance.fixed)).toHaveLength(1)
    expect(reading.engine.requests[2]?.utterance).toMatchObject({ text: '2 messages left out', fixed: true })
    expect(await Promise.all(messages.map(async (message) => (await outcomeOf(message))?.kind))).toEqual([
      'spoken',
      'spoken',
      'left-out',
      'left-out',
      'spoken',
      'spoken',
    ])
  })

  it('of one person are all read when somebody asks for them, whatever else that person writes', async () => {
    await open(unending)
    await reading.settings.guilds.update(GUILD, { queuePerMember: 2 })
    const waiting = await write('first')
    const asked = Array.from({ length: 8 }, (_, index) => incoming(`asked ${index}`))
    for (const message of [...asked, waiting]) {
      expect(await reading.reader.readAloud(message, 'asker')).toEqual({ kind: 'waiting' })
    }
    for (const number of [1, 2, 3]) await write(`number ${number}`)
    for (let turn = 0; turn < 12; turn += 1) {
      for (const request of reading.engine.requests) request.end()
      await pass(600)
    }
    const kinds = await Promise.all([waiting, ...asked].map(async (message) => (await outcomeOf(message))?.kind))
    expect(new Set(kinds)).toEqual(new Set(['spoken']))
    expect(reading.said.filter((text) => text.includes('number'))).toEqual(['number 2', 'number 3'])
  })

  it('that somebody asked for are counted as left out at once where the server allows no more', async () => {
    await open(unending)
    await reading.settings.guilds.update(GUILD, { queueSize: 3 })
    const asked = Array.from({ length: 8 }, (_, index) => incoming(`asked ${index}`))
    for (const message of asked) await reading.reader.readAloud(message, 'asker')
    const kinds = await Promise.all(asked.map(async (message) => (await outcomeOf(message))?.kind))
    expect(kinds.filter((kind) => kind === 'left-out').length).toBeGreaterThanOrEqual(3)
    expect(kinds.slice(-3)).toEqual(['waiting', 'waiting', 'waiting'])
  })

  it.each([
    ['the server allows', 100, 2],
    ['the process allows', 3, 50],
  ])('more than %s lose the oldest of all', async (_, queueLimit, queueSize) => {
    await open(unending, queueLimit)
    await reading.settings.guilds.update(GUILD, { queueSize })
    const outcomes = []
    for (const number of [1, 2, 3, 4, 5, 6]) {
      outcomes.push(await write(`number ${number}`, { ...MIA, id: `${number}` }))
      await pass(60)
    }
    for (let turn = 0; turn < 6; turn += 1) {
      for (const request of reading.engine.requests) request.end()
      await pass(600)
    }
    const kinds = await Promise.all(outcomes.map(async (message) => (await outcomeOf(message))?.kind))
    expect(kinds[0]).toBe('spoken')
    expect(kinds[5]).toBe('spoken')
    expect(kinds.filter((kind) => kind === 'left-out').length).toBeGreaterThanOrEqual(2)
    expect(reading.said.filter((text) => text.includes('left out'))).toHaveLength(1)
  })

  it('that are long and the same within a minute are one', async () => {
    await open()
    const text = 'hello everyone, this is my new channel, come and have a look at it'
    await write(text)
    await pass(11_000)
    const again = await write(text)
    await write(text, TOM)
    await pass(61_000)
    await write(text)
    await pass(1_000)
    expect(reading.said).toEqual([`Mia says: ${text}`, `Tom says: ${text}`, `Mia says: ${text}`])
    expect(await outcomeOf(again)).toEqual({ kind: 'not-read', reason: 'duplicate' })
  })

  it('that are short are heard again: a second "yes" answers another question', async () => {
    await open()
    await write('yes')
    await write('ok', TOM)
    await write('yes')
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: yes', 'Tom says: ok', 'Mia says: yes'])
  })

  it('that are short and the same three times in ten seconds are a flood', async () => {
    await open()
    await write('lol')
    await pass(2_000)
    await write('lol')
    await pass(2_000)
    const third = await write('lol')
    await pass(7_000)
    await write('lol')
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: lol', 'lol', 'lol'])
    expect(await outcomeOf(third)).toEqual({ kind: 'not-read', reason: 'duplicate' })
  })

  it('that are dropped as repeats are marked where the server wants that', async () => {
    await open()
    for (const text of ['lol', 'lol', 'lol']) await write(text)
    expect(reading.marked).toEqual([])
    await reading.settings.guilds.update(GUILD, { markRepeats: true })
    const fourth = await write('lol')
    expect(reading.marked).toEqual([fourth.id])
  })

  it('are limited for each person and minute', async () => {
    await open()
    await reading.settings.guilds.update(GUILD, { memberRatePerMinute: 2 })
    for (const number of [1, 2, 3]) await write(`number ${number}`)
    await write('hello', TOM)
    await pass(61_000)
    await write('number 4')
    await pass(1_000)
    expect(reading.said.map((text) => text.replace(/^.*: /, ''))).toEqual(['number 1', 'number 2', 'hello', 'number 4'])
  })
})

describe('on request', () => {
  it('reads what is not read by itself, but nobody who opted out', async () => {
    await open()
    const elsewhere = incoming('from elsewhere', MIA, { channel: '999', silent: true, writtenAt: 0 })
    expect(await reading.reader.readAloud(elsewhere, 'asker')).toEqual({ kind: 'waiting' })
    await reading.settings.members.setOptOut(TOM.id, { guild: GUILD }, true)
    expect(await reading.reader.readAloud(incoming('hello', TOM), 'asker')).toEqual({
      kind: 'not-read',
      reason: 'opted-out',
    })
    await pass(1_000)
    expect(reading.said).toEqual(['Mia says: from elsewhere'])
  })

  it('reads a message once, however often it is asked for while it waits', async () => {
    await open()
    await write('one', TOM)
    const two = await write('two')
    expect(await reading.reader.readAloud(two, 'asker')).toEqual({ kind: 'waiting' })
    await pass(2_000)
    expect(reading.said).toEqual(['Tom says: one', 'Mia says: two'])
    await reading.reader.readAloud(two, 'asker')
    await pass(1_000)
    expect(reading.link.speech.length).toBe(15)
  })

  it('says what became of a message, also of one that was not seen', async () => {
    await open()
    const one = await write('one')
    expect(await outcomeOf(one)).toEqual({ kind: 'waiting' })
    await pass(1_000)
    expect(await outcomeOf(one)).toEqual({ kind: 'spoken' })
    const old = incoming('before', MIA, { writtenAt: 0 })
    expect(await outcomeOf(old)).toBeUndefined()
    expect(await outcomeOf(incoming('x', MIA, { channel: '999' }))).toEqual({
      kind: 'not-read',
      reason: 'channel-not-read',
    })
    reading.sessions.get(GUILD)?.leave()
    expect(await outcomeOf(incoming('later'))).toEqual({ kind: 'not-read', reason: 'not-there' })
  })

  it('tells that it was skipped, and that it failed', async () => {
    await open((request) => (request.utterance.text.includes('fail') ? request.fail() : request.audio(100)))
    const one = await write('one')
    await pass(100)
    reading.sessions.get(GUILD)?.skip()
    const two = await write('fail')
    await pass(500)
    expect((await outcomeOf(one))?.kind).toBe('dropped')
    expect(await outcomeOf(two)).toMatchObject({ kind: 'failed', error: { code: 'speech.server' } })
  })
})

describe('a session that is over', () => {
  it('takes what waited with it, and the next one begins anew', async () => {
    await open(unending)
    await write('one')
    const two = await write('two')
    await pass(100)
    reading.sessions.get(GUILD)?.leave()
    await settled()
    expect((await outcomeOf(two))?.kind).toBe('dropped')
    await write('nobody hears this')
    reading.link.open = true
    await reading.sessions.join(GUILD, LOUNGE)
    await write('three')
    await pass(100)
    expect(reading.said.at(-1)).toBe('Mia says: three')
    expect(reading.said).not.toContain('nobody hears this')
    expect(GENERAL).not.toBe(LOUNGE)
  })
})
