import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/audio/sniff.ts'
import { createDraw } from '../support/draw.ts'

/** Made by ffmpeg; the package's README says how. */
const sounds = join(import.meta.dirname, '../../packages/loopback-speech/src/audio/sounds')
const file = (name: string) => readFileSync(join(sounds, name))

describe('sniff', () => {
  it.each([
    ['tone.mp3', 'mp3'],
    ['tone-with-id3.mp3', 'mp3'],
    ['tone.aac', 'aac'],
    ['tone.m4a', 'mp4'],
    ['tone.opus', 'ogg'],
    ['tone.flac', 'flac'],
    ['tone.webm', 'webm'],
  ] as const)('tells %s from its first bytes, and needs no more than 3 KB', (name, kind) => {
    const bytes = file(name)
    for (let length = 0; length < 3_000; length++) {
      const told = sniff(bytes.subarray(0, length))
      expect(told === undefined || told === kind, `${length} bytes: ${told}`).toBe(true)
    }
    expect(sniff(bytes.subarray(0, 3_000))).toBe(kind)
  })

  it('takes PCM for PCM, also when it begins with the sync word of an MP3', () => {
    const draw = createDraw(7)
    for (let round = 0; round < 2_000; round++) {
      // Quiet noise around zero, as before a first word: many samples of -1 are `ff ff`.
      const start = Buffer.alloc(4_000)
      for (let at = 0; at < start.length; at += 2) start.writeInt16LE(draw.below(9) - 6, at)
      expect(sniff(start)).toBe('pcm')
    }
    expect(sniff(Buffer.from('fff364c4', 'hex'), true)).toBe('pcm')
  })

  it('tells a page and JSON from sound', () => {
    for (const text of [
      '<!doctype html><html lang="en">',
      '\n\n<html><body>Bad Gateway</body>',
      '{"detail":[{"loc":["body"]}]}',
    ]) {
      expect(sniff(Buffer.from(text))).toBe('text')
    }
  })
})
