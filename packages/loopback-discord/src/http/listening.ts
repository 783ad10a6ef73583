import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Everything of the sandbox listens here and nowhere else. */
export const LOOPBACK = '127.0.0.1'

/** Listens on loopback; gives the port. Port 0 takes a free one. */
export async function listen(server: Server, port = 0): Promise<number> {
  server.listen(port, LOOPBACK)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Stops listening and cuts what is still connected. */
export async function shut(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
