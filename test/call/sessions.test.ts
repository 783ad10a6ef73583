import { describe, expect, it, vi } from 'vitest'
import { FrameClock } from '../../src/call/frame-clock.ts'
import { VoiceSessions } from '../../src/call/sessions.ts'
import { PromptedEngine } from '../support/prompted-engine.ts'
import { RecordingLink } from '../support/recording-link.ts'

function sessionsOver(links: RecordingLink[], frames = new FrameClock()): VoiceSessions {
  return new VoiceSessions({
    frames,
    output: {
      open: () => {
        const link = new RecordingLink()
        links.push(link)
        return link
      },
    },
    engine: new PromptedEngine(),
    queueLimit: 5,
    bitrate: () => 64_000,
  })
}

describe('VoiceSessions', () => {
  it('has one session per server, and a new one after it was left', async () => {
    const links: RecordingLink[] = []
    const sessions = sessionsOver(links)
    const session = await sessions.join('one', 'lounge')
    expect(await sessions.join('one', 'lounge')).toBe(session)
    await sessions.join('two', 'hall')
    expect([sessions.size, links.length]).toEqual([2, 2])

    session.leave()
    expect([sessions.get('one'), sessions.size]).toEqual([undefined, 1])
    expect(await sessions.join('one', 'lounge')).not.toBe(session)
    void sessions.drain(AbortSignal.abort())
  })

  it('forgets a server whose channel could not be joined', async () => {
    const links: RecordingLink[] = []
    const sessions = sessionsOver(links)
    const session = sessions.open('one')
    links[0]!.connect = () => Promise.reject(new Error('no'))
    await expect(session.join('lounge')).rejects.toThrow()
    expect(sessions.size).toBe(0)
  })

  it('tells what happens with the server it happens in', async () => {
    const sessions = sessionsOver([])
    const seen: string[] = []
    sessions.on('state', (guildId, { status }) => seen.push(`${guildId} ${status}`))
    const session = await sessions.join('one', 'lounge')
    session.leave()
    expect(seen).toEqual(['one joining', 'one idle', 'one left'])
  })

  it('leaves every channel when it closes, and opens no more', async () => {
    const links: RecordingLink[] = []
    const sessions = sessionsOver(links)
    for (const guild of ['one', 'two', 'three']) await sessions.join(guild, 'lounge')
    await sessions.drain(AbortSignal.abort())
    expect(links.map(({ closed }) => closed)).toEqual(Array(3).fill({ tellDiscord: true }))
    expect(sessions.size).toBe(0)
    await expect(sessions.join('four', 'lounge')).rejects.toMatchObject({ code: 'app.stopping' })
  })

  it('lets nobody else in while the event loop is at work most of the time', async () => {
    const frames = new FrameClock()
    const load = vi.spyOn(frames, 'load', 'get').mockReturnValue(0.7)
    const sessions = sessionsOver([], frames)
    const session = await sessions.join('one', 'lounge')
    load.mockReturnValue(0.8)
    await expect(sessions.join('two', 'hall')).rejects.toMatchObject({ code: 'voice.too-busy', retryable: true })
    expect(await sessions.join('one', 'lounge')).toBe(session)
    load.mockReturnValue(0.2)
    await sessions.join('two', 'hall')
    expect(sessions.size).toBe(2)
    void sessions.drain(AbortSignal.abort())
  })
})
