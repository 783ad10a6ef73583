import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseWords } from '../../src/settings/words-format.ts'
import { Stage } from '../support/stage.ts'

describe('what people choose beside a voice', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open(
      {},
      { environment: { LECTOR_PRIVACY_URL: 'https://lector.example/privacy', LECTOR_MEMBER_DAY_BUDGET: '40' } },
    )
  })
  afterAll(() => stage?.close())

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const fileOf = async (...command: Parameters<Stage['command']>) => {
    const { original } = await stage.command(...command)
    const [file] = original!.attachments
    return file && { name: file.filename, text: await (await fetch(file.url)).text() }
  }
  const file = (name: string, text: string | Buffer) => ({
    name,
    contentType: 'text/plain',
    data: Buffer.from(text),
  })

  const teachTom = async () => {
    await stage.command('tom', 'words add', { written: 'gg', spoken: 'good game' })
    await stage.command('tom', 'words add', { written: 'kthxbye' })
    await stage.command('tom', 'words add', { written: 'lo+l', spoken: 'ha', regex: true })
  }

  it('words: added, listed, replaced, suggested and removed', async () => {
    expect(await answer('tom', 'words list')).toMatch(/The list is empty/)
    expect(await answer('tom', 'words add', { written: 'gg', spoken: 'good game' })).toBe(
      "I'll say “good game” for “gg”.",
    )
    expect(await answer('tom', 'words add', { written: 'kthxbye' })).toBe("I'll leave out “kthxbye”.")
    await stage.command('tom', 'words add', { written: 'GG', spoken: 'game', 'match-case': true, 'whole-word': false })
    await stage.command('tom', 'words add', { written: 'lo+l', spoken: 'ha', regex: true })
    expect(await answer('tom', 'words list')).toBe(
      [
        '4 words, page 1 of 1:',
        '- `gg` → `good game` (whole word)',
        '- `kthxbye` → ∅ (whole word)',
        '- `GG` → `game` (match case)',
        '- `lo+l` → `ha` (pattern, whole word)',
      ].join('\n'),
    )
    expect(await stage.suggest('tom', 'words remove', 'written', 'g')).toEqual(['gg', 'GG'])
    expect(await answer('tom', 'words remove', { written: 'GG' })).toMatch(/I'll say “GG” as it's written again/)
    expect(await answer('tom', 'words remove', { written: 'GG' })).toMatch(/“GG” isn't in the list/)
    expect(await answer('mia', 'words list')).toMatch(/The list is empty/)
  })

  it('words: a test shows what a text becomes, in which language, and by which rules', async () => {
    await stage.command('ana', 'words add', { written: 'XP', spoken: 'experience' })
    expect(await answer('ana', 'words test', { text: 'thanks for 500 XP :) brb' })).toBe(
      [
        'I say:',
        '> thanks for 500 experience slightly smiling face be right back',
        'Language: English',
        "- **your words and the server's words:** thanks for 500 experience :) brb",
        '- **faces:** thanks for 500 experience slightly smiling face brb',
        '- **chat shorthand:** thanks for 500 experience slightly smiling face be right back',
      ].join('\n'),
    )
    expect(await answer('ana', 'words test', { text: 'danke dir' })).toContain('Language: German')
    expect(await answer('ana', 'words test', { text: '**' })).toMatch(/nothing in it to say/)
  })

  it('time zones: suggested by city, kept, shown and reset', async () => {
    expect(await stage.suggest('ana', 'voice time-zone', 'zone', 'tok')).toContain('Asia/Tokyo')
    expect(await answer('ana', 'voice time-zone', { zone: 'tokyo' })).toContain('**Time zone:** Asia/Tokyo')
    expect(await answer('ana', 'voice show')).toContain('**Time zone:** Asia/Tokyo')
    expect(await answer('ana', 'words test', { text: '<t:1795844400:t>' })).toContain('2:40')
    expect(await answer('ana', 'voice time-zone', { zone: 'Atlantis' })).toMatch(/Time zone/)
    await stage.command('ana', 'voice reset', { setting: 'time-zone' })
    expect(await answer('ana', 'voice show')).not.toContain('Tokyo')
  })

  it('words: no pattern that could stop the bot, none too long', async () => {
    expect(await answer('tom', 'words add', { written: '(?<=a)b', spoken: 'c', regex: true })).toMatch(
      /can't use that pattern/,
    )
    const large = (n: number) => ({ written: `(?:.?){36}[^\\x00-\\x{10${n}}]`, spoken: 'c', regex: true })
    for (const n of [0, 1]) expect(await answer('tom', 'words add', large(n))).toMatch(/^I'll say “c”/)
    expect(await answer('tom', 'words add', large(2))).toMatch(/patterns in this list are too complex together/)
    for (const n of [0, 1]) await stage.command('tom', 'words remove', { written: large(n).written })
    expect(await answer('tom', 'words add', { written: 'x'.repeat(101), spoken: 'c' })).toBe(
      '**Written word** must be between 1 and 100 characters.',
    )
  })

  it('words: the server’s are changed by those who manage it, and read by all', async () => {
    const refused = await answer('tom', 'words add', { written: 'brb', spoken: 'be right back', for: 'server' })
    expect(refused).toMatch(/\*\*Manage Server\*\*/)
    await stage.command('mia', 'words add', { written: 'brb', spoken: 'be right back', for: 'server' })
    expect(await answer('tom', 'words remove', { written: 'brb', for: 'server' })).toMatch(/\*\*Manage Server\*\*/)
    expect(await answer('tom', 'words list', { for: 'server' })).toContain('- `brb` → `be right back`')
    expect(await answer('tom', 'words import', { file: file('x.csv', 'pattern\nx'), for: 'server' })).toMatch(
      /\*\*Manage Server\*\*/,
    )
  })

  it('words: leave and come back as CSV and as JSON', async () => {
    await teachTom()
    const before = await parseWords((await fileOf('tom', 'words export', { format: 'json' }))!.text, 'json')
    expect(before.map(({ pattern }) => pattern)).toEqual(['gg', 'kthxbye', 'lo+l'])
    for (const format of ['csv', 'json'] as const) {
      const exported = (await fileOf('tom', 'words export', { format }))!
      expect(exported.name).toBe(`words.${format}`)
      await stage.command('ana', 'words import', { file: file(exported.name, exported.text), replace: true })
      const copy = (await fileOf('ana', 'words export', { format: 'json' }))!
      expect(await parseWords(copy.text, 'json')).toEqual(before)
    }
    const more = file('more.csv', 'pattern,replacement\ngg ,well played\n wp,well played\n')
    expect(await answer('ana', 'words import', { file: more })).toBe('The list now has 4 words.')
    expect(await answer('ana', 'words list')).toContain('- `gg` → `well played`')
    expect(await answer('ana', 'words remove', { written: 'wp' })).toMatch(/as it's written again/)
    expect((await fileOf('yuki', 'words export'))?.text).toMatch(
      /^kind,pattern,replacement,.*\r\nliteral,brb,be right back,true,false\r\n$/,
    )
  })

  it('words: a file that cannot be read changes nothing, and the answer says why', async () => {
    const list = await answer('tom', 'words list')
    const read = (name: string, text: string | Buffer) =>
      answer('tom', 'words import', { file: file(name, text), replace: true })
    expect(await read('broken.csv', 'pattern,replacement\na,b\n,c\n')).toMatch(/can't read line 3 of the file/)
    expect(await read('broken.json', '{')).toMatch(/can't read line 1 of the file/)
    expect(await read('picture.csv', Buffer.from([0x89, 0xff, 0xfe]))).toMatch(/Make sure it's a text file/)
    expect(await read('large.csv', 'x'.repeat(256 * 1024 + 1))).toMatch(/limit: 256 KiB/)
    expect(await answer('tom', 'words list')).toBe(list)
  })

  it('words: a long list has pages', async () => {
    const rows = Array.from({ length: 90 }, (_, n) => `word${n},${'spoken '.repeat(8)}${n}`)
    await stage.command('yuki', 'words import', { file: file('many.csv', `pattern,replacement\n${rows.join('\n')}`) })
    const first = await stage.command('yuki', 'words list')
    expect(first.original?.content).toMatch(/^90 words, page 1 of \d/)
    expect(first.original?.content).toContain('`word0`')
    const second = await stage.press('yuki', first, 'me 1')
    expect(second.original?.content).toMatch(/^90 words, page 2 of \d/)
    expect(second.original?.content).not.toContain('`word0`')
  })

  it('a spoken name within its limit', async () => {
    expect(await answer('tom', 'nickname set', { name: 'Tommy' })).toBe("From now on I'll call you **Tommy**.")
    expect(await answer('tom', 'nickname set', { name: 'n'.repeat(33) })).toBe(
      '**Spoken name** must be between 1 and 32 characters.',
    )
    expect(await answer('tom', 'voice show')).toContain('**Spoken name:** Tommy (your choice)')
    expect(await answer('tom', 'nickname reset')).toMatch(/your name in this server/)
    expect(await answer('tom', 'voice show')).not.toContain('Tommy')
  })

  it('everything that is kept comes as a file, and goes when it is confirmed', async () => {
    await teachTom()
    const data = async (person: 'tom' | 'ana') =>
      JSON.parse((await fileOf(person, 'mydata export'))!.text) as Record<string, Record<string, unknown>[]>
    await stage.command('tom', 'voice set', { voice: 'Kai' })
    await stage.command('tom', 'optout everywhere')
    const kept = await data('tom')
    expect(kept.memberSettings?.[0]).toMatchObject({ voice: 'Kai' })
    expect(kept.word?.map(({ pattern }) => pattern)).toEqual(['gg', 'kthxbye', 'lo+l'])
    expect(kept.optOut).toHaveLength(1)

    const question = await stage.command('tom', 'mydata delete')
    expect((await stage.press('tom', question, 'keep')).original?.content).toBe('Nothing was deleted.')
    expect(await data('tom')).toEqual(kept)
    const again = await stage.command('tom', 'mydata delete')
    expect((await stage.press('tom', again, 'delete')).original?.content).toMatch(/except your opt-out/)
    const left = await data('tom')
    expect(left.optOut).toHaveLength(1)
    expect(left.memberSettings).toEqual([])
    expect(left.word).toEqual([])

    await stage.command('tom', 'optout off')
    expect(Object.values(await data('tom')).flat()).toEqual([])
    await stage.command('ana', 'optout here')
    expect((await data('ana')).optOut).toHaveLength(1)
    expect(await answer('ana', 'optout off')).toBe("I'll read your messages again.")
  })

  it('what was spoken this month is still counted when everything else is deleted', async () => {
    await stage.enter('yuki', 'lounge')
    const usage = async () => {
      const { text } = (await fileOf('yuki', 'mydata export'))!
      return (JSON.parse(text) as { usage: { scope: string; characters: number }[] }).usage
    }
    await stage.command('yuki', 'say', { text: 'Twenty characters...' })
    await stage.until(() => stage.finished === 1)
    const spent = await usage()
    expect(spent.map(({ scope }) => scope).sort()).toEqual(['member-day', 'member-month'])
    const question = await stage.command('yuki', 'mydata delete')
    const deleted = await stage.press('yuki', question, 'delete')
    expect(deleted.original?.content).toMatch(/number of characters spoken for you this month is kept until the month/)
    expect(await usage()).toEqual(spent)
    expect(await answer('yuki', 'words list')).toMatch(/The list is empty/)
  })

  it('privacy: what is kept, for how long, and where texts go', async () => {
    const text = await answer('tom', 'privacy')
    expect(text).toContain(`Alibaba Cloud Model Studio (${new URL(stage.sandbox.speech.baseUrl).host})`)
    expect(text).toContain('30 days')
    expect(text).toContain('<https://lector.example/privacy>')
  })
})
