import { afterEach } from 'vitest'

/** Closes things after each test, the latest first. */
export function cleanupAfterEach(): (...closables: { close(): Promise<void> }[]) => void {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const closable of open.splice(0).reverse()) await closable.close()
  })
  return (...closables) => {
    open.push(...closables)
  }
}
