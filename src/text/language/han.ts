import type { Detected, Expected } from './expected.ts'

/**
 * Chinese or Japanese, for a text in Chinese characters alone. The character sets of the three scripts decide first:
 * what is in JIS, but not in GB 2312 and not in Big5, is Japanese ("参加費無料" mixes forms as only Japan does), and what
 * is not in JIS is Chinese. What all write alike is told by usual words, then by what was expected.
 */
export function chineseOrJapanese(text: string, { author, channel, fallback }: Expected): Detected {
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character))
  const all = (set: ReadonlySet<string>) => characters.every((character) => set.has(character))
  const { japanese, simplified, traditional } = characterSets()
  const isJapanese = all(japanese) || japaneseOnly.test(text)
  const isChinese = all(simplified) || all(traditional)
  if (isJapanese !== isChinese) return { language: isJapanese ? 'ja' : 'zh', told: true }
  if (chineseWords.test(text)) return { language: 'zh', told: true }
  if (japaneseWords.test(text)) return { language: 'ja', told: true }
  const lately = (code: 'ja' | 'zh') => 3 * (author?.get(code) ?? 0) + (channel?.get(code) ?? 0)
  if (lately('ja') !== lately('zh')) return { language: lately('ja') > lately('zh') ? 'ja' : 'zh', told: false }
  return { language: fallback === 'ja' ? 'ja' : 'zh', told: false }
}

const japaneseOnly = /[々〒円込働畑峠辻]/u

/** Frequent in Chinese, and hardly ever written in Japanese. */
const chineseWords =
  /[這沒嗎妳說還們誰讓給你您她咱啥嗯哦呀啦嘛吧呢吗么哪怎很吃喝晚]|我[的是不在也就都要想去来有]|[是的]$|^[我他不没]|知道|可以|一下|加油|什么|没有|不是|不要|不好|好的|在[家吗]|明天|今天|昨天|晚安|早安|再見|多謝/u

/** Words that Japanese chats write in Chinese characters alone. */
const japaneseWords =
  /^(?:了解|大丈夫|最高|最悪|無理|残念|完全|完了|本当|一緒|今日|明日|昨日|今夜|今晩|今朝|毎日|誰|何|私|僕|俺|笑|草|乙|神|納得|承知|失礼|勘弁|余裕|微妙|流石|多分|結構|全然|正解|不正解|無事|爆笑|感謝|参加|募集|配信|通話|雑談|休憩|風呂|飯|朝飯|昼飯|晩飯|離席|待機|遅刻|勉強|仕事|電車|会社|料理|天才|可愛|面白|上手|下手|大好|大変|大体|絶対|普通|一応|勿論|当然|同意|同感|確認|確定|報告|連絡|相談|以上|以下|無料|有料|中止|延期|開始|終了|集合|解散|出発|到着|帰宅|就寝|起床|乾杯|御意|合点|成程|無念|了)+$/u

interface CharacterSets {
  readonly japanese: ReadonlySet<string>
  readonly simplified: ReadonlySet<string>
  readonly traditional: ReadonlySet<string>
}

let sets: CharacterSets | undefined

/** The two-byte areas of the national standards, as every browser and Node can decode them. */
function characterSets(): CharacterSets {
  sets ??= {
    japanese: decoded('shift_jis', [0x88, 0xea], [0x40, 0xfc]),
    simplified: decoded('gb18030', [0xb0, 0xf7], [0xa1, 0xfe]),
    traditional: decoded('big5', [0xa4, 0xf9], [0x40, 0xfe]),
  }
  return sets
}

type Range = readonly [number, number]

function decoded(encoding: string, [firstLead, lastLead]: Range, [firstTrail, lastTrail]: Range): Set<string> {
  const bytes: number[] = []
  for (let lead = firstLead; lead <= lastLead; lead++) {
    // Shift JIS leaves this area to single bytes.
    if (encoding === 'shift_jis' && lead >= 0xa0 && lead < 0xe0) continue
    for (let trail = firstTrail; trail <= lastTrail; trail++) bytes.push(lead, trail)
  }
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes))
  return new Set([...text].filter((character) => /\p{Script=Han}/u.test(character)))
}
