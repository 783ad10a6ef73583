/** A way of speaking with a name, described in both languages that instruct models follow. */
export interface StylePreset {
  readonly id: StylePresetId
  readonly en: string
  readonly zh: string
}

export type StylePresetId = keyof typeof INSTRUCTIONS

/**
 * Instructions name pitch, pace, loudness and feeling, as Alibaba's guide to instructions advises
 * (https://www.alibabacloud.com/help/en/model-studio/qwen-tts). The local voice follows single words of them.
 */
const INSTRUCTIONS = {
  whisper: {
    en: 'Whisper very softly and close to the ear, with a breathy voice and an unhurried pace, as if sharing a secret.',
    zh: '用气声轻轻耳语,声音很小,贴近耳边,语速从容,像在分享一个秘密。',
  },
  storyteller: {
    en: 'Speak like a warm storyteller by the fireside: vivid intonation, a measured pace, and pauses that build suspense.',
    zh: '像在炉火旁讲故事的人一样,语气温暖,语调生动,节奏从容,适时停顿,营造悬念。',
  },
  sports: {
    en: 'Speak like a live sports commentator: fast, energetic and loud, with rising pitch towards the climax.',
    zh: '像体育比赛现场解说员一样,语速快,充满激情,声音洪亮,越到高潮语调越高。',
  },
  news: {
    en: 'Speak like a television news anchor: clear articulation, an even pace, a neutral and confident tone.',
    zh: '像电视新闻主播一样,字正腔圆,语速平稳,语气客观而自信。',
  },
  excited: {
    en: 'Speak with great excitement: bright, energetic, a quick pace and a high, lively pitch.',
    zh: '非常兴奋地说,声音明亮,充满活力,语速较快,语调高昂活泼。',
  },
  calm: {
    en: 'Speak calmly and evenly: a slow pace, a low and relaxed voice, soft endings.',
    zh: '平静而舒缓地说,语速缓慢,声音低而放松,句尾轻柔。',
  },
  sarcastic: {
    en: 'Speak with dry sarcasm: drawn-out vowels, exaggerated emphasis and a mocking, knowing tone.',
    zh: '用冷嘲热讽的语气说,故意拖长音,夸张地强调,带着戏谑和看穿一切的味道。',
  },
  sad: {
    en: 'Speak sadly: a slow pace, a low and slightly trembling voice, with sighs between sentences.',
    zh: '悲伤地说,语速缓慢,声音低沉,微微颤抖,句子之间带着叹息。',
  },
  angry: {
    en: 'Speak angrily: loud and forceful, with clipped words and hard emphasis.',
    zh: '愤怒地说,声音大而有力,吐字急促,重音强硬。',
  },
  cheerful: {
    en: 'Speak cheerfully, with a smile in the voice: friendly, light and bouncy.',
    zh: '开心地说,声音里带着微笑,亲切、轻快、有弹性。',
  },
  mysterious: {
    en: 'Speak mysteriously: low and quiet, with slow, deliberate words and meaningful pauses.',
    zh: '神秘地说,声音低而轻,一字一句,意味深长地停顿。',
  },
  robot: {
    en: 'Speak like a robot: flat and monotone, every syllable equally long, without any feeling.',
    zh: '像机器人一样说话,语调平直单一,每个音节一样长,不带任何感情。',
  },
  bedtime: {
    en: 'Speak gently and sleepily, like a parent reading a bedtime story: soft, slow and soothing.',
    zh: '像父母读睡前故事一样,温柔而带着睡意,声音轻柔缓慢,令人安心。',
  },
  trailer: {
    en: 'Speak like the voice of a film trailer: deep, dramatic and powerful, with long pauses between phrases.',
    zh: '像电影预告片的旁白一样,声音低沉,富有戏剧性和力量,短句之间停顿较长。',
  },
} as const

export const STYLE_PRESETS: readonly StylePreset[] = Object.entries(INSTRUCTIONS).map(([id, instruction]) => ({
  id: id as StylePresetId,
  ...instruction,
}))

/** The preset of an instruction, in either language. */
export function presetOf(instruction: string): StylePreset | undefined {
  return STYLE_PRESETS.find(({ en, zh }) => en === instruction || zh === instruction)
}
