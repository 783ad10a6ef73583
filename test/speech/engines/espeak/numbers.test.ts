import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { SpokenCode } from '../../../../src/kernel/spoken-languages.ts'
import { findEspeak } from '../../../../src/speech/engines/espeak/find-espeak.ts'
import { writeOut } from '../../../../src/text/numbers/write-out.ts'

const espeak = await findEspeak(undefined)

/** The sounds that eSpeak NG would make, as its phonemes. */
function sounds(voice: string, text: string): string {
  if (!espeak) return ''
  const args = [...espeak.args, '-v', voice, '-q', '--ipa', text]
  return execFileSync(espeak.file, args, { encoding: 'utf8' }).replace(/[\sˈˌ]+/g, '')
}

function isInstalled(): boolean {
  try {
    return sounds('en-us', 'a') !== ''
  } catch {
    return false
  }
}

/** What is written, and how a speaker says it. */
const READINGS: readonly (readonly [SpokenCode, string, string, string])[] = [
  ['en', 'en-us', '60 km/h', 'sixty kilometers per hour'],
  ['en', 'en-us', '500 MB', 'five hundred megabytes'],
  ['en', 'en-us', '€3', 'three euros'],
  ['en', 'en-us', '17:00', 'five PM'],
  ['en', 'en-us', '1 000 000', 'one million'],
  ['de', 'de', '60 km/h', 'sechzig Kilometer pro Stunde'],
  ['de', 'de', '3,50 €', 'drei Euro fünfzig'],
  ['de', 'de', '17:00 Uhr', 'siebzehn Uhr'],
  ['de', 'de', '20 °C', 'zwanzig Grad Celsius'],
  ['fr', 'fr', '20 °C', 'vingt degrés Celsius'],
  ['fr', 'fr', '17:00', 'dix-sept heures'],
  ['es', 'es', '3,50 €', 'tres euros cincuenta'],
  ['it', 'it', '60 km/h', 'sessanta chilometri orari'],
  ['pt', 'pt-br', '20 °C', 'vinte graus Celsius'],
]

describe.skipIf(!isInstalled())('eSpeak NG, as a witness', () => {
  it.each(READINGS)(
    '%s: the voice %s reads %j badly as it is, and well when it is written out',
    (language, voice, raw, said) => {
      const kinds = ['dates', 'times', 'money', 'units', 'groups'] as const
      expect(sounds(voice, raw)).not.toBe(sounds(voice, said))
      expect(sounds(voice, writeOut(raw, language, kinds))).toBe(sounds(voice, said))
    },
  )
})
