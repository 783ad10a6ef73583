import type { Catalogue } from '../catalogue.ts'
import { en } from '../en/index.ts'
import { spoken } from './spoken.ts'

export const ru: Catalogue = { ...en, spoken }
