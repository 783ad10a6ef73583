import { once } from 'node:events'
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'

/** Questions on a terminal, or lines from a pipe. */
export class Prompt {
  readonly #output: NodeJS.WriteStream
  readonly #lines: string[] = []
  readonly #interface: Interface
  #silent = false
  #ended = false

  constructor(input: NodeJS.ReadStream, output: NodeJS.WriteStream) {
    this.#output = output
    // What is typed is echoed through this stream, and a secret is not.
    const echo = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.#silent) output.write(chunk)
        done()
      },
    })
    this.#interface = createInterface({ input, output: echo, terminal: Boolean(input.isTTY) })
    this.#interface.on('line', (line) => this.#lines.push(line.trim()))
    this.#interface.on('SIGINT', () => process.exit(130))
    this.#interface.on('close', () => {
      this.#ended = true
    })
  }

  async line(question: string): Promise<string> {
    this.#output.write(question)
    if (this.#lines.length === 0 && !this.#ended) {
      await Promise.race([once(this.#interface, 'line'), once(this.#interface, 'close')])
    }
    const line = this.#lines.shift()
    if (line === undefined) throw new Error('The input has ended before every question was answered.')
    return line
  }

  /** A line that is not shown while it is typed. */
  async secret(question: string): Promise<string> {
    this.#silent = true
    try {
      return await this.line(question)
    } finally {
      this.#silent = false
      this.#output.write('\n')
    }
  }

  close(): void {
    this.#interface.close()
  }
}
