import { describe, expect, it } from 'vitest'
import type { SpokenCode } from '../../../src/kernel/spoken-languages.ts'
import { type NumberKind, writeOut } from '../../../src/text/numbers/write-out.ts'

const ALL: readonly NumberKind[] = ['dates', 'times', 'money', 'units', 'groups']

describe('numbers are written out', () => {
  it.each<[SpokenCode, string, string]>([
    ['en', 'on 2026-11-22', 'on November 22, 2026'],
    ['en', '11/22/2026', 'November 22, 2026'],
    ['en', '22/11/2026', 'November 22, 2026'],
    ['en', '12/05/2026', '12 5 2026'],
    ['en', 'at 17:00', 'at 5 PM'],
    ['en', 'at 17:30', 'at 17 30'],
    ['en', 'at 5:00 pm', 'at 5 pm'],
    ['en', '$5.99 or €3', '5 US dollars 99 or 3 euros'],
    ['en', '20 °C, 60 km/h', '20 degrees Celsius, 60 kilometers per hour'],
    ['en', '16 GB and 500MB', '16 gigabytes and 500 megabytes'],
    ['de', 'am 22.11.2026 um 17:00 Uhr', 'am 22. November 2026 um 17 Uhr'],
    ['de', '3,50 € für 1.500 g', '3 Euro 50 für 1500 Gramm'],
    ['fr', '17h30 ou 17:00', '17 30 ou 17 heures'],
    ['fr', '1 000 000', '1000000'],
    ['es', '3,50 € el 22/11/2026', '3 euros 50 el 22 de noviembre de 2026'],
    ['it', '60 km/h alle 17:00', '60 chilometri orari alle 17 ore'],
    ['pt', '20 °C', '20 graus Celsius'],
    ['ru', '22.11.2026, 500 мб', '22 ноября 2026 года, 500 мегабайт'],
    ['ko', '60km/h', '시속 60킬로미터'],
    ['zh', '20℃', '20摄氏度'],
    ['pl', '5 kg', '5 kilogramów'],
  ])('in %s: %j as %j', (language, text, expected) => {
    expect(writeOut(text, language, ALL)).toBe(expected)
  })

  it.each<[SpokenCode, string]>([
    ['en', 'v2.0.1 and 1.2.3'],
    ['en', '192.168.0.1:8080'],
    ['en', '3:1 and 16:9'],
    ['en', '5 m long, 3 h4, 5G'],
    ['en', '2026-13-45'],
    ['en', '00:00:15'],
    ['de', 'PS5 und MP3'],
    ['de', '10-jährig'],
    ['fr', '5 gars'],
    ['ru', '5 городов'],
  ])('but not in %s: %j', (language, text) => {
    expect(writeOut(text, language, ALL)).toBe(text)
  })

  it('only in the kinds that an engine reads badly', () => {
    expect(writeOut('$5.99 on 2026-11-22', 'en', ['dates'])).toBe('$5.99 on November 22, 2026')
    expect(writeOut('$5.99 on 2026-11-22', 'en', [])).toBe('$5.99 on 2026-11-22')
  })

  it('in linear time', () => {
    const text = '1.1,1 1:1/1-1 $ 5 km/ h'.repeat(200)
    const before = performance.now()
    for (let round = 0; round < 5; round++) writeOut(text, 'en', ALL)
    expect((performance.now() - before) / 5).toBeLessThan(50)
  })
})
