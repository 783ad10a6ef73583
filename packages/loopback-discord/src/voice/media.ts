import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isDaveFrame } from '../dave/frame.ts'
import { DelayLine } from '../distance/delay-line.ts'
import type { Distance } from '../distance/distance.ts'
import { encodeDiscoveryAnswer, parseDiscoveryRequest } from './discovery.ts'
import type { VoiceFaultSwitches, VoiceFaults } from './faults.ts'
import { isRtp, type RtpCipher, type RtpHeader, readRtpHeader, readSsrc } from './rtp.ts'

export interface RemoteAddress {
  readonly address: string
  readonly port: number
}

/** One RTP packet of a member. It is decrypted when somebody looks inside, so that merely counting packets is cheap. */
export class MediaPacket implements RtpHeader {
  /** Milliseconds, `performance.now()`. */
  readonly arrival: number
  readonly sequence: number
  readonly timestamp: number
  readonly ssrc: number
  readonly #datagram: Buffer
  readonly #cipher: RtpCipher
  #payload: Buffer | undefined
  #opened = false

  constructor(datagram: Buffer, cipher: RtpCipher, arrival: number) {
    const { sequence, timestamp, ssrc } = readRtpHeader(datagram)
    this.arrival = arrival
    this.sequence = sequence
    this.timestamp = timestamp
    this.ssrc = ssrc
    this.#datagram = datagram
    this.#cipher = cipher
  }

  /** Of the whole datagram: silence is shorter than speech, opened or not. */
  get bytes(): number {
    return this.#datagram.length
  }

  /** What the member sealed for the way to the server; undefined when it is not sealed with the member's key. */
  get payload(): Buffer | undefined {
    if (!this.#opened) {
      this.#opened = true
      this.#payload = this.#cipher.open(this.#datagram)
    }
    return this.#payload
  }

  get endToEndEncrypted(): boolean {
    return this.payload !== undefined && isDaveFrame(this.payload)
  }
}

export interface MediaHandlers {
  /** The server of the member who has this SSRC. */
  guildOf(ssrc: number): string | undefined
  /** False when no member has this SSRC. */
  discovered(ssrc: number, remote: RemoteAddress): boolean
  rtp(ssrc: number, datagram: Buffer, remote: RemoteAddress, arrival: number): void
}

/** The UDP side of the voice server: one socket for all members, who are told apart by SSRC. */
export class MediaSocket {
  readonly #socket: Socket
  readonly #handlers: MediaHandlers
  readonly #faults: VoiceFaults
  readonly #in: DelayLine
  readonly #out: DelayLine
  #closed = false

  constructor(handlers: MediaHandlers, faults: VoiceFaults, distance: Distance) {
    this.#handlers = handlers
    this.#faults = faults
    this.#in = new DelayLine(() => distance.oneWay('udp'))
    this.#out = new DelayLine(() => distance.oneWay('udp'))
    this.#socket = createSocket({
      type: 'udp4',
      // Hundreds of members send in the same millisecond: the system's default of about 200 KiB overflows.
      recvBufferSize: 4 * 2 ** 20,
      // Addresses are numbers already; the system's resolver would cost more than the sending.
      lookup: (address, _options, callback) => callback(null, address, 4),
    })
    this.#socket.on('message', (datagram, remote) => this.#in.pass(() => this.#receive(datagram, remote)))
  }

  async bind(address: string): Promise<void> {
    const listening = once(this.#socket, 'listening')
    this.#socket.bind(0, address)
    await listening
  }

  get address(): RemoteAddress {
    return this.#socket.address()
  }

  send(datagram: Buffer, { address, port }: RemoteAddress): void {
    this.#out.pass(() => {
      if (!this.#closed) this.#socket.send(datagram, port, address)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const closed = once(this.#socket, 'close')
    this.#socket.close()
    await closed
  }

  #receive(datagram: Buffer, remote: RemoteInfo): void {
    if (isRtp(datagram)) {
      const ssrc = readSsrc(datagram)
      this.#faultsOf(ssrc).passMedia(() => this.#handlers.rtp(ssrc, datagram, remote, performance.now()))
      return
    }
    if (datagram.length === KEEP_ALIVE_BYTES) {
      this.send(datagram, remote)
      return
    }
    const ssrc = parseDiscoveryRequest(datagram)
    if (ssrc !== undefined) this.#faultsOf(ssrc).passMedia(() => this.#discover(ssrc, remote))
  }

  #discover(ssrc: number, { address, port }: RemoteAddress): void {
    const faults = this.#faultsOf(ssrc)
    if (faults.loseDiscoveries > 0) {
      faults.loseDiscoveries--
      return
    }
    if (!this.#handlers.discovered(ssrc, { address, port })) return
    faults.passMedia(() => this.send(encodeDiscoveryAnswer({ ssrc, address, port }), { address, port }))
  }

  #faultsOf(ssrc: number): VoiceFaultSwitches {
    return this.#faults.in(this.#handlers.guildOf(ssrc))
  }
}

/** A counter that clients send every five seconds and like to see again. */
const KEEP_ALIVE_BYTES = 8
