import type { DiscordSandboxOptions } from '@lector/loopback-discord'
import { afterEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const MODES: readonly [string, NonNullable<DiscordSandboxOptions['voice']>, boolean][] = [
  ['AES-256-GCM under end-to-end encryption', { modes: ['aead_aes256_gcm_rtpsize'] }, true],
  ['XChaCha20-Poly1305 under end-to-end encryption', { modes: ['aead_xchacha20_poly1305_rtpsize'] }, true],
  ['a voice server without end-to-end encryption, as on stages', { daveVersion: 0 }, false],
]

describe('speech is heard through', () => {
  let stage: Stage | undefined
  afterEach(() => stage?.close())

  it.each(MODES)('%s', async (_name, voice, endToEnd) => {
    stage = await Stage.open({ discord: { voice } })
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'say', { text: 'Can you hear me?' })
    const { frames, utterances } = await stage.listen('mia')
    const voiced = frames.filter(({ silence }) => !silence)
    expect(utterances[0]).toMatchObject({ lost: 0, undecryptable: 0 })
    expect(voiced.every((frame) => frame.endToEndEncrypted === endToEnd)).toBe(true)
  })
})
