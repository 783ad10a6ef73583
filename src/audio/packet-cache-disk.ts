import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { PacketCache, PacketCacheLimits, StoredPackets } from './packet-cache.ts'

interface File {
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly writtenAt: number
}

/**
 * Keeps lasting utterances in a folder across restarts, one file each; others are never written. Only the owner can read
 * the folder and its files. One process at a time.
 */
export async function openDiskPacketCache(
  directory: string,
  { maxBytes, maxEntries, lifetime }: PacketCacheLimits,
  clock: Clock,
  log: Log,
): Promise<PacketCache> {
  let files = new Map<string, File>()
  let bytes = 0
  let closed = false
  const pathOf = (key: string) => join(directory, `${key}${ENDING}`)

  const forget = (key: string) => {
    bytes -= files.get(key)?.bytes ?? 0
    files.delete(key)
  }
  const remember = (key: string, file: File) => {
    forget(key)
    files.set(key, file)
    bytes += file.bytes
  }
  const remove = async (key: string) => {
    forget(key)
    await rm(pathOf(key), { force: true })
  }
  const expired = ({ writtenAt }: File) => writtenAt + lifetime <= clock.wall()
  const tidy = async () => {
    while (bytes > maxBytes || files.size > maxEntries) await remove(files.keys().next().value!)
  }
  /** A read that fails counts as a miss. */
  const attempt = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act()
    } catch (error) {
      log.warn({ err: error }, 'the packet cache on disk failed')
      return undefined
    }
  }

  await attempt(async () => {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    files = await filesIn(directory)
    for (const { bytes: size } of files.values()) bytes += size
    for (const [key, file] of [...files]) if (expired(file)) await remove(key)
    await tidy()
  })

  return {
    get: (key) =>
      attempt(async () => {
        const file = files.get(key)
        if (!file || closed) return undefined
        if (expired(file)) {
          await remove(key)
          return undefined
        }
        const content = await readFile(pathOf(key)).catch(() => undefined)
        const stored = content && decode(content)
        if (stored) remember(key, file)
        else await remove(key)
        return stored
      }),
    async put(key, stored, { lasting }) {
      if (!lasting || closed || !KEY.test(key)) return
      await attempt(async () => {
        const content = encode(stored)
        if (content.length > maxBytes) return
        // A rename replaces the file at once: a crash in the middle leaves the old one or none.
        const temporary = join(directory, `${randomBytes(8).toString('hex')}${UNFINISHED}`)
        await writeFile(temporary, content, { mode: 0o600, flag: 'wx' })
        await rename(temporary, pathOf(key))
        remember(key, { bytes: content.length, writtenAt: clock.wall() })
        await tidy()
      })
    },
    async close() {
      closed = true
    },
  }
}

const ENDING = '.packets'
const UNFINISHED = '.unfinished'
/** Keys are file names. */
const KEY = /^[\w-]{1,100}$/

/** Lists the oldest files first and removes what a crash left behind. */
async function filesIn(directory: string): Promise<Map<string, File>> {
  const found: [string, File][] = []
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if (name.endsWith(UNFINISHED)) await rm(path, { force: true })
    if (!name.endsWith(ENDING)) continue
    const { size, mtimeMs } = await stat(path)
    found.push([name.slice(0, -ENDING.length), { bytes: size, writtenAt: mtimeMs }])
  }
  return new Map(found.toSorted(([, a], [, b]) => a.writtenAt - b.writtenAt))
}

/** Layout: checksum of the rest, length of the note in four bytes, note, packets. */
function encode({ packed, note }: StoredPackets): Buffer {
  const words = Buffer.from(note)
  const length = Buffer.alloc(4)
  length.writeUInt32LE(words.length)
  const content = Buffer.concat([length, words, packed])
  return Buffer.concat([checksumOf(content), content])
}

/** Undefined for a file that is truncated or changed. */
function decode(file: Buffer): StoredPackets | undefined {
  const content = file.subarray(CHECKSUM_BYTES)
  if (content.length < 4 || !checksumOf(content).equals(file.subarray(0, CHECKSUM_BYTES))) return undefined
  const end = 4 + content.readUInt32LE()
  return { note: content.toString('utf8', 4, end), packed: content.subarray(end) }
}

const CHECKSUM_BYTES = 32

function checksumOf(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest()
}
