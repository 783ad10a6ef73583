import { languageName } from '../../src/i18n/language-names.ts'
import { callerSpeech } from '../../src/interactions/caller-speech.ts'
import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { assignedVoice } from '../../src/reader/assigned-voice.ts'
import { findVoice } from '../../src/speech/voices/voice-catalogue.ts'

export const voiceShow = {
  kind: 'chat',
  path: 'voice show',
  async run(context) {
    return [context.texts.settings.yours(), ...(await speechLines(context))].join('\n')
  },
} satisfies ChatCommand

/** How the caller's texts are spoken here, line by line, and where each part comes from. */
export async function speechLines(context: CommandContext): Promise<string[]> {
  const { services, userId } = context
  const settings = await context.settings()
  const speech = callerSpeech(settings, context)
  const describer = new Describer(context, settings.guild)
  const parts = ['voice', 'style', 'language', 'speed', 'volume', 'engine', 'model'] as const
  const { name, timeZone } = settings.member.chosen
  const assigned = assignedVoice(userId, speech, services.assignableVoices)
  return [
    ...parts.map((part) => describer.lineFrom(part, speech[part].value, speech[part].from)),
    ...(name === undefined ? [] : [describer.lineFrom('name', name, 'member')]),
    ...(timeZone === undefined ? [] : [describer.lineFrom('timeZone', timeZone, 'member')]),
    ...(assigned === undefined ? [] : [context.texts.settings.newcomer(assigned)]),
    ...aboutVoice(assigned ?? speech.voice.value, speech.engine.value, context),
  ]
}

/** What to know about a voice: the languages of one that does not speak all ten, and the credit it asks for. */
function aboutVoice(name: string, engine: string, { services, texts, language }: CommandContext): string[] {
  const voice = findVoice(name, services.voicesOf(engine))
  if (!voice) return []
  const spoken = voice.languages.map((code) => languageName(code, language))
  const isLimited = !voice.guessed && LANGUAGES.some(({ code }) => !voice.languages.includes(code))
  return [
    ...(isLimited ? [texts.speech.voiceLanguages(voice.id, new Intl.ListFormat(language).format(spoken))] : []),
    ...(voice.credit === undefined ? [] : [texts.speech.credit(voice.credit)]),
  ]
}
