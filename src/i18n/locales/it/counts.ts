import { counted, numbers } from '../../counted.ts'

export const number = numbers('it')

export const characters = counted('it', { single: '# carattere', many: '# di caratteri', other: '# caratteri' })
export const days = counted('it', { single: '# giorno', other: '# giorni' })
export const messages = counted('it', { single: '# messaggio', other: '# messaggi' })
export const otherMessages = counted('it', { single: '# altro messaggio', other: '# altri messaggi' })
export const seconds = counted('it', { single: '# secondo', other: '# secondi' })
export const words = counted('it', { single: '# parola', other: '# parole' })
