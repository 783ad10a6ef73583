/** What was asked of the sandbox makes no sense there: no such command, nobody in that channel. For a person to read. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
