import { aloneOwnership } from './alone.ts'
import { type LeasedOwnershipOptions, leasedOwnership } from './leased.ts'
import type { ShardOwnership } from './ownership.ts'

export interface OwnershipOptions extends LeasedOwnershipOptions {
  /** True when processes on other hosts may use the same database. */
  readonly several: boolean
  /** The data folder. */
  readonly directory: string
}

/** One process on a data folder, or any number on one database. */
export function openOwnership({ several, directory, ...options }: OwnershipOptions): ShardOwnership {
  return several ? leasedOwnership(options) : aloneOwnership(directory, options.clock)
}
