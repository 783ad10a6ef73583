import { counted, numbers } from '../../counted.ts'

export const number = numbers('fr')

export const characters = counted('fr', {
  single: '# caractère',
  one: '# caractère',
  many: '# de caractères',
  other: '# caractères',
})
export const days = counted('fr', { single: '# jour', one: '# jour', other: '# jours' })
export const messages = counted('fr', { single: '# message', one: '# message', other: '# messages' })
export const otherMessages = counted('fr', {
  single: '# autre message',
  one: '# autre message',
  other: '# autres messages',
})
export const seconds = counted('fr', { single: '# seconde', one: '# seconde', other: '# secondes' })
export const words = counted('fr', { single: '# mot', one: '# mot', other: '# mots' })
