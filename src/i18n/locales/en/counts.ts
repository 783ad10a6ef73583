import { counted, numbers } from '../../counted.ts'

export const number = numbers('en')

export const characters = counted('en', { single: '1 character', other: '# characters' })
export const days = counted('en', { single: '1 day', other: '# days' })
export const messages = counted('en', { single: '1 message', other: '# messages' })
export const otherMessages = counted('en', { single: '1 other message', other: '# other messages' })
export const people = counted('en', { single: '1 person', other: '# people' })
export const seconds = counted('en', { single: '1 second', other: '# seconds' })
export const waiting = counted('en', { single: '1 message is', other: '# messages are' })
export const words = counted('en', { single: '1 word', other: '# words' })
