import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

describe('LECTOR_HTTP', () => {
  let stage: Stage
  let url: string
  beforeAll(async () => {
    const refusing = { refuse: { status: 400, code: 'DataInspectionFailed', message: 'refused' } }
    stage = await Stage.open(
      { speech: { faults: ({ text }) => (text.includes('refuse') ? refusing : {}) } },
      { environment: { LECTOR_HTTP: '0' } },
    )
    url = /"url":"([^"]+)"/.exec(stage.log.find((line) => line.includes('answering the host'))!)![1]!
    await stage.enter('mia', 'lounge')
  })
  afterAll(() => stage?.close())

  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${url}${path}`, init)
    return { status: response.status, text: await response.text() }
  }

  it('/livez and /readyz answer ok once the bot is ready', async () => {
    expect(await get('/livez')).toEqual({ status: 200, text: 'ok\n' })
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ok\n' })
    expect(await get('/readyz', { method: 'HEAD' })).toEqual({ status: 200, text: '' })
  })

  it('/readyz says that the gateway is away, and that it is back', async () => {
    const { gateway } = stage.sandbox.discord
    for (const connection of gateway.connectionsOf(stage.sandbox.fixture.bot.user.id)) {
      // Without its session the bot has to log in again, which discord.js delays by five seconds.
      if (connection.session) gateway.sessions.end(connection.session)
      connection.cut()
    }
    const away = { status: 503, text: 'No gateway connection with Discord is ready.\n' }
    await expect.poll(() => get('/readyz'), { timeout: 10_000, interval: 20 }).toEqual(away)
    await expect.poll(() => get('/readyz'), { timeout: 30_000 }).toMatchObject({ status: 200 })
    expect((await metrics()).get('lector_gateway_events_total{event="reconnecting"}')).toBeGreaterThan(0)
  })

  it('answers nothing but GET on its four paths', async () => {
    expect(await get('/')).toMatchObject({ status: 404 })
    expect(await get('/metrics', { method: 'POST' })).toMatchObject({ status: 405 })
  })

  it('/status is JSON without any id', async () => {
    const { text } = await get('/status')
    expect(JSON.parse(text)).toMatchObject({ servers: 1, engine: 'dashscope', database: 'sqlite', calls: 0, queued: 0 })
    expect(text).not.toMatch(/\d{15}/)
  })

  it('/metrics counts what an independent listener heard', async () => {
    const before = await metrics()
    const grown = (name: string, now: Map<string, number>) => (now.get(name) ?? 0) - (before.get(name) ?? 0)
    const served = stage.sandbox.speech.requests.length
    await stage.command('mia', 'say', { text: 'The ferry leaves at nine.' })
    await stage.command('mia', 'say', { text: 'The fixture is quiet tonight.' })
    await stage.command('mia', 'say', { text: 'Please refuse this one.' })
    await stage.until(() => stage.finished >= 3)
    const { utterances, frames } = await stage.listen('mia')
    const now = await metrics()

    expect(grown('lector_utterances_total{outcome="spoken",engine="dashscope"}', now)).toBe(2)
    expect(grown('lector_utterances_total{outcome="failed",engine=""}', now)).toBe(1)
    expect(grown('lector_failures_total{code="speech.blocked"}', now)).toBe(1)
    expect(grown('lector_frames_sent_total', now)).toBe(frames.filter(({ silence }) => !silence).length)
    const billed = grown('lector_characters_total{engine="dashscope",model="qwen3-tts-flash"}', now)
    expect(billed).toBe('The ferry leaves at nine.The fixture is quiet tonight.'.length)
    expect(grown('lector_first_sound_seconds_count', now)).toBe(2)

    // From the request until sound arrived, measured at the two ends that are not the bot's.
    const asked = stage.sandbox.speech.requests[served]!.at
    const heard = utterances[0]!.firstSound! - asked
    const first = grown('lector_synthesis_seconds_sum', now) + grown('lector_sending_seconds_sum', now)
    expect(first * 1000).toBeGreaterThan(heard - 50)
    expect(now.get('lector_calls')).toBe(1)
    expect(now.get('lector_queue')).toBe(0)
  })

  async function metrics(): Promise<Map<string, number>> {
    const { text } = await get('/metrics')
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    )
  }
})
