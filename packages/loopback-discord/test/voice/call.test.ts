import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ENCRYPTION_MODES } from '../../src/voice/rtp.ts'
import { ANN, BOT, grouped, Scene } from './scene.ts'
import { talk, tonePackets } from './talk.ts'

describe.each(ENCRYPTION_MODES)('a call in %s', (mode) => {
  test('carries every frame of two seconds, end-to-end encrypted', async () => {
    await using scene = await Scene.open({ modes: [mode] })
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await grouped(2, ann, bot)
    await talk(bot, tonePackets(100))
    await sleep(100)

    const frames = ann.recording.framesOf(BOT)
    expect(frames).toHaveLength(105)
    expect(frames.filter(({ silence }) => silence)).toHaveLength(5)
    expect(frames.filter(({ opus }) => opus === undefined)).toHaveLength(0)
    expect(frames.filter(({ silence, endToEndEncrypted }) => !silence && !endToEndEncrypted)).toHaveLength(0)
  })

  test('carries every frame without end-to-end encryption where there is none', async () => {
    await using scene = await Scene.open({ modes: [mode], daveVersion: 0 })
    const ann = await scene.listen(ANN)
    const bot = await scene.ready()
    await talk(bot, tonePackets(25))
    await sleep(100)

    const frames = ann.recording.framesOf(BOT)
    expect(frames).toHaveLength(30)
    expect(frames.filter(({ endToEndEncrypted }) => endToEndEncrypted)).toHaveLength(0)
  })
})
