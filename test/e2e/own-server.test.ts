import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SpeechService, startSpeechService } from '../../src/sandbox/speech-service/service.ts'
import { Stage } from '../support/stage.ts'
import { speakTones } from '../support/tone-engine.ts'

describe('a speech server of one’s own, beside another service', () => {
  let own: SpeechService
  let stage: Stage
  beforeAll(async () => {
    own = await startSpeechService({ synthesize: speakTones, openai: { voices: ['marius', 'estelle'] } })
    const environment = { LECTOR_ENGINE: 'dashscope', OPENAI_SPEECH_URL: own.openaiBaseUrl, OPENAI_SPEECH_KEY: own.key }
    stage = await Stage.open({}, { environment })
    await stage.enter('mia', 'lounge')
  })
  afterAll(async () => {
    await stage?.close()
    await own?.close()
  })

  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const offered = () => stage.suggest('mia', 'say', 'voice', '')

  it('has its own voices, where a server has chosen it', async () => {
    expect(await offered()).toContain('Cherry')
    await stage.command('mia', 'server engine', { engine: 'openai' })
    // It is asked for them when somebody wants to see them first.
    await expect.poll(offered, { timeout: 10_000 }).toEqual(['marius', 'estelle'])
    expect(await answer('mia', 'voice set', { voice: 'Cherry' })).toMatch(/There is no voice named Cherry/)
    expect(await answer('mia', 'voice set', { voice: 'Estelle' })).toContain('**Voice:** estelle')
    await stage.command('mia', 'voice reset')
  })

  it('speaks with one of them where nobody chose, which is no replacement to tell anybody of', async () => {
    expect(await answer('mia', 'server show')).toContain('**Voice:** marius (default)')
    const said = await stage.command('mia', 'say', { text: 'Nobody has chosen a voice for this.' })
    await stage.listen('mia')
    expect(own.requests.map(({ voice }) => voice)).toEqual(['marius'])
    expect(said.followUps).toEqual([])
  })

  it('reads messages with them as well', async () => {
    await stage.command('mia', 'read here')
    const { discord, harbour } = stage.sandbox
    const { channels, people } = harbour
    discord.world.messages.create(channels.general.id, people.mia.id, { content: 'What I write is read.' })
    await stage.until(() => own.requests.length > 1)
    expect(['marius', 'estelle']).toContain(own.requests.at(-1)?.voice)
    expect(stage.sandbox.speech.requests).toEqual([])
  })
})
