import { MOODS } from '@lector/loopback-speech'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentFor } from '../../src/environment.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox.ts'
import { call } from './call.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const moodNow = async () => (await call(sandbox, 'GET', '/speech/mood')).body

const speak = async () => {
  const { openaiBaseUrl, botKey } = sandbox.description.speech
  const body = JSON.stringify({ input: 'Hi', response_format: 'pcm', stream: true })
  const headers = { authorization: `Bearer ${botKey}` }
  return (await fetch(`${openaiBaseUrl}/audio/speech`, { method: 'POST', headers, body })).status
}

test('moods are listed with their server, a sentence and a source', async () => {
  const { body } = await call(sandbox, 'GET', '/speech/moods')
  expect(body).toHaveLength(MOODS.length)
  expect(body[0]).toEqual({
    name: 'kokoro-fastapi',
    server: 'openai',
    summary: expect.any(String),
    source: expect.stringContaining('remsky/Kokoro-FastAPI'),
  })
})

test('a mood applies from the next request until it is removed', async () => {
  expect(await moodNow()).toEqual({ mood: null })
  expect(await speak()).toBe(200)
  expect((await call(sandbox, 'PUT', '/speech/mood', { mood: 'alltalk' })).status).toBe(204)
  expect(await moodNow()).toEqual({ mood: 'alltalk' })
  expect(await speak()).toBe(400)
  expect((await call(sandbox, 'DELETE', '/speech/mood')).status).toBe(204)
  expect(await speak()).toBe(200)
})

test('an unknown mood is refused with a suggestion', async () => {
  const { status, body } = await call(sandbox, 'PUT', '/speech/mood', { mood: 'kokoro-fastapy' })
  expect([status, body.message]).toEqual([400, expect.stringContaining('kokoro-fastapi')])
})

test('each mood has variables that point Lector to it', () => {
  for (const { name } of MOODS) {
    const variables = environmentFor(sandbox.description.speech, name)
    expect(Object.keys(variables), name).toContain('LECTOR_ENGINE')
    expect(
      Object.values(variables).some((value) => /^(?:http|tcp):\/\/(?:user:password@)?127\.0\.0\.1:/.test(value)),
      name,
    ).toBe(true)
  }
})
