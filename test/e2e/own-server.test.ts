import { type SpeechService, speakTones, startSpeechService } from '@lector/loopback-speech'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

describe('a speech server of one’s own, beside another service', () => {
  let own: SpeechService
  let stage: Stage
  beforeAll(async () => {
    own = await startSpeechService({
      synthesize: speakTones,
      openai: { voices: ['marius', 'estelle'], models: ['Qwen/Qwen3-TTS'] },
    })
    const environment = {
      LECTOR_ENGINE: 'dashscope',
      OPENAI_SPEECH_URL: own.openaiBaseUrl,
      OPENAI_SPEECH_KEY: own.key,
      OPENAI_SPEECH_MODEL: 'Qwen/Qwen3-TTS',
    }
    stage = await Stage.open({}, { environment })
    await stage.enter('mia', 'lounge')
  })
  afterAll(async () => {
    await stage?.close()
    await own?.close()
  })

  beforeEach(async () => {
    await stage.command('mia', 'server engine', { engine: 'openai' })
    // The server is asked for its voices when somebody first wants to see them.
    await expect.poll(offered, { timeout: 10_000 }).toEqual(['marius', 'estelle'])
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const offered = () => stage.suggest('mia', 'say', 'voice', '')

  it('has its own voices, where a server has chosen it', async () => {
    await stage.command('mia', 'server engine', { engine: 'dashscope' })
    expect(await offered()).toContain('Cherry')
    await stage.command('mia', 'server engine', { engine: 'openai' })
    expect(await offered()).toEqual(['marius', 'estelle'])
    expect(await answer('mia', 'voice set', { voice: 'Cherry' })).toMatch(/There's no voice named Cherry/)
    expect(await answer('mia', 'voice set', { voice: 'Estelle' })).toContain('**Voice:** estelle')
    await stage.command('mia', 'voice reset')
  })

  it('is suggested with its model, however that is typed', async () => {
    expect(await stage.suggest('mia', 'server engine', 'engine', 'Open')).toEqual(['openai'])
    for (const typed of ['Qwen/', 'qwen3-tts']) {
      expect(await stage.suggest('mia', 'server engine', 'model', typed)).toEqual(['Qwen/Qwen3-TTS'])
    }
  })

  it('is browsed from its first page, however far somebody has turned the pages of another', async () => {
    await stage.command('mia', 'server engine', { engine: 'dashscope' })
    const browser = await stage.command('mia', 'voice list')
    expect(browser.original?.content).toMatch(/2/)
    await stage.command('mia', 'server engine', { engine: 'openai' })
    const { original } = await stage.press('mia', browser, 'turn 1')
    expect(JSON.stringify(original?.components)).toContain('"marius"')
    expect(original?.content).toBe((await stage.command('mia', 'voice list')).original?.content)
  })

  it('speaks with one of them where nobody chose, which is no replacement to tell anybody of', async () => {
    expect(await answer('mia', 'server show')).toContain('**Voice:** marius (default)')
    const asked = own.requests.length
    const said = await stage.command('mia', 'say', { text: 'Nobody has chosen a voice for this.' })
    await stage.listen('mia')
    expect(own.requests.slice(asked).map(({ voice }) => voice)).toEqual(['marius'])
    expect(said.followUps).toEqual([])
  })

  it('reads messages with them as well', async () => {
    await stage.command('mia', 'join')
    await stage.command('mia', 'read here')
    const asked = own.requests.length
    const { discord, fixture } = stage.sandbox
    const { channels, people } = fixture
    discord.world.messages.create(channels.general.id, people.mia.id, { content: 'What I write is read.' })
    await stage.until(() => own.requests.length > asked)
    expect(['marius', 'estelle']).toContain(own.requests.at(-1)?.voice)
    expect(stage.sandbox.speech.requests).toEqual([])
  })
})

describe('a speech server that does not tell its voices', () => {
  let own: SpeechService
  let stage: Stage
  beforeAll(async () => {
    own = await startSpeechService({
      synthesize: speakTones,
      openai: { voices: ['alloy', 'nova'], listsVoices: false },
    })
    const environment = { LECTOR_ENGINE: 'openai', OPENAI_SPEECH_URL: own.openaiBaseUrl, OPENAI_SPEECH_KEY: own.key }
    stage = await Stage.open({}, { environment: { ...environment, LECTOR_VOICE: 'nova' } })
    await stage.enter('mia', 'lounge')
  })
  afterAll(async () => {
    await stage?.close()
    await own?.close()
  })

  it('reads everybody with the voice of the settings, and none that it would refuse', async () => {
    await stage.command('mia', 'read here')
    const { discord, fixture } = stage.sandbox
    discord.world.messages.create(fixture.channels.general.id, fixture.people.mia.id, { content: 'I chose no voice.' })
    await stage.until(() => own.requests.length > 0)
    await stage.listen('mia')
    expect(own.requests.map(({ voice }) => voice)).toEqual(['nova'])
    const shown = (await stage.command('mia', 'voice show')).original?.content
    expect(shown).toContain('**Voice:** nova (default)')
    expect(shown).not.toMatch(/you sound like/)
  })
})

describe('a speech server with a voice for whom it does not know', () => {
  let own: SpeechService
  let stage: Stage
  beforeAll(async () => {
    const voices = ['alloy', 'echo', 'nova', 'onyx']
    own = await startSpeechService({ synthesize: speakTones, openai: { voices, models: ['tts-1'] } })
    stage = await Stage.open(
      {},
      {
        environment: {
          LECTOR_ENGINE: 'openai',
          OPENAI_SPEECH_URL: own.openaiBaseUrl,
          OPENAI_SPEECH_KEY: own.key,
          OPENAI_SPEECH_MODEL: 'tts-1',
          OPENAI_SPEECH_VOICE: 'nova',
        },
      },
    )
    await stage.enter('mia', 'lounge')
  })
  afterAll(async () => {
    await stage?.close()
    await own?.close()
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content

  it('speaks with that voice where nobody chose, before and after it has told its voices', async () => {
    for (const text of ['Before it has told them.', 'And after.']) await stage.command('mia', 'say', { text })
    await stage.until(() => own.requests.length === 2)
    expect(own.requests.map(({ voice }) => voice)).toEqual(['nova', 'nova'])
    expect(await answer('mia', 'server show')).toContain('**Voice:** nova (default)')
  })

  it('follows styles as far as it can, and nobody is told that one of its voices cannot', async () => {
    await stage.command('mia', 'voice style', { style: 'whisper' })
    expect(await answer('mia', 'voice set', { voice: 'onyx' })).toMatch(/\*\*Voice:\*\* onyx$/)
    await stage.command('mia', 'voice reset')
  })
})
