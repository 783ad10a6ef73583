import type { Catalogue } from '../../catalogue.ts'
import { commands } from './commands.ts'
import { doctor } from './doctor.ts'
import { errors } from './errors.ts'
import { onboarding } from './onboarding.ts'
import { reading } from './reading.ts'
import { replies } from './replies.ts'
import { settings } from './settings.ts'
import { speech } from './speech.ts'
import { spoken } from './spoken.ts'

export const ru: Catalogue = { errors, replies, commands, settings, reading, onboarding, doctor, speech, spoken }
