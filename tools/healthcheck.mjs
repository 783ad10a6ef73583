// For Docker's HEALTHCHECK: ends with 0 when the bot's event loop answers, else with 1.
const address = process.env.LECTOR_HTTP || '9090'
const port = address.slice(address.lastIndexOf(':') + 1)

const isAlive = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(4_000) }).then(
  ({ ok }) => ok,
  () => false,
)
process.exit(isAlive ? 0 : 1)
