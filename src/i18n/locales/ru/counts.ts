import { counted, numbers } from '../../counted.ts'

export const number = numbers('ru')

export const messages = counted('ru', {
  single: '1 сообщение',
  one: '# сообщение',
  few: '# сообщения',
  many: '# сообщений',
  other: '# сообщения',
})

export const characters = counted('ru', {
  single: '1 символ',
  one: '# символ',
  few: '# символа',
  many: '# символов',
  other: '# символа',
})

export const words = counted('ru', {
  single: '1 слово',
  one: '# слово',
  few: '# слова',
  many: '# слов',
  other: '# слова',
})

/** In the accusative: "wait 21 seconds". */
export const seconds = counted('ru', {
  single: '1 секунду',
  one: '# секунду',
  few: '# секунды',
  many: '# секунд',
  other: '# секунды',
})

export const days = counted('ru', {
  single: '1 день',
  one: '# день',
  few: '# дня',
  many: '# дней',
  other: '# дня',
})

/** In the genitive, as after "of", "from" and "more than". */
export const ofSeconds = counted('ru', {
  single: '1 секунды',
  one: '# секунды',
  few: '# секунд',
  many: '# секунд',
  other: '# секунды',
})
export const ofCharacters = counted('ru', { single: '1 символа', one: '# символа', other: '# символов' })
export const ofWords = counted('ru', { single: '1 слова', one: '# слова', other: '# слов' })
