import type { Clock } from '../../kernel/clock.ts'

export interface ReadinessOptions {
  readonly gatewayReady: () => boolean
  /** Any question that only the database can answer. */
  readonly askDatabase: () => Promise<unknown>
  readonly stopping: AbortSignal
  readonly clock: Clock
}

/** A host's probe waits for about this long. */
const DATABASE_DEADLINE_MS = 800

/** Why the process cannot serve now, in words; empty when it can. */
export async function unreadiness(options: ReadinessOptions): Promise<readonly string[]> {
  const { gatewayReady, stopping } = options
  return [
    ...(stopping.aborted ? ['The process is stopping.'] : []),
    ...(gatewayReady() ? [] : ['No gateway connection with Discord is ready.']),
    ...((await databaseAnswers(options)) ? [] : ['The database does not answer.']),
  ]
}

async function databaseAnswers({ askDatabase, clock }: ReadinessOptions): Promise<boolean> {
  const deadline = new AbortController()
  const late = clock.sleep(DATABASE_DEADLINE_MS, deadline.signal).then(
    () => false,
    () => false,
  )
  const asked = askDatabase().then(
    () => true,
    () => false,
  )
  const answers = await Promise.race([asked, late])
  deadline.abort()
  return answers
}
