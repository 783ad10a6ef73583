import { numbers } from '../../counted.ts'

export const number = numbers('ja')
