import type { Clock } from '../../src/kernel/clock.ts'
import type { SettingsStore } from '../../src/settings/store.ts'

export interface SettingsSubject {
  readonly name: string
  /** Opens a store on the same database each time, so that what one wrote the next can read. */
  open(clock: Clock): Promise<SettingsStore>
}
