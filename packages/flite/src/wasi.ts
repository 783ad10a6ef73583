/**
 * Runs a WASI command (preview 1) that reads nothing and writes files, and returns the files' bytes by name. This is
 * the part of WASI that Flite imports; `node:wasi` would need a real directory for it.
 *
 * Source: https://github.com/WebAssembly/WASI/blob/main/legacy/preview1/docs.md
 */
export function runCommand(module: WebAssembly.Module, argv: readonly string[]): Map<string, Buffer> {
  const files = new Map<number, MemoryFile>()
  const args = argv.map((arg) => Buffer.from(`${arg}\0`))
  let memory: WebAssembly.Memory
  // Growing the memory detaches its buffer, so it is looked up afresh in every call.
  const bytes = () => Buffer.from(memory.buffer)

  const imports = {
    args_sizes_get(countAt: number, sizeAt: number): number {
      bytes().writeUInt32LE(args.length, countAt)
      bytes().writeUInt32LE(Buffer.concat(args).length, sizeAt)
      return SUCCESS
    },
    args_get(pointersAt: number, textAt: number): number {
      let end = textAt
      args.forEach((arg, i) => {
        bytes().writeUInt32LE(end, pointersAt + i * 4)
        end += arg.copy(bytes(), end)
      })
      return SUCCESS
    },
    clock_time_get(_clock: number, _precision: bigint, timeAt: number): number {
      bytes().writeBigUInt64LE(process.hrtime.bigint(), timeAt)
      return SUCCESS
    },
    fd_prestat_get(fd: number, prestatAt: number): number {
      if (fd !== ROOT) return BAD_DESCRIPTOR
      bytes().writeUInt32LE(0, prestatAt)
      bytes().writeUInt32LE(1, prestatAt + 4)
      return SUCCESS
    },
    fd_prestat_dir_name(fd: number, nameAt: number): number {
      if (fd !== ROOT) return BAD_DESCRIPTOR
      bytes().write('/', nameAt)
      return SUCCESS
    },
    fd_fdstat_get(fd: number, statAt: number): number {
      const stat = bytes()
        .subarray(statAt, statAt + 24)
        .fill(0)
      stat[0] = fd < ROOT ? CHARACTER_DEVICE : fd === ROOT ? DIRECTORY : REGULAR_FILE
      stat.fill(0xff, 8)
      return SUCCESS
    },
    path_open(
      _directory: number,
      _lookup: number,
      pathAt: number,
      pathLength: number,
      flags: number,
      _rights: bigint,
      _inheriting: bigint,
      _fdFlags: number,
      fdAt: number,
    ): number {
      if ((flags & CREATE) === 0) return NO_ENTRY
      const fd = ROOT + 1 + files.size
      files.set(fd, createMemoryFile(bytes().toString('utf8', pathAt, pathAt + pathLength)))
      bytes().writeUInt32LE(fd, fdAt)
      return SUCCESS
    },
    fd_seek(fd: number, offset: bigint, whence: number, positionAt: number): number {
      const file = files.get(fd)
      if (!file) return NOT_SEEKABLE
      bytes().writeBigUInt64LE(BigInt(file.seek(Number(offset), whence)), positionAt)
      return SUCCESS
    },
    fd_write(fd: number, vectorsAt: number, vectorCount: number, writtenAt: number): number {
      const view = bytes()
      let written = 0
      for (let vector = vectorsAt; vector < vectorsAt + vectorCount * 8; vector += 8) {
        const start = view.readUInt32LE(vector)
        const length = view.readUInt32LE(vector + 4)
        // What goes to stdout and stderr is for a terminal; nobody reads it here.
        files.get(fd)?.write(view.subarray(start, start + length))
        written += length
      }
      view.writeUInt32LE(written, writtenAt)
      return SUCCESS
    },
    fd_read(_fd: number, _vectorsAt: number, _vectorCount: number, readAt: number): number {
      bytes().writeUInt32LE(0, readAt)
      return SUCCESS
    },
    fd_fdstat_set_flags: () => SUCCESS,
    fd_close: () => SUCCESS,
    proc_exit(code: number): never {
      throw new Exit(code)
    },
  }

  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports })
  memory = instance.exports.memory as WebAssembly.Memory
  const start = instance.exports._start as () => void
  try {
    start()
  } catch (error) {
    if (!(error instanceof Exit)) throw error
    if (error.code !== 0) throw new Error(`The WASI command ended with exit code ${error.code}`)
  }
  return new Map(Array.from(files.values(), (file) => [file.name, file.content()]))
}

const SUCCESS = 0
const BAD_DESCRIPTOR = 8
const NO_ENTRY = 44
const NOT_SEEKABLE = 70

/** The file descriptor of the one directory; stdio lies below it, opened files above. */
const ROOT = 3
const CHARACTER_DEVICE = 2
const DIRECTORY = 3
const REGULAR_FILE = 4
const CREATE = 1

/** `proc_exit` must not return, so it unwinds the command. */
class Exit {
  readonly code: number

  constructor(code: number) {
    this.code = code
  }
}

interface MemoryFile {
  readonly name: string
  /** `whence` is 0 from the start, 1 from here, 2 from the end; returns the new position. */
  seek(offset: number, whence: number): number
  write(data: Buffer): void
  content(): Buffer
}

function createMemoryFile(name: string): MemoryFile {
  let buffer = Buffer.alloc(128 * 1024)
  let position = 0
  let length = 0
  return {
    name,
    seek(offset, whence) {
      position = offset + ([0, position, length][whence] ?? 0)
      return position
    },
    write(data) {
      const end = position + data.length
      if (end > buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(end)])
      data.copy(buffer, position)
      position = end
      length = Math.max(length, end)
    },
    content: () => buffer.subarray(0, length),
  }
}
