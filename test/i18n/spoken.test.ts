import { describe, expect, it } from 'vitest'
import { spokenIn } from '../../src/i18n/catalogues.ts'
import type { Spoken } from '../../src/i18n/spoken.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'

/** Every phrase with sample arguments, by name. */
function rendered(phrases: Spoken): Record<string, string> {
  const counts = [1, 2, 3, 5, 11, 21, 22, 100, 1_000_000]
  const counted = (name: 'links' | 'images' | 'videos' | 'audios' | 'files' | 'leftOut') =>
    Object.fromEntries(counts.map((count) => [`${name} ${count}`, phrases[name](count)]))
  return {
    says: phrases.says('Mia'),
    answers: phrases.answers('Mia', 'Tom'),
    sends: phrases.sends('Mia'),
    someone: phrases.someone,
    aRole: phrases.aRole,
    aChannel: phrases.aChannel,
    everyone: phrases.everyone,
    everyoneHere: phrases.everyoneHere,
    command: phrases.command('play'),
    link: phrases.link,
    linkTo: phrases.linkTo('example.org'),
    code: phrases.code,
    spoiler: phrases.spoiler,
    emojis: phrases.emojis(3),
    at: phrases.at,
    dot: phrases.dot,
    ...Object.fromEntries(Object.entries(phrases.signs).map(([sign, name]) => [`sign ${sign}`, name])),
    times: phrases.times(3, 'Mia'),
    forwarded: phrases.forwarded,
    poll: phrases.poll('Tom'),
    options: phrases.options(['Mia', 'Tom']),
    sticker: phrases.sticker('Mia'),
    'sticker without a name': phrases.sticker(''),
    embed: phrases.embed('Mia'),
    file: phrases.file('Mia'),
    voiceMessage: phrases.voiceMessage,
    seconds: phrases.duration(12_000),
    minutes: phrases.duration(600_000),
    andSoOn: phrases.andSoOn,
    joins: phrases.joins('Mia'),
    leaves: phrases.leaves('Mia'),
    ...counted('links'),
    ...counted('images'),
    ...counted('videos'),
    ...counted('audios'),
    ...counted('files'),
    ...counted('leftOut'),
  }
}

describe.each(LANGUAGES.map(({ code }) => code))('the spoken phrases in %s', (code) => {
  const phrases = rendered(spokenIn(code))

  it('are all there, short, and without loose ends', () => {
    for (const [name, phrase] of Object.entries(phrases)) {
      expect(phrase, name).toMatch(/^\S.*\S$|^\S$/u)
      expect(phrase, name).not.toMatch(/undefined|NaN|#|[.。]$|\s\s/u)
      expect(phrase.length, name).toBeLessThan(60)
    }
  })

  it('keep names as they are', () => {
    for (const name of [
      'says',
      'answers',
      'sends',
      'times',
      'options',
      'sticker',
      'embed',
      'file',
      'joins',
      'leaves',
    ]) {
      expect(phrases[name], name).toContain('Mia')
    }
    expect(phrases.answers).toMatch(/Mia.*Tom/)
    expect(phrases.linkTo).toContain('example.org')
    expect(phrases.command).toContain('play')
  })

  it('say the number of several items, and none for one', () => {
    expect(phrases['images 1']).not.toMatch(/\d/)
    expect(phrases['images 22']).toContain('22')
    expect(phrases['leftOut 22']).toContain('22')
  })

  it('differ between languages', () => {
    for (const other of LANGUAGES.filter((language) => language.code !== code)) {
      expect(phrases.andSoOn).not.toBe(spokenIn(other.code).andSoOn)
    }
  })
})

it.each([
  [1, 'картинка', '1 раз'],
  [2, '2 картинки', '2 раза'],
  [5, '5 картинок', '5 раз'],
  [11, '11 картинок', '11 раз'],
  [21, '21 картинка', '21 раз'],
  [22, '22 картинки', '22 раза'],
])('Russian inflects what it counts: %i', (count, images, times) => {
  expect(spokenIn('ru').images(count)).toBe(images)
  expect(spokenIn('ru').times(count, 'кот')).toBe(`${times} кот`)
})
