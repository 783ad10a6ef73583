import { utteranceOf } from '../src/call/utterance.ts'
import { callerSpeech } from '../src/interactions/caller-speech.ts'
import { chooseLanguage, suggestTextLanguages } from '../src/interactions/choosing/languages.ts'
import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../src/interactions/choosing/styles.ts'
import { suggestVoicesHere, voicesHere } from '../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { speakForCaller } from '../src/interactions/speak-for-caller.ts'
import { LectorError } from '../src/kernel/errors.ts'
import { silenceOf } from '../src/reader/policy.ts'
import { typedText } from '../src/reader/typed-text.ts'
import type { SettingsSnapshot } from '../src/settings/snapshot.ts'
import type { Utterance } from '../src/speech/engine.ts'
import { findVoice } from '../src/speech/voices/voice-catalogue.ts'

export const say = {
  kind: 'chat',
  path: 'say',
  options: [
    { name: 'text', kind: 'string', required: true, maxLength: 6_000 },
    { name: 'voice', kind: 'string', suggests: true },
    { name: 'style', kind: 'string', suggests: true, maxLength: MAX_STYLE_CHARACTERS },
    { name: 'language', kind: 'string', suggests: true },
  ],

  async run(context) {
    const settings = await context.settings()
    refuseSilenced(context, settings)
    const utterance = await utteranceFrom(context, settings)
    const { place, ahead, isRecovering } = await speakForCaller(utterance, context)
    const { replies } = context.texts
    if (isRecovering) return replies.recovering(`**${place.name}**`)
    return ahead === 0 ? replies.speaking(place.name) : replies.queued(ahead)
  },

  suggest(option, typed, context) {
    if (option === 'voice') return suggestVoicesHere(typed, context)
    return option === 'style' ? suggestStyles(typed, context) : suggestTextLanguages(typed, context)
  },
} satisfies ChatCommand

/** Requested explicitly, so rate limits do not apply; exclusions and mutes do. */
function refuseSilenced({ caller }: CommandContext, { guild }: SettingsSnapshot): void {
  const reason = silenceOf(caller, guild)
  if (reason) throw new LectorError('voice.caller-silenced', {}, `Cannot speak for the caller: ${reason}`)
}

async function utteranceFrom(context: CommandContext, settings: SettingsSnapshot): Promise<Utterance> {
  const { options, services, guildId: guild } = context
  const { maxCharacters: limit } = services
  const typed = options.string('text') ?? ''
  const length = [...typed].length
  if (length > limit)
    throw new LectorError('text.too-long', { length, limit }, `Cannot say ${length} characters: the limit is ${limit}`)

  const [voice, style, language] = [options.string('voice'), options.string('style'), options.string('language')]
  const wishes = {
    ...(voice !== undefined && { voice: findVoice(voice, voicesHere(settings.guild, services))?.id ?? voice }),
    ...(style !== undefined && { style: chooseStyle(style, settings.guild.presets, context) }),
    ...(language !== undefined && { language: chooseLanguage(language, context) }),
  }
  const written = { guild, text: typed, lookups: context.lookupsIn(typed), at: context.usedAt }
  const text = await typedText(written, limit, settings, services.settings)
  return { ...utteranceOf(text, callerSpeech(settings, context, wishes)), speaker: context.userId }
}
