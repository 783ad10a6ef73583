import { counted, numbers } from '../../counted.ts'

export const number = numbers('de')

export const characters = counted('de', { single: '# Zeichen', other: '# Zeichen' })
export const days = counted('de', { single: '# Tag', other: '# Tage' })
export const messages = counted('de', { single: '# Nachricht', other: '# Nachrichten' })
/** In the dative, as after "nach" and "mit". */
export const otherMessagesDative = counted('de', { single: '# anderen Nachricht', other: '# anderen Nachrichten' })
export const seconds = counted('de', { single: '# Sekunde', other: '# Sekunden' })
export const words = counted('de', { single: '# Wort', other: '# Wörter' })
export const wordsDative = counted('de', { single: '# Wort', other: '# Wörtern' })
