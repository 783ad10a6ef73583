import type { Clock } from '../../src/kernel/clock.ts'
import type { SettingsStore } from '../../src/settings/store.ts'

export interface SettingsSubject {
  readonly name: string
  /** Opens a store on the same database each time, so that the next one reads what one wrote. */
  open(clock: Clock): Promise<SettingsStore>
}
