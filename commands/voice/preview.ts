import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/discord/choosing/styles.ts'
import { chooseVoice, suggestVoicesHere } from '../../src/discord/choosing/voices.ts'
import type { ChatCommand } from '../../src/discord/command.ts'
import { previewVoice } from '../../src/discord/preview-voice.ts'
import { callerSpeech } from '../../src/discord/saving.ts'

export const voicePreview = {
  kind: 'chat',
  path: 'voice preview',
  options: [
    { name: 'voice', kind: 'string', suggests: true },
    { name: 'style', kind: 'string', suggests: true, maxLength: MAX_STYLE_CHARACTERS },
  ],
  async run(context) {
    const { options } = context
    const typed = options.string('voice') ?? (await callerSpeech(context)).voice.value
    const voice = await chooseVoice(typed, context)
    const style = options.string('style')
    return await previewVoice(voice, style === undefined ? undefined : await chooseStyle(style, context), context)
  },
  suggest(option, typed, context) {
    return option === 'voice' ? suggestVoicesHere(typed, context) : suggestStyles(typed, context)
  },
} satisfies ChatCommand
