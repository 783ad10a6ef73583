import { createLog } from '../../src/observe/log.ts'

/** Logs far more than a pipe holds, and tells every 20 ms that it is alive. */
const log = createLog('info')
const line = 'x'.repeat(1_000)
let logged = 0
const flood = setInterval(() => {
  for (let count = 0; count < 20; count++) log.info({ line, logged: logged++ }, 'flood')
}, 5)
const beat = setInterval(() => process.send?.('beat'), 20)
process.on('message', (message) => {
  if (message === 'calm') clearInterval(flood)
  if (message !== 'end') return
  clearInterval(flood)
  clearInterval(beat)
  process.disconnect?.()
  process.exit(0)
})
