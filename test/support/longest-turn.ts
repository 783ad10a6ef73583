/**
 * The longest turn of the event loop, in milliseconds, while something is done. Counted in this thread's CPU time, so
 * that whatever else the machine does is left out.
 */
export async function longestTurn(work: () => unknown): Promise<number> {
  let longest = 0
  let before = cpu()
  let running = true
  const tick = () => {
    longest = Math.max(longest, cpu() - before)
    if (running) setImmediate(tick)
    before = cpu()
  }
  setImmediate(tick)
  await new Promise((resolve) => setImmediate(resolve))
  before = cpu()
  await work()
  await new Promise((resolve) => setImmediate(resolve))
  running = false
  return longest
}

function cpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
