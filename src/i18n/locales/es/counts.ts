import { counted, numbers } from '../../counted.ts'

export const number = numbers('es')

export const messages = counted('es', { single: '1 mensaje', many: '# de mensajes', other: '# mensajes' })
export const characters = counted('es', { single: '1 carácter', many: '# de caracteres', other: '# caracteres' })
export const words = counted('es', { single: '1 palabra', many: '# de palabras', other: '# palabras' })
export const people = counted('es', { single: '1 persona', many: '# de personas', other: '# personas' })
export const seconds = counted('es', { single: '1 segundo', many: '# de segundos', other: '# segundos' })
export const days = counted('es', { single: '1 día', many: '# de días', other: '# días' })
