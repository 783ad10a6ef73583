import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

describe('/doctor', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(() => stage?.close())

  it('finds everything well where the bot speaks', async () => {
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'join')
    const report = (await stage.command('mia', 'doctor')).original?.content ?? ''
    expect(report).not.toContain('⚠️')
    expect(report).toMatch(/End-to-end encryption \(\d\S+\) and the Opus encoder \(@evan\/opus\)/)
    expect(report).toMatch(/Voice is connected \(\d+ ms\), end-to-end encrypted/)
    expect(report).toMatch(/dashscope works: first audio after \d+ ms/)
    expect(report).toMatch(/Settings are saved in a file \(\d+ ms\)/)
    expect(report).toMatch(/no limit/)
  })

  it('says what could not be checked, and why', async () => {
    const report = (await stage.command('tom', 'doctor')).original?.content ?? ''
    expect(report).toContain("⚠️ You're not in a voice channel")
  })
})
