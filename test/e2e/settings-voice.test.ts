import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Locale } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { modelHasVoice } from '../../src/speech/engines/dashscope/voice-sets.ts'
import { STYLE_PRESETS } from '../../src/speech/voices/style-presets.ts'
import { VOICES } from '../../src/speech/voices/voice-catalogue.ts'
import { Stage } from '../support/stage.ts'

const QWEN_TTS_VOICES = VOICES.map(({ id }) => id).filter((id) => modelHasVoice('qwen-tts', id) === true)

describe('a voice of one’s own', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open({}, { environment: { LECTOR_CACHE_DISK_MB: '1' } })
  })
  afterAll(() => stage?.close())
  afterEach(async () => {
    await stage.command('mia', 'voice reset')
    await stage.command('mia', 'leave')
    stage.leave('mia')
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const lastRequest = () => stage.sandbox.speech.requests.at(-1)!
  // What was said before comes out of the cache, and no service is asked.
  let texts = 0
  /** What the speech service is asked for when Mia says something. */
  const say = async (options: Record<string, string> = {}) => {
    const before = stage.sandbox.speech.requests.length
    await stage.command('mia', 'say', { text: `Number ${texts++}.`, ...options })
    await stage.until(() => stage.sandbox.speech.requests.length > before)
    return lastRequest()
  }

  it('is kept, heard, shown with where each part comes from, and gone after a reset', async () => {
    const set = await stage.command('mia', 'voice set', { voice: 'ono anna' })
    expect(set.first).toEqual({ kind: 'message', deferred: false, ephemeral: true })
    expect(set.original?.content).toBe('Saved for you in this server.\n**Voice:** Ono Anna')
    expect(await answer('mia', 'voice language', { language: 'deutsch' })).toMatch(/\*\*Language:\*\* German$/)
    expect(await answer('mia', 'voice speed', { speed: 1.25 })).toMatch(/\*\*Speed:\*\* 1.25$/)

    await stage.enter('mia', 'lounge')
    expect(await say()).toMatchObject({ voice: 'Ono Anna', language: 'German', model: 'qwen3-tts-flash' })
    expect(await say({ voice: 'Ethan', language: 'en' })).toMatchObject({ voice: 'Ethan', language: 'English' })

    const shown = await answer('mia', 'voice show')
    expect(shown).toContain('**Voice:** Ono Anna (your choice)')
    expect(shown).toContain('**Speed:** 1.25 (your choice)')
    expect(shown).toContain('**Style:** none (default)')
    expect(shown).not.toContain('In the channels I read')
    const others = await answer('tom', 'voice show')
    expect(others).toContain('**Voice:** Cherry (default)')
    expect(others).toContain('**Model:** qwen3-tts-flash (default)')
    expect(others).toMatch(/In the channels I read, you sound like \*\*\w+/)

    expect(await answer('mia', 'voice reset', { setting: 'voice' })).toContain('**Voice:** Cherry (default)')
    expect(await answer('mia', 'voice show')).toContain('**Language:** German (your choice)')
    expect(await say()).toMatchObject({ voice: 'Cherry', language: 'German' })
  })

  it('holds for people of any language', async () => {
    await stage.command('mia', 'voice set', { voice: 'Serena' }, Locale.Japanese)
    await stage.command('mia', 'voice language', { language: '日本語' }, Locale.Japanese)
    await stage.enter('mia', 'lounge')
    expect(await say()).toMatchObject({ voice: 'Serena', language: 'Japanese' })
  })

  it('that does not exist is answered with the nearest ones', async () => {
    expect(await answer('mia', 'voice set', { voice: 'Chery' })).toMatch(/no voice named Chery\. Did you mean Cherry/)
    expect(await answer('mia', 'voice set', { voice: 'xxxxxxxxxxx' })).toMatch(/Pick one from the list/)
    expect(await answer('mia', 'voice show')).toContain('**Voice:** Cherry (default)')
  })

  it('that the chosen model lacks is answered with the models that have it', async () => {
    await stage.command('mia', 'server engine', { model: 'qwen3-tts-instruct-flash' })
    try {
      expect(await answer('mia', 'voice set', { voice: 'Kiki' })).toMatch(
        /qwen3-tts-instruct-flash doesn't have the voice Kiki; .*qwen3-tts-flash/,
      )
    } finally {
      await stage.command('mia', 'server reset', { setting: 'engine' })
    }
  })

  it('that nobody chose is one of the chosen model, as it is shown and as it is heard', async () => {
    const model = 'qwen-tts'
    await stage.command('mia', 'server engine', { model })
    try {
      const shown = async (person: 'mia' | 'tom' | 'yuki' | 'ana') =>
        /you sound like \*\*(.+?)\*\*/.exec((await answer(person, 'voice show')) ?? '')?.[1]
      for (const person of ['tom', 'yuki', 'ana'] as const) expect(QWEN_TTS_VOICES).toContain(await shown(person))
      const voice = await shown('mia')
      await stage.enter('mia', 'lounge')
      await stage.command('mia', 'read here')
      const { discord, fixture, speech } = stage.sandbox
      const before = speech.requests.length
      discord.world.messages.create(fixture.channels.general.id, fixture.people.mia.id, { content: 'Who speaks?' })
      await stage.until(() => speech.requests.length > before)
      expect(QWEN_TTS_VOICES).toContain(voice)
      expect(lastRequest()).toMatchObject({ voice, model })
    } finally {
      await stage.command('mia', 'read stop')
      await stage.command('mia', 'server reset', { setting: 'engine' })
    }
  })

  it('takes values within their limits only, and names them', async () => {
    expect(await answer('mia', 'voice speed', { speed: 3 })).toBe('**Speed** must be between 0.5 and 2.')
    expect(await answer('mia', 'voice language', { language: 'klingon' })).toMatch(
      /isn't a valid value for \*\*Language/,
    )
    expect(await answer('mia', 'voice style', { style: 'softly '.repeat(800) })).toMatch(
      /too long: the limit is about 1,600/,
    )
  })

  it('speaks in a style: one’s own words, or a preset by its name', async () => {
    await stage.enter('mia', 'lounge')
    const whisper = STYLE_PRESETS.find(({ id }) => id === 'whisper')!
    expect(await say({ style: 'whisper' })).toMatchObject({
      instructions: whisper.en,
      model: 'qwen3-tts-instruct-flash',
    })
    expect(await answer('mia', 'voice style', { style: 'like a tired pirate' })).toContain('like a tired pirate')
    expect(await say()).toMatchObject({ instructions: 'like a tired pirate' })
    await stage.command('mia', 'voice style', { style: 'Whisper' }, Locale.ChineseCN)
    expect(await say()).toMatchObject({ instructions: whisper.zh })
    const unstyled = await answer('mia', 'voice set', { voice: 'Kiki' })
    expect(unstyled).toMatch(/Kiki can't change its style/)
  })

  it('can be tried in the voice channel', async () => {
    await stage.enter('mia', 'lounge')
    expect(await answer('mia', 'voice preview', { voice: 'ethan', style: 'slowly' })).toBe(
      'Playing Ethan in **lounge**.',
    )
    await stage.until(() => stage.hasSpeech('mia'))
    expect(lastRequest()).toMatchObject({ voice: 'Ethan', instructions: 'slowly' })
    expect(await answer('mia', 'voice show')).toContain('**Voice:** Cherry (default)')
  })

  it('is kept on disk where the operator wants that, and nobody’s words are', async () => {
    const folder = join(dirname(stage.sandbox.description.caFile), 'data', 'speech')
    const kept = async () => (await readdir(folder)).filter((name) => name.endsWith('.packets'))
    const before = await kept()
    await stage.enter('mia', 'lounge')
    await say()
    await stage.command('mia', 'voice preview', { voice: 'Serena' })
    await expect.poll(kept, { timeout: 20_000 }).toHaveLength(before.length + 1)
    const asked = stage.sandbox.speech.requests.length
    await stage.command('mia', 'stop')
    stage.forget('mia')
    await stage.command('mia', 'voice preview', { voice: 'Serena' })
    await stage.until(() => stage.hasSpeech('mia'))
    expect(await kept()).toHaveLength(before.length + 1)
    expect(stage.sandbox.speech.requests).toHaveLength(asked)
  })

  it('comes as a file to people in no voice channel', async () => {
    const { original } = await stage.command('mia', 'voice preview')
    expect(original?.content).toMatch(/^This is Cherry\./)
    const [file] = original!.attachments
    expect(file).toMatchObject({ filename: 'Cherry.ogg' })
    const bytes = Buffer.from(await (await fetch(file!.url)).arrayBuffer())
    expect(bytes.subarray(0, 4).toString()).toBe('OggS')
    expect(bytes.includes('OpusHead')).toBe(true)
    expect(bytes.length).toBeGreaterThan(5_000)
  })

  it('can be found in the list: turning pages, listening, and taking it', async () => {
    const list = await stage.command('mia', 'voice list')
    expect(list.original?.content).toMatch(/page 1 of 2/)
    const second = await stage.press('mia', list, 'turn 1')
    expect(second.original?.content).toMatch(/page 2 of 2/)
    const chosen = await stage.press('mia', second, 'choose 1', ['Kiki'])
    expect(chosen.original?.content).toMatch(/\*\*Kiki\*\*: .*Hong Kong.*Cantonese/)
    const heard = await stage.press('mia', chosen, 'preview 1 Kiki')
    await stage.until(() => heard.followUps.length > 0)
    expect(heard.followUps[0]?.attachments[0]?.filename).toBe('Kiki.ogg')
    const used = await stage.press('mia', heard, 'use 1 Kiki')
    expect(used.original?.content).toContain('**Voice:** Kiki')
    expect(used.original?.components).toEqual([])
    expect(await answer('mia', 'voice show')).toContain('**Voice:** Kiki (your choice)')
  })

  it('is suggested for what was typed, also with a mistake in it', async () => {
    expect((await stage.suggest('mia', 'voice set', 'voice', 'jenifer'))[0]).toBe('Jennifer')
    expect(await stage.suggest('mia', 'voice preview', 'voice', '')).toHaveLength(25)
    expect(await stage.suggest('mia', 'voice style', 'style', 'whis')).toEqual(['whisper'])
    expect(await stage.suggest('mia', 'say', 'style', 'sacrast')).toContain('sarcastic')
    expect(await stage.suggest('mia', 'voice language', 'language', 'fr')).toEqual(['fr'])
  })
})
