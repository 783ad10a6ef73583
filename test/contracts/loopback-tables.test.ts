import { tables } from '@lector/loopback-speech'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { countCharacters } from '../../src/speech/characters.ts'
import { MODELS } from '../../src/speech/engines/dashscope/models.ts'
import { modelHasVoice } from '../../src/speech/engines/dashscope/voice-sets.ts'
import { VOICES } from '../../src/speech/voices/voice-catalogue.ts'
import { seededRandom } from '../support/random.ts'

/**
 * Where Lector and the loopback disagree on purpose. Both tables were written from the provider's pages, neither from
 * the other: a difference that is not listed here is a mistake in one of them.
 */
const DECISIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['qwen-tts-realtime', 'qwen-tts-realtime-latest', 'qwen-tts-realtime-2025-07-15'].map((id) => [
      `model ${id}: limit`,
      'No page gives a limit for realtime sessions. Lector keeps to the 512 of the same generation over HTTP; the loopback refuses only what no model takes.',
    ]),
  ),
}

describe('the tables of Lector and of the loopback', () => {
  it('know the same models, with the same transport, limit, style and voices', () => {
    expect(unexplained(differences(ofLector(), ofLoopback()))).toEqual([])
  })

  it('know the same voices, with the same gender and dialect', () => {
    const client = new Map(
      VOICES.map(({ id, gender, dialect }) => [`voice ${id}`, { gender, dialect: dialect ?? null }]),
    )
    const service = new Map(tables.VOICES.map(({ id, gender, dialect }) => [`voice ${id}`, { gender, dialect }]))
    expect(unexplained(differences(client, service))).toEqual([])
  })

  it('speak the same languages, under the same names', () => {
    expect(LANGUAGES.map(({ name }) => name).sort()).toEqual([...tables.LANGUAGE_NAMES].sort())
    const names = new Map<string, string>(LANGUAGES.map(({ code, name }) => [code, name]))
    for (const voice of VOICES) {
      const languages = tables.VOICES.find(({ id }) => id === voice.id)?.languages
      expect(voice.languages.map((code) => names.get(code)).sort(), voice.id).toEqual([...(languages ?? [])].sort())
    }
  })

  it('count the characters of a text alike', () => {
    const random = seededRandom(7)
    const letters = ['a', 'é', ' ', '字', '東', 'ひ', '서', '🙂', '👩‍🚀', '，', '𠮷', '1', '\n']
    for (let round = 0; round < 500; round++) {
      const text = Array.from(
        { length: 1 + Math.floor(random() * 30) },
        () => letters[Math.floor(random() * letters.length)],
      ).join('')
      expect(countCharacters(text), JSON.stringify(text)).toBe(tables.countCharacters(text))
    }
  })

  it('differ only where a decision says so', () => {
    const found = new Set(differences(ofLector(), ofLoopback()).map(({ key }) => key))
    expect(Object.keys(DECISIONS).filter((key) => !found.has(key))).toEqual([])
  })
})

function ofLector(): Map<string, object> {
  return new Map(
    MODELS.map(({ id, transport, limit, style, voices }) => [
      `model ${id}`,
      { transport, limit, style, voices: voices === 'custom' ? 'custom' : voicesOf(id) },
    ]),
  )
}

function voicesOf(model: string): string[] {
  return VOICES.map(({ id }) => id)
    .filter((voice) => modelHasVoice(model, voice) === true)
    .sort()
}

function ofLoopback(): Map<string, object> {
  return new Map(
    [...tables.MODELS.values()].map(({ id, transport, limit, instructions, voices }) => [
      `model ${id}`,
      { transport, limit, style: instructions, voices: voices ? [...voices].sort() : 'custom' },
    ]),
  )
}

interface Difference {
  readonly key: string
  readonly client: unknown
  readonly service: unknown
}

/** Field by field, so that the name of a difference says what differs: `model qwen-tts: limit`. */
function differences(client: ReadonlyMap<string, object>, service: ReadonlyMap<string, object>): Difference[] {
  return [...new Set([...client.keys(), ...service.keys()])].flatMap((name) => {
    const one = client.get(name) as Readonly<Record<string, unknown>> | undefined
    const other = service.get(name) as Readonly<Record<string, unknown>> | undefined
    if (!one || !other) return [{ key: `${name}: known`, client: one !== undefined, service: other !== undefined }]
    return Object.keys(one)
      .filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
      .map((field) => ({ key: `${name}: ${field}`, client: one[field], service: other[field] }))
  })
}

function unexplained(found: readonly Difference[]): Difference[] {
  return found.filter(({ key }) => DECISIONS[key] === undefined)
}
