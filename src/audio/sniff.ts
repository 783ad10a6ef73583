/** What the first bytes of a sound say it is; `pcm` is what bears no mark. `text` is a page or an error, no sound. */
export type SoundKind = 'wav' | 'mp3' | 'aac' | 'mp4' | 'ogg' | 'flac' | 'webm' | 'aiff' | 'amr' | 'au' | 'text' | 'pcm'

/**
 * Tells a sound by its content, whatever its label says. MP3 and ADTS streams have no magic word: two frames that follow
 * each other prove them, since samples of PCM can look like one.
 *
 * @param ended true if no more bytes come
 * @returns undefined if more bytes are needed to tell
 */
export function sniff(start: Buffer, ended = false): SoundKind | undefined {
  const verdicts = TESTS.map(([kind, test]) => [kind, test(start)] as const)
  const found = verdicts.find(([, verdict]) => verdict === true)
  if (found) return found[0]
  const undecided = !ended && verdicts.some(([, verdict]) => verdict === undefined)
  return undecided ? undefined : 'pcm'
}

/** True, false, or undefined while more bytes are needed. */
type Test = (start: Buffer) => boolean | undefined

const TESTS: readonly (readonly [SoundKind, Test])[] = [
  ['wav', magic('RIFF')],
  ['wav', magic('RF64')],
  ['mp3', magic('ID3')],
  ['mp3', twoFrames(mpegFrameLength)],
  ['aac', twoFrames(adtsFrameLength)],
  ['aac', magic('ADIF')],
  ['mp4', (start) => both(magic('\0')(start), magic('ftyp', 4)(start))],
  ['ogg', magic('OggS')],
  ['flac', magic('fLaC')],
  ['webm', magic('\x1aE\xdf\xa3')],
  ['aiff', magic('FORM')],
  ['amr', magic('#!AMR')],
  ['au', magic('.snd')],
  ['text', looksLikeText],
]

function magic(word: string, at = 0): Test {
  const bytes = Buffer.from(word, 'latin1')
  return (start) => {
    const there = start.subarray(at, at + bytes.length)
    if (!bytes.subarray(0, there.length).equals(there)) return false
    return there.length === bytes.length ? true : undefined
  }
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false
  return one && other
}

/** @param lengthOf the length of the frame that begins here; 0 if none does */
function twoFrames(lengthOf: (bytes: Buffer) => number): Test {
  return (start) => {
    if (start.length > 0 && start[0] !== 0xff) return false
    if (start.length < FRAME_HEADER) return undefined
    const length = lengthOf(start)
    if (length === 0) return false
    if (start.length < length + FRAME_HEADER) return undefined
    return lengthOf(start.subarray(length)) > 0
  }
}

/** ISO/IEC 11172-3 and 13818-3, section 2.4.1.3: sync, version, layer, bit rate, sampling rate, padding. */
function mpegFrameLength(bytes: Buffer): number {
  const [sync = 0, second = 0, third = 0] = bytes
  const version = (second >> 3) & 3
  const layer = 4 - ((second >> 1) & 3)
  const rate = [44_100, 48_000, 32_000][(third >> 2) & 3]
  if (sync !== 0xff || second < 0xe0 || version === 1 || layer === 4 || rate === undefined) return 0
  const isVersion1 = version === 3
  const kilobits = (isVersion1 ? BIT_RATES_1 : BIT_RATES_2)[layer - 1]![third >> 4]
  if (!kilobits) return 0
  const hertz = rate / (isVersion1 ? 1 : version === 2 ? 2 : 4)
  const padding = (third >> 1) & 1
  if (layer === 1) return 4 * (Math.floor((12_000 * kilobits) / hertz) + padding)
  const samples = layer === 3 && !isVersion1 ? 576 : 1_152
  return Math.floor((samples * 125 * kilobits) / hertz) + padding
}

/** ISO/IEC 13818-7, section 6.2: a sync of twelve bits, layer 0, and the length of the frame in bytes 3 to 5. */
function adtsFrameLength(bytes: Buffer): number {
  const [sync = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes
  if (sync !== 0xff || (second & 0xf6) !== 0xf0 || ((third >> 2) & 15) > 12) return 0
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
  return length > FRAME_HEADER ? length : 0
}

/** A page, or JSON: printable ASCII from its first sign on. */
function looksLikeText(start: Buffer): boolean | undefined {
  const signs = [...start.subarray(0, TEXT_LENGTH)]
  if (signs.length > 0 && !/[<{[\s]/.test(String.fromCharCode(signs[0]!))) return false
  if (signs.some((sign) => sign < 0x20 && sign !== 0x09 && sign !== 0x0a && sign !== 0x0d)) return false
  if (signs.some((sign) => sign > 0x7e)) return false
  return signs.length < TEXT_LENGTH ? undefined : true
}

const TEXT_LENGTH = 24
/** Enough of a frame to read its length. */
const FRAME_HEADER = 6

const FREE = 0
/** Kilobits a second by layer and index; "free" rates cannot be measured, and no speech server sends them. */
const BIT_RATES_1 = [
  [FREE, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [FREE, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [FREE, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
]
const BIT_RATES_2 = [
  [FREE, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [FREE, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [FREE, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]
