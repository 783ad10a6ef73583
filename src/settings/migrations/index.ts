import type { Migration } from 'kysely/migration'
import * as initial from './0001-initial.ts'
import * as departures from './0002-departures.ts'
import * as serverRate from './0003-server-rate.ts'
import * as fleet from './0004-fleet.ts'
import * as reading from './0005-reading.ts'
import * as interrupting from './0006-interrupting.ts'

/**
 * Every step from an empty database to the present, in order. A released step is never edited, and there is no way
 * back: an older Lector rejects a newer database, so back it up before an upgrade.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-departures': departures,
  '0003-server-rate': serverRate,
  '0004-fleet': fleet,
  '0005-reading': reading,
  '0006-interrupting': interrupting,
}
