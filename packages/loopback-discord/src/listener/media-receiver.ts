import { createSocket, type Socket } from 'node:dgram'
import { type DiscoveryAnswer, encodeDiscoveryRequest, parseDiscoveryAnswer } from '../voice/discovery.ts'
import {
  createRtpCipher,
  type EncryptionMode,
  isRtp,
  type RtpCipher,
  type RtpHeader,
  readRtpHeader,
} from '../voice/rtp.ts'

export interface ReceivedPacket extends RtpHeader {
  /** Milliseconds, `performance.now()`. */
  readonly arrival: number
  readonly payload: Buffer
}

/** A member's UDP side: discovers its address, then decrypts the packets that the server forwards. */
export class MediaReceiver {
  readonly #socket: Socket
  #cipher: RtpCipher | undefined

  constructor(received: (packet: ReceivedPacket) => void) {
    this.#socket = createSocket({ type: 'udp4', recvBufferSize: 2 ** 20 })
    this.#socket.on('message', (datagram) => {
      if (!this.#cipher || !isRtp(datagram)) return
      const arrival = performance.now()
      const payload = this.#cipher.open(datagram)
      if (payload) received({ ...readRtpHeader(datagram), arrival, payload })
    })
  }

  /** Resolves with our address as the server sees it. Repeats the request, because datagrams get lost. */
  discover(ssrc: number, ip: string, port: number): Promise<DiscoveryAnswer> {
    return new Promise((resolve) => {
      const ask = () => this.#socket.send(encodeDiscoveryRequest(ssrc), port, ip)
      const retry = setInterval(ask, DISCOVERY_RETRY)
      const stop = () => clearInterval(retry)
      this.#socket.once('close', stop)
      this.#socket.on('message', function read(this: Socket, datagram) {
        const answer = parseDiscoveryAnswer(datagram)
        if (!answer) return
        stop()
        this.off('close', stop).off('message', read)
        resolve(answer)
      })
      ask()
    })
  }

  unlock(mode: EncryptionMode, key: Uint8Array): void {
    this.#cipher = createRtpCipher(mode, key)
  }

  close(): void {
    this.#socket.close()
  }
}

/** Milliseconds. */
const DISCOVERY_RETRY = 500
