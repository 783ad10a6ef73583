import { describe, expect, it } from 'vitest'
import { fencedOutput } from '../../src/call/fenced-output.ts'
import { RecordingLink } from '../support/recording-link.ts'

describe('fencedOutput', () => {
  const packet = Buffer.from([1])
  const signal = new AbortController().signal

  function open() {
    const link = new RecordingLink()
    const may = { act: true }
    const observer = { onInterrupted() {}, onRestored() {}, onLost() {}, onMoved() {}, onHold() {} }
    return { link, may, fenced: fencedOutput({ open: () => link }, () => may.act).open('1', observer) }
  }

  it('sends and joins while this process holds its shards', async () => {
    const { link, fenced } = open()
    await fenced.connect('7', signal)
    expect(fenced.send(packet)).toBe(true)
    expect(link.sent).toHaveLength(1)
  })

  it('holds packets and refuses to join while another process may hold them', async () => {
    const { link, may, fenced } = open()
    await fenced.connect('7', signal)
    may.act = false
    expect(fenced.send(packet)).toBe(false)
    await expect(fenced.connect('8', signal)).rejects.toMatchObject({ code: 'voice.join-failed', retryable: true })
    expect(link.sent).toHaveLength(0)
    may.act = true
    expect(fenced.send(packet)).toBe(true)
  })
})
