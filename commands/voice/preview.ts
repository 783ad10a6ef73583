import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/interactions/choosing/styles.ts'
import { chooseVoice, suggestVoicesHere } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { previewVoice } from '../../src/interactions/preview-voice.ts'
import { callerSpeech } from '../../src/interactions/saving.ts'

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
