/** What was asked of the sandbox makes no sense there: no such command, nobody in that channel. For a person to read. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** 404 where the address names what there is not. */
  readonly status: 400 | 404

  constructor(message: string, status: 400 | 404 = 400) {
    super(message)
    this.status = status
  }
}
