/**
 * Whether kana may be the reading of kanji, judged by the sound with which it begins. JIS X 0208 lists its first 2,965
 * kanji by their most usual reading, so the place of a kanji in it tells how that reading begins. Kanji with another
 * reading here, such as 人(ひと), are not recognised.
 */
export function mayRead(kanji: string, kana: string): boolean {
  const first = kanji.codePointAt(0)
  return first !== undefined && initials().get(String.fromCodePoint(first)) === plainKana(kana.charAt(0))
}

/** The first kanji of the list that begins with each sound. */
const FIRST =
  'あ亜い以う右え荏お於か下き企く九け卦こ乎さ些し仕す笥せ世そ噌た他ち値つ津て亭と兎な奈に二ぬ濡ね禰の乃は巴ひ匪ふ不へ丙ほ保ま摩み味む務め冥も摸や也ゆ愉よ予ら羅り利る瑠れ令ろ呂わ倭'

let known: ReadonlyMap<string, string> | undefined

function initials(): ReadonlyMap<string, string> {
  known ??= readInitials()
  return known
}

function readInitials(): Map<string, string> {
  const starts = new Map(Array.from(FIRST.matchAll(/(.)(.)/gu), ([, kana, kanji]) => [kanji!, kana!]))
  const found = new Map<string, string>()
  let sound = ''
  for (const kanji of firstLevel()) {
    sound = starts.get(kanji) ?? sound
    found.set(kanji, sound)
  }
  return found
}

/** Level 1 of JIS X 0208 in its order, as Shift JIS encodes it. */
function firstLevel(): string {
  const bytes: number[] = []
  for (let lead = 0x88; lead <= 0x98; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const code = lead * 256 + trail
      if (trail !== 0x7f && code >= 0x889f && code <= 0x9872) bytes.push(lead, trail)
    }
  }
  return new TextDecoder('shift_jis').decode(Uint8Array.from(bytes))
}

/** が is か: readings of one kanji differ in voice. */
function plainKana(kana: string): string {
  return kana.normalize('NFD').charAt(0)
}
