import type { SpokenCode } from '../../kernel/spoken-languages.ts'
import { amount } from './amount.ts'

/** "€3.50" as "3 euros 50": the currency by its name, behind the whole amount. */
export function writtenMoney(text: string, language: SpokenCode): string {
  return text
    .replace(signFirst, (all, sign: string, digits: string) => written(digits, sign, language) ?? all)
    .replace(signLast, (all, digits: string, sign: string) => written(digits, sign, language) ?? all)
}

const SIGNS: Readonly<Record<string, string>> = {
  R$: 'BRL',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₩': 'KRW',
  '₽': 'RUB',
}

const NUMBER = '(\\d+(?:[.,\\u00A0\\u202F]\\d+)*)'
const SIGN = '(R\\$|[$€£¥￥₩₽])'
const signFirst = new RegExp(`(?<![\\p{L}\\p{N}])${SIGN}\\s?${NUMBER}(?![\\p{N}])`, 'gu')
const signLast = new RegExp(`(?<![\\p{L}\\p{N}.,])${NUMBER}\\s?${SIGN}(?![\\p{L}\\p{N}])`, 'gu')

function written(digits: string, sign: string, language: SpokenCode): string | undefined {
  const value = amount(digits)
  const currency = language === 'zh' && /[¥￥]/.test(sign) ? 'CNY' : SIGNS[sign]
  if (value === undefined || currency === undefined) return undefined
  const whole = Math.trunc(value)
  const rest = Math.round((value - whole) * 100)
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 0,
    useGrouping: false,
  })
  return rest === 0 ? format.format(whole) : `${format.format(whole)} ${String(rest).padStart(2, '0')}`
}
