import { toneOf } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import type { EngineId, SpeechEngine, Utterance, Voice } from '../../../src/speech/engine.ts'
import { byLanguage } from '../../../src/speech/stack/by-language.ts'
import { speakWhole } from '../../support/speech.ts'

describe('byLanguage', () => {
  it.each<[Utterance['language'], string, EngineId]>([
    ['en', 'Hello', 'local'],
    ['fr', 'Bonjour', 'espeak'],
    ['auto', 'Good morning everyone, and welcome back', 'local'],
    ['auto', 'Guten Morgen, wie geht es euch heute?', 'espeak'],
    ['auto', '早上好', 'espeak'],
    ['auto', 'ok', 'local'],
  ])('gives %s %j to the %s engine', async (language, text, engine) => {
    const { receipt } = await speakWhole(byLanguage(voiceOf('local'), voiceOf('espeak')), { text, language })
    expect(receipt?.engine).toBe(engine)
  })

  it('tells the engine which language it is', async () => {
    const asked: Utterance[] = []
    const engine = byLanguage(voiceOf('local'), voiceOf('espeak', asked))
    await speakWhole(engine, { text: '안녕하세요', language: 'auto' })
    expect(asked.map(({ language }) => language)).toEqual(['ko'])
  })

  it('has the voices of both, each once, with the languages of both', () => {
    const { voices } = byLanguage(voiceOf('local'), voiceOf('espeak'))
    expect(voices().map(({ id, languages }) => [id, languages])).toEqual([
      ['Shared', ['en', 'fr']],
      ['local', ['en']],
      ['espeak', ['fr']],
    ])
  })

  it('closes both', async () => {
    const closed: string[] = []
    const closing = (id: EngineId) => ({ ...voiceOf(id), close: async () => void closed.push(id) })
    await byLanguage(closing('local'), closing('espeak')).close()
    expect(closed.toSorted()).toEqual(['espeak', 'local'])
  })
})

function voiceOf(id: EngineId, asked: Utterance[] = []): SpeechEngine {
  const voice = (name: string): Voice => ({
    id: name,
    gender: 'neutral',
    description: '',
    languages: id === 'local' ? ['en'] : ['fr'],
  })
  return {
    id,
    voices: () => [voice('Shared'), voice(id)],
    async *speak(utterance) {
      asked.push(utterance)
      yield { kind: 'audio', pcm: toneOf(utterance.text) }
      yield { kind: 'end', receipt: { engine: id, model: 'tones', characters: 0 } }
    },
    close: async () => {},
  }
}
