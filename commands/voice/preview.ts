import { callerSpeech } from '../../src/interactions/caller-speech.ts'
import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../../src/interactions/choosing/styles.ts'
import { chooseVoice, suggestVoicesHere } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { previewVoice } from '../../src/interactions/preview-voice.ts'

export const voicePreview = {
  kind: 'chat',
  path: 'voice preview',
  options: [
    { name: 'voice', kind: 'string', suggests: true },
    { name: 'style', kind: 'string', suggests: true, maxLength: MAX_STYLE_CHARACTERS },
  ],
  async run(context) {
    const { options, services } = context
    const settings = await context.settings()
    const typed = options.string('voice') ?? callerSpeech(settings, context).voice.value
    const voice = chooseVoice(typed, settings.guild, services)
    const style = options.string('style')
    return await previewVoice(
      voice,
      style === undefined ? undefined : chooseStyle(style, settings.guild.presets, context),
      context,
    )
  },
  suggest(option, typed, context) {
    return option === 'voice' ? suggestVoicesHere(typed, context) : suggestStyles(typed, context)
  },
} satisfies ChatCommand
