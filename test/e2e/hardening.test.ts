import { createSocket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBot } from '@lector/playground'
import { afterEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const LONG = 'This sentence is long enough that something can happen to the bot while it is being said, I hope. '

let stage: Stage
afterEach(() => stage.close())

const content = async (...command: Parameters<Stage['command']>) =>
  (await stage.command(...command)).original?.content ?? ''

/** What the bot posts about its connection, and not its greeting in a new server. */
const notices = () => {
  const { discord, fixture } = stage.sandbox
  const messages = discord.world.messages.list(fixture.channels.general.id)
  return messages.filter(
    ({ author, interaction_metadata, content }) =>
      author.id === fixture.bot.user.id && !interaction_metadata && /connection|UDP/.test(content),
  )
}

async function speaking(): Promise<void> {
  stage = await Stage.open()
  await stage.enter('mia', 'lounge')
  await stage.command('mia', 'say', { text: LONG })
  await stage.until(() => stage.hasSpeech('mia'))
}

describe('the network', () => {
  it('may send any datagram to the voice port without ending the process or losing a frame', async () => {
    await speaking()
    const { discord, fixture } = stage.sandbox
    const session = discord.voice.session(fixture.guild.id, fixture.bot.user.id)
    const { port } = session!.media!.remote
    const socket = createSocket('udp4')
    for (let round = 0; round < 5; round++) {
      for (let length = 0; length <= 80; length++) socket.send(Buffer.alloc(length, 0x90), port, '127.0.0.1')
    }
    const { utterances } = await stage.listen('mia')
    socket.close()
    expect(utterances.map(({ lost }) => lost)).toEqual([0])
    expect(stage.bot.child.exitCode).toBeNull()
  })

  it('that lets no UDP through is named within ten seconds, with the address', async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
    await stage.sandbox.faults.cause('discovery-lost', { times: 1_000 })
    const asked = performance.now()
    expect(await content('mia', 'say', { text: 'Hello.' })).toMatch(
      /UDP to 127\.0\.0\.1:\d+ gets no answer.*firewall or NAT/,
    )
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(await content('mia', 'doctor')).toMatch(/UDP to 127\.0\.0\.1:\d+ gets no answer/)
    expect(stage.log.some((line) => line.includes('"code":"voice.udp-blocked"'))).toBe(true)
    expect(notices()).toEqual([])
  })
})

describe('a voice server that is away', () => {
  it('costs nothing that was said meanwhile, and is told once', async () => {
    await speaking()
    await stage.sandbox.faults.cause('voice-away')
    await sleep(500)
    for (const text of ['While you were away.', 'And this too.']) void stage.command('mia', 'say', { text })
    await stage.until(() => notices().length > 0)
    await sleep(3_000)
    stage.forget('mia')
    stage.sandbox.faults.end('voice-away')
    await stage.until(() => stage.finished === 3)
    expect(
      stage.log.filter((line) => line.includes('"msg":"utterance"') && line.includes('"outcome":"spoken"')),
    ).toHaveLength(3)
    expect(notices().map((notice) => notice.content)).toEqual([
      expect.stringMatching(/trying to get it back.*2 minutes/),
    ])
  })
})

describe('a machine whose clock is three minutes fast', () => {
  it('reads messages all the same, and /doctor names it', async () => {
    const fast = 'const real = Date.now; Date.now = () => real() + 180_000'
    const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fast)}` }
    stage = await Stage.open({}, { environment })
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'read here')
    await stage.command('mia', 'join')
    const { discord, fixture } = stage.sandbox
    discord.world.messages.create(fixture.channels.general.id, fixture.people.mia.id, { content: 'Good morning.' })
    await stage.until(() => stage.hasSpeech('mia'))
    expect(await content('mia', 'doctor')).toMatch(/clock is 1(79|80) s fast/)
  })
})

describe('a start', () => {
  it.each([503, 502])('goes on when Discord answers %i to the command list', async (status) => {
    stage = await Stage.open()
    await stage.bot.stop()
    await stage.sandbox.faults.cause('rest-failed', { path: '/applications', status, times: 1_000 })
    const second = await startBot(stage.sandbox)
    try {
      await stage.enter('mia', 'lounge')
      expect(await content('mia', 'say', { text: 'Hello.' })).toMatch(/Speaking in/)
    } finally {
      await second.stop()
    }
  })

  it('registers no commands that Discord has already', async () => {
    stage = await Stage.open()
    await stage.bot.stop()
    const lines: string[] = []
    const second = await startBot(stage.sandbox, { onLog: (line) => lines.push(line) })
    await second.stop()
    expect(lines.find((line) => line.includes('"msg":"commands are registered"'))).toContain('"published":false')
  })

  it('waits for a Discord that fails at first', async () => {
    stage = await Stage.open()
    await stage.bot.stop()
    await stage.sandbox.faults.cause('rest-failed', { path: '/gateway/bot', status: 503, times: 6 })
    const second = await startBot(stage.sandbox)
    await second.stop()
  })

  it('answers in a server that Discord has not sent yet that it is still starting', async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
    const { discord, fixture } = stage.sandbox
    for (const { session } of discord.gateway.connectionsOf(fixture.bot.user.id))
      session?.dispatch({ t: 'GUILD_DELETE', d: { id: fixture.guild.id, unavailable: true } } as never)
    expect(await content('mia', 'say', { text: 'Hello.' })).toMatch(/still starting/)
  })
})

describe('people outside the voice channel', () => {
  it('cannot skip, stop or send away what others hear', async () => {
    await speaking()
    for (const command of ['skip', 'stop', 'leave'])
      expect(await content('tom', command)).toMatch(/speaking for people in \*\*lounge\*\*/)
    await stage.enter('tom', 'lounge')
    expect(await content('tom', 'skip')).toBe('Skipped.')
  })
})
