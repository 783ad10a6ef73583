import { counted, numbers } from '../../counted.ts'

export const number = numbers('pt')

export const messages = counted('pt', { single: '1 mensagem', many: '# de mensagens', other: '# mensagens' })
export const characters = counted('pt', { single: '1 caractere', many: '# de caracteres', other: '# caracteres' })
export const words = counted('pt', { single: '1 palavra', many: '# de palavras', other: '# palavras' })
export const people = counted('pt', { single: '1 pessoa', many: '# de pessoas', other: '# pessoas' })
export const seconds = counted('pt', { single: '1 segundo', many: '# de segundos', other: '# segundos' })
export const days = counted('pt', { single: '1 dia', many: '# de dias', other: '# dias' })
