import { pressables } from '@lector/loopback-discord'
import { ChannelType, Locale, PermissionFlagsBits } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { STYLE_PRESETS } from '../../src/speech/voices/style-presets.ts'
import { peakOf } from '../support/sound.ts'
import { Stage } from '../support/stage.ts'

describe('the settings of a server', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open({}, { environment: { LECTOR_MEMBER_DAY_BUDGET: '9000' } })
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    await stage.command('mia', 'server reset', { setting: 'all' })
    await stage.command('mia', 'leave')
    for (const person of ['mia', 'tom'] as const) stage.leave(person)
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  // What was said before comes out of the cache, and no service is asked.
  let texts = 0
  const say = async (person: 'mia' | 'tom', options: Record<string, string> = {}) => {
    const { requests } = stage.sandbox.speech
    const before = requests.length
    await stage.command(person, 'say', { text: `Number ${texts++}.`, ...options })
    await stage.until(() => stage.sandbox.speech.requests.length > before)
    return stage.sandbox.speech.requests.at(-1)!
  }

  /** The heading of an answer, and its lines on all of its pages: each begins with the heading. */
  const allPages = async (command: string): Promise<string[]> => {
    let page = await stage.command('mia', command)
    const [heading = '', ...lines] = page.original!.content.split('\n')
    for (let number = 1; ; number++) {
      const next = pressables(page.original!).find(({ custom_id }) => custom_id.endsWith(`|${number}`))
      if (!next || next.disabled) return [heading, ...lines]
      page = await stage.press('mia', page, String(number))
      const [again, ...more] = page.original!.content.split('\n')
      expect(again).toBe(heading)
      lines.push(...more)
    }
  }

  it('are offered to those who manage it, and refused to those who no longer do', async () => {
    await expect(stage.command('tom', 'server voice', { voice: 'Kai' })).rejects.toThrow(/not offered/)
    const { discord, fixture } = stage.sandbox
    const everyone = fixture.guild.id
    const { permissions } = discord.world.guild(everyone).roles.get(everyone)!
    const more = BigInt(permissions) | PermissionFlagsBits.ManageGuild
    discord.world.updateRole(everyone, everyone, { permissions: String(more) })
    const panel = await stage.command('tom', 'server panel')
    discord.world.updateRole(everyone, everyone, { permissions })
    const refused = await stage.press('tom', panel, 'voice 0', ['Ethan'])
    expect(refused.followUps[0]?.content).toMatch(/You need the \*\*Manage Server\*\* permission/)
    expect(await answer('mia', 'server show')).toContain('**Voice:** Cherry (default)')
  })

  it('hold for everybody who chose nothing, and below them for a channel', async () => {
    expect(await answer('mia', 'server voice', { voice: 'serena' })).toBe('Saved for this server.\n**Voice:** Serena')
    await stage.command('mia', 'server language', { language: 'English' }, Locale.German)
    await stage.command('mia', 'server style', { style: 'news' })
    await stage.enter('tom', 'lounge')
    const news = STYLE_PRESETS.find(({ id }) => id === 'news')!
    expect(await say('tom')).toMatchObject({ voice: 'Serena', language: 'English', instructions: news.en })

    const channel = stage.sandbox.fixture.channels.general.id
    expect(await answer('mia', 'channel voice', { voice: 'Ethan' })).toBe(`Saved for <#${channel}>.\n**Voice:** Ethan`)
    await stage.command('mia', 'channel style', { style: 'calm', channel })
    await stage.command('mia', 'channel language', { language: 'fr' })
    const calm = STYLE_PRESETS.find(({ id }) => id === 'calm')!
    expect(await say('tom')).toMatchObject({ voice: 'Ethan', language: 'French', instructions: calm.en })
    const shown = await answer('tom', 'voice show')
    expect(shown).toContain('**Voice:** Ethan (channel setting)')
    expect(shown).toContain('**Speed:** 1 (default)')
    expect(await answer('mia', 'server show')).toContain(`**<#${channel}>:** Ethan · Calm · French`)

    await stage.command('mia', 'channel reset')
    expect(await say('tom')).toMatchObject({ voice: 'Serena', language: 'English' })
    expect(await answer('tom', 'voice show')).toContain('**Style:** News anchor (server setting)')
  })

  it('stay under what the person who runs the bot allows', async () => {
    expect(await answer('mia', 'server show')).toContain('**Member budget per day:** 9,000 characters (default)')
    const saved = await answer('mia', 'server budget', { 'member-day': 10_000 })
    expect(saved).toMatch(
      /9,000 characters\nThe person who runs this bot has set a lower limit, which applies instead\.$/,
    )
    expect(await answer('mia', 'server show')).toContain('9,000 characters (server setting)')
    expect(await answer('mia', 'server limits', { queue: 60 })).toMatch(/has set a lower limit/)
    expect(await answer('mia', 'server limits', { queue: 50 })).not.toMatch(/has set a lower limit/)
  })

  it('name the limit of a value that is outside', async () => {
    const outside = [
      [{ 'max-length': 2001 }, '**Longest message** must be between 1 and 2,000.'],
      [{ queue: 0 }, '**Queue size** must be between 1 and 200.'],
      [{ volume: 2.5 }, '**Volume** must be between 0 and 2.'],
    ] as const
    for (const [options, sentence] of outside) expect(await answer('mia', 'server limits', options)).toBe(sentence)
    const budget = await answer('mia', 'server budget', { 'server-day': -1 })
    expect(budget).toMatch(/^\*\*Server budget per day\*\* must be between 0 and/)
  })

  it('take the models of the speech service, known ones and new ones, but none of its other service', async () => {
    const models = await stage.suggest('mia', 'server engine', 'model', 'instruct')
    expect(models[0]).toBe('qwen3-tts-instruct-flash')
    expect(models.filter((id) => id.includes('realtime'))).toEqual([])
    expect(await stage.suggest('mia', 'server engine', 'engine', '')).toEqual(['dashscope', 'local'])
    expect(await answer('mia', 'server engine', { engine: 'abacus' })).toMatch(
      /isn't a valid value for \*\*Speech service/,
    )
    expect(await answer('mia', 'server engine', { model: 'qwen3-tts-flash-realtime' })).toMatch(
      /isn't a valid value for/,
    )
    expect(await answer('mia', 'server engine', { model: 'qwen9-tts' })).toContain('**Model:** qwen9-tts')
    await stage.command('mia', 'server engine', { engine: 'dashscope', model: models[0]! })
    await stage.enter('tom', 'lounge')
    expect(await say('tom')).toMatchObject({ model: 'qwen3-tts-instruct-flash' })
  })

  it('make everybody quieter with the volume', async () => {
    await stage.enter('tom', 'lounge')
    const heard = async (text: string) => {
      stage.forget('tom')
      await stage.command('tom', 'say', { text })
      return peakOf((await stage.listen('tom')).pcm)
    }
    // The first utterance of a voice is brought to its loudness only while it sounds.
    await heard('Once upon a time there was a king who had a golden ball.')
    const usual = await heard('He threw it high and caught it again and again.')
    await stage.command('mia', 'server limits', { volume: 0.25 })
    const quiet = await heard('He threw it high and caught it again and again.')
    expect(quiet / usual).toBeGreaterThan(0.15)
    expect(quiet / usual).toBeLessThan(0.35)
  })

  it('choose among the engines that are configured, which name their price and take their models along', async () => {
    await stage.command('mia', 'server engine', { model: 'qwen3-tts-instruct-flash' })
    expect(await answer('mia', 'server engine', { engine: 'local' })).toBe(
      'Saved for this server.\n**Speech service:** local (free)\n**Model:** none',
    )
    expect(await stage.suggest('mia', 'server engine', 'model', '')).toEqual([])
    expect(await answer('tom', 'privacy')).toContain("generated on the bot's own machine")
    await stage.enter('tom', 'lounge')
    const asked = stage.sandbox.speech.requests.length
    await stage.command('tom', 'say', { text: 'This is said without asking anybody.' })
    await stage.until(() => stage.hasSpeech('tom'))
    expect(stage.sandbox.speech.requests).toHaveLength(asked)

    const back = await answer('mia', 'server engine', { engine: 'dashscope' })
    expect(back).toContain('**Speech service:** dashscope ($0.10 for 10,000 characters)\n**Model:** qwen3-tts-flash')
    expect(await answer('tom', 'privacy')).toMatch(/sent to Alibaba Cloud Model Studio \(127\.0\.0\.1:\d+\), and/)
  })

  it('are kept, shown with where they come from, and reset by their groups', async () => {
    const role = stage.sandbox.discord.world.addRole(stage.sandbox.fixture.guild.id, { name: 'quiet' }).id
    const limits = await answer('mia', 'server limits', { 'max-length': 300, 'alone-after': 90, 'per-minute': 12 })
    expect(limits).toContain('**Longest message:** 300 characters')
    await stage.command('mia', 'server announce', { names: 'always', language: 'español', joins: true })
    await stage.command('mia', 'server reading', { bots: true, 'ignore-prefix': '!' })
    await stage.command('mia', 'server budget', { 'member-day': 5000, 'when-spent': 'stop' })
    expect(await answer('mia', 'server roles', { role, rule: 'ignored' })).toContain(`**<@&${role}>:** never read`)
    const shown = await answer('mia', 'server show')
    for (const line of [
      '**Longest message:** 300 characters (server setting)',
      '**Leave an empty channel after:** 90 seconds (server setting)',
      '**Messages per member:** 12 per minute (server setting)',
      '**Names before messages:** always (server setting)',
      '**Announcement language:** Spanish (server setting)',
      '**Announce joins:** on (server setting)',
      '**Announce leaves:** off (default)',
      '**Skip messages that start with:** ! (server setting)',
      '**Member budget per day:** 5,000 characters (server setting)',
      '**Server budget per day:** no limit (default)',
      `**<@&${role}>:** never read`,
    ])
      expect(shown).toContain(line)
    expect(await answer('mia', 'server limits')).toContain('**Longest message:** 300 characters (server setting)')

    expect(await answer('mia', 'server reset', { setting: 'limits' })).toContain('**Longest message:** 500 characters')
    await stage.command('mia', 'server reset', { setting: 'roles' })
    const after = await answer('mia', 'server show')
    expect(after).toContain('**Read bots:** on (server setting)')
    expect(after).not.toContain('<@&')
  })

  it('are shown on as many pages as they need', async () => {
    const { discord, fixture } = stage.sandbox
    const roles = Array.from({ length: 40 }, (_, n) => discord.world.addRole(fixture.guild.id, { name: `r${n}` }).id)
    for (const role of roles) await stage.command('mia', 'server roles', { role, rule: 'ignored' })
    const [heading, ...lines] = await allPages('server show')
    expect(heading).toBe('Settings for this server:')
    expect(lines[0]).toBe('**Voice:** Cherry (default)')
    for (const role of roles) expect(lines.filter((line) => line === `**<@&${role}>:** never read`)).toHaveLength(1)
    expect(lines.filter((line) => line.includes('…'))).toEqual([])
  })

  it.each([
    ['server limits', ['Longest message', 'Queue size', 'Volume'], 'Read bots'],
    ['server reading', ['Read bots', 'Join automatically'], 'Queue size'],
    ['server engine', ['Speech service', 'Model'], 'Queue size'],
    ['server budget', ['Server budget per day', 'When a budget is used up'], 'Queue size'],
  ])('are shown by their own command without options: %s', async (command, own, other) => {
    const shown = (await stage.command('mia', command)).original?.content
    for (const name of own) expect(shown).toContain(`**${name}:**`)
    expect(shown).not.toContain(`**${other}:**`)
  })

  it('have as many pages for the channels that are read', async () => {
    const { discord, fixture } = stage.sandbox
    const { guild, channels, people } = fixture
    const texts = Array.from({ length: 60 }, (_, n) => {
      return discord.world.addChannel(guild.id, { type: ChannelType.GuildText, name: `t${n}` }).id
    })
    for (const channelId of texts) {
      const options = { voice: channels.lounge.id }
      const reading = discord.interactions.slash({ userId: people.mia.id, channelId, command: 'read here', options })
      await reading.until(AbortSignal.timeout(10_000))
    }
    const [heading, ...lines] = await allPages('read list')
    expect(heading).toBe('I read these channels aloud:')
    expect(lines.sort()).toEqual(texts.map((text) => `- <#${text}> in <#${channels.lounge.id}>`).sort())
    for (const text of texts) discord.world.removeChannel(text)
  })

  it('change on the panel, in one message', async () => {
    let panel = await stage.command('mia', 'server panel')
    const press = async (action: string, ...values: string[]) => {
      panel = await stage.press('mia', panel, action, values.length > 0 ? values : undefined)
      return panel.original?.content
    }
    expect(panel.original?.content).toContain('**Voice:** Cherry (default)')
    await press('voice 0', 'more')
    expect(await press('voice 1', 'Kiki')).toContain('**Voice:** Kiki (server setting)')
    expect(await press('style', 'preset whisper')).toContain('**Style:** Whisper (server setting)')
    expect(await press('style', 'none')).toContain('**Style:** none (default)')
    expect(await press('language', 'ja')).toContain('**Language:** Japanese (server setting)')
    expect(await press('announceNames', 'never')).toContain('**Names before messages:** never (server setting)')
    expect(await press('switch autoJoin')).toContain('**Join automatically:** on (server setting)')
    expect(await press('switch autoJoin')).toContain('**Join automatically:** off (server setting)')
    await stage.enter('tom', 'lounge')
    expect(await say('tom')).toMatchObject({ voice: 'Kiki', language: 'Japanese' })
  })

  it('show all of their styles in one message, however many there are', async () => {
    const names = Array.from({ length: 25 }, (_, n) => `${n} `.padEnd(32, 'n'))
    for (const name of names) await stage.command('mia', 'style add', { name, style: 'slowly '.repeat(100) })
    const list = await answer('tom', 'style list')
    for (const name of [...names, 'Film trailer']) expect(list).toContain(`**${name}:**`)
    expect(await answer('mia', 'style add', { name: 'more', style: 'x' })).toMatch(/\*\*Server styles\*\* is full/)
    expect(await stage.suggest('tom', 'style use', 'style', '')).toHaveLength(25)
    const panel = await stage.command('mia', 'server panel')
    expect(panel.original?.content).toContain('Settings for this server')
    for (const name of names) await stage.command('mia', 'style remove', { name })
  })

  it('have styles of their own, with names that everybody can use', async () => {
    expect(await answer('mia', 'style add', { name: 'Pirate', style: 'like a tired pirate' })).toContain('**Pirate**')
    expect(await answer('tom', 'style add', { name: 'x', style: 'y' })).toMatch(/\*\*Manage Server\*\*/)
    expect(await answer('mia', 'style add', { name: 'n'.repeat(33), style: 'y' })).toMatch(
      /\*\*Style name\*\* must be between 1 and 32/,
    )
    const list = await answer('tom', 'style list', {}, Locale.ChineseCN)
    expect(list).toMatch(/Pirate.*like a tired pirate/)
    expect(list).toContain(STYLE_PRESETS[0]!.zh.slice(0, 20))
    expect(await stage.suggest('tom', 'style use', 'style', 'pir')).toEqual(['Pirate'])
    expect(await stage.suggest('tom', 'say', 'style', '')).toEqual(['Pirate', ...STYLE_PRESETS.map(({ id }) => id)])

    await stage.enter('tom', 'lounge')
    expect(await say('tom', { style: 'pirate' })).toMatchObject({ instructions: 'like a tired pirate' })
    expect(await answer('tom', 'style use', { style: 'PIRATE' })).toContain('**Style:** Pirate')
    expect(await say('tom')).toMatchObject({ instructions: 'like a tired pirate' })
    await stage.command('tom', 'voice reset')

    expect(await answer('tom', 'style remove', { name: 'Pirate' })).toMatch(/\*\*Manage Server\*\*/)
    expect(await stage.suggest('mia', 'style remove', 'name', '')).toEqual(['Pirate'])
    expect(await answer('mia', 'style remove', { name: 'Pirate' })).toContain('Removed the style **Pirate**')
    expect(await answer('mia', 'style remove', { name: 'Pirate' })).toMatch(/no style named Pirate/)
    expect(await say('tom', { style: 'pirate' })).toMatchObject({ instructions: 'pirate' })
  })
})
