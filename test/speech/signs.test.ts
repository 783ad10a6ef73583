import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { writeSigns } from '../../src/speech/signs.ts'

describe('writeSigns', () => {
  it.each([
    ['two kids & one dog', 'two kids and one dog'],
    ['2+2=4', '2 plus 2 equals 4'],
    ['5 - 3 = 2', '5 minus 3 equals 2'],
    ['open 24/7', 'open twenty-four seven'],
    ['a 50/50 chance', 'a fifty-fifty chance'],
    ['3/4 of it', 'three quarters of it'],
    ['9/10 would do it again', '9 out of 10 would do it again'],
    ['120 km', '120 kilometers'],
    ['we are #1', 'we are number 1'],
    ['#winning', 'hashtag winning'],
    ['coffee w/ milk w/o sugar', 'coffee with milk without sugar'],
    ['thx, rofl', 'thanks, roffle'],
    ['the API in C# and C++', 'the A P I in C sharp and C plus plus'],
    ['~5 of them', 'about 5 of them'],
    ['he and/or she', 'he and or she'],
  ])('says %j as %j in English', (text, said) => {
    expect(writeSigns(text, 'en')).toBe(said)
  })

  it.each([
    ['de', 'Tom & Ana, 24/7, 1/2, #1', 'Tom und Ana, 24 7, ein halb, Nummer 1'],
    ['fr', 'a = b', 'a égale b'],
    ['es', 'Tom & Ana', 'Tom y Ana'],
    ['it', '1+1=2', '1 più 1 uguale 2'],
    ['pt', 'o #1', 'o número 1'],
    ['ru', 'А & Б 2+2=4', 'А и Б 2 плюс 2 равно 4'],
    ['ja', '10%で$5、5kmは1/2', '10パーセントで5ドル、5キロメートルは2ぶんの1'],
    ['ko', '2+2 3/4', '2 더하기 2 4분의 3'],
    ['zh', '2+2=4 和 3/4', '2加2等于4 和 4分之3'],
  ])('knows the signs of %s', (language, text, said) => {
    expect(writeSigns(text, language)).toBe(said)
  })

  it.each([
    '/join',
    'they won 3 - 1',
    '12/25/2023',
    'a normal sentence, with commas. And more!',
    'self-made 10-20',
    '(C) 2026',
  ])('leaves %j alone', (text) => {
    for (const { code } of LANGUAGES) expect(writeSigns(text, code)).toBe(text)
  })

  it('leaves other languages alone', () => {
    expect(writeSigns('a & b', 'sw')).toBe('a & b')
  })
})
