import { createServer } from 'node:net'
import { DAVESession, Networking, NetworkingStatusCode } from '@discordjs/voice'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  catchMessageErrors,
  keepKeyReady,
  lacksKeys,
  networkingOf,
  surviveClosedSocket,
} from '../../../src/discord/calls/voice-internals.ts'

/** The library's own object, on its way to a server that takes the connection and says nothing. */
let networking: Networking
const silent = createServer((socket) => socket.on('error', () => undefined))

beforeEach(async () => {
  if (!silent.listening) await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : undefined
  networking = new Networking(
    {
      endpoint: `127.0.0.1:${port}`,
      serverId: '1',
      channelId: '2',
      userId: '3',
      sessionId: 'session',
      token: 'token',
    },
    { debug: false, daveEncryption: true, decryptionFailureTolerance: 24 },
  )
  networking.on('error', () => undefined)
})
afterEach(() => {
  networking.destroy()
  silent.unref()
})

/** The socket that the library listens to. */
function socketOf(of: Networking) {
  const { state } = of
  if (!('ws' in state)) throw new Error('the library has no socket')
  return state.ws
}

/** Hands the library a message as its WebSocket does. */
function receive(of: Networking, data: string | Buffer): void {
  socketOf(of).onMessage({ data } as never)
}

/** Takes the library to where it handles encryption messages. */
function encrypt(of: Networking): void {
  const dave = new DAVESession(1, '3', '2', { decryptionFailureTolerance: 24 })
  Object.assign(of.state, { code: NetworkingStatusCode.Ready, dave })
}

describe('surviveClosedSocket', () => {
  const ready = { op: 2, d: { ip: '127.0.0.1', port: 9, ssrc: 1, modes: ['aead_aes256_gcm_rtpsize'] } }

  /** What the first keep-alive throws when the connection goes away as soon as the voice server has told its address. */
  async function closeAtOnce(): Promise<unknown> {
    Object.assign(networking.state, { code: NetworkingStatusCode.Identifying })
    receive(networking, JSON.stringify(ready))
    const { state } = networking
    if (state.code !== NetworkingStatusCode.UdpHandshaking) throw new Error('the library opens no UDP socket')
    const udp = state.udp as unknown as { keepAlive(): void }
    const { keepAlive } = udp
    const tried = Promise.withResolvers<unknown>()
    udp.keepAlive = () => {
      try {
        tried.resolve(keepAlive.call(udp))
      } catch (error) {
        tried.resolve(error)
      }
    }
    networking.destroy()
    return tried.promise
  }

  it('is needed: the library sends into a closed socket', async () => {
    expect(await closeAtOnce()).toMatchObject({ code: 'ERR_SOCKET_DGRAM_NOT_RUNNING' })
  })

  it('keeps that to itself', async () => {
    networking.on('stateChange', () => surviveClosedSocket(networking))
    expect(await closeAtOnce()).toBeUndefined()
  })
})

describe('catchMessageErrors', () => {
  const malformed: readonly (readonly [what: string, data: string | Buffer])[] = [
    ['a message without data', JSON.stringify({ op: 8, d: null })],
    ['a message that is nothing', 'null'],
    ['a binary message without an opcode', Buffer.of(0)],
    ['proposals that are none', Buffer.of(0, 1, 27, 255, 255)],
  ]

  it.each(malformed)('is needed: the library lets %s throw', (_what, data) => {
    encrypt(networking)
    expect(() => receive(networking, data)).toThrow()
  })

  it.each(malformed)('reports %s in place of throwing', (_what, data) => {
    const errors: unknown[] = []
    catchMessageErrors(networking, (error) => errors.push(error))
    encrypt(networking)
    expect(() => receive(networking, data)).not.toThrow()
    expect(errors).toEqual([expect.any(Error)])
  })

  it('guards the sockets that the library opens to resume, too', () => {
    const errors: unknown[] = []
    catchMessageErrors(networking, (error) => errors.push(error))
    const first = socketOf(networking)
    encrypt(networking)
    // As when the connection has broken.
    first.emit('close', { code: 1006 } as never)
    expect(socketOf(networking)).not.toBe(first)
    receive(networking, Buffer.of(0))
    expect(errors).toHaveLength(1)
  })

  it('lets good messages through', () => {
    catchMessageErrors(networking, (error) => {
      throw error
    })
    const packets: unknown[] = []
    socketOf(networking).on('packet', (packet) => packets.push(packet))
    receive(networking, JSON.stringify({ op: 6, d: { t: 1 } }))
    expect(packets).toEqual([{ op: 6, d: { t: 1 } }])
  })
})

describe('lacksKeys', () => {
  /** The state of a connection that is ready, as the library keeps it. */
  function ready(dave: unknown, others: readonly string[] = []): Networking {
    const state = { code: NetworkingStatusCode.Ready, dave, connectionData: { connectedClients: new Set(others) } }
    return { state } as unknown as Networking
  }
  const alone = () => true
  const inCompany = () => false

  it('is false before there is a session, and without end-to-end encryption', () => {
    expect(lacksKeys(networking, inCompany)).toBe(false)
    expect(lacksKeys(ready(undefined), inCompany)).toBe(false)
    expect(lacksKeys(ready({ protocolVersion: 0 }), inCompany)).toBe(false)
  })

  it('is true while others are there and the keys are not agreed on', () => {
    expect(lacksKeys(ready({ protocolVersion: 1, session: { ready: false } }, ['4']), alone)).toBe(true)
    expect(lacksKeys(ready({ protocolVersion: 1 }), inCompany)).toBe(true)
    expect(lacksKeys(ready({ protocolVersion: 1, session: { ready: true } }, ['4']), inCompany)).toBe(false)
  })

  it('is false while nobody listens', () => {
    expect(lacksKeys(ready({ protocolVersion: 1, session: { ready: false } }), alone)).toBe(false)
  })
})

describe('networkingOf', () => {
  it('is what a connection has, if it has any', () => {
    expect(networkingOf({ state: { status: 'connecting', networking } } as never)).toBe(networking)
    expect(networkingOf({ state: { status: 'signalling' } } as never)).toBeUndefined()
  })
})

describe('keepKeyReady', () => {
  const open = (encryptionMode: string) => {
    const secretKey = new Uint8Array(32).fill(7)
    const connectionData = { encryptionMode, secretKey, sequence: 1, timestamp: 960, ssrc: 5, nonce: 0 }
    const state = {
      code: NetworkingStatusCode.Ready,
      connectionData: { ...connectionData, nonceBuffer: Buffer.alloc(12) },
    }
    Object.assign(networking.state, state)
    return () => networking.prepareAudioPacket(Buffer.from('an opus packet'))
  }

  it("changes the key's form and not the packets", () => {
    const plain = open('aead_aes256_gcm_rtpsize')()
    const again = open('aead_aes256_gcm_rtpsize')
    keepKeyReady(networking)
    const { state } = networking
    expect('connectionData' in state && state.connectionData).toMatchObject({ secretKey: { type: 'secret' } })
    expect(again()).toEqual(plain)
    keepKeyReady(networking)
  })

  it('leaves the key of the other mode alone', () => {
    open('aead_xchacha20_poly1305_rtpsize')
    keepKeyReady(networking)
    const { state } = networking
    expect('connectionData' in state && state.connectionData).toMatchObject({ secretKey: expect.any(Uint8Array) })
  })
})
