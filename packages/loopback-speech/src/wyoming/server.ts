import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { ServiceContext } from '../service-context.ts'
import type { WyomingFlavour } from './flavour.ts'
import { WyomingSession } from './session.ts'

export interface WyomingServer {
  /** `tcp://127.0.0.1:…` */
  readonly url: string
  close(): Promise<void>
}

/** A server of the Wyoming protocol over TCP; a connection keeps the flavour that it began with. */
export async function startWyomingServer(
  context: ServiceContext,
  flavourNow: () => WyomingFlavour,
): Promise<WyomingServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    new WyomingSession(socket, context, flavourNow())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
