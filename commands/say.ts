import { utteranceOf } from '../src/call/utterance.ts'
import { errorSentence } from '../src/i18n/sentence.ts'
import { callerSpeech } from '../src/interactions/caller-speech.ts'
import { chooseLanguage, suggestTextLanguages } from '../src/interactions/choosing/languages.ts'
import { chooseStyle, MAX_STYLE_CHARACTERS, suggestStyles } from '../src/interactions/choosing/styles.ts'
import { mayHaveOtherVoices, suggestVoicesHere, voicesHere } from '../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { Offers } from '../src/interactions/offers.ts'
import type { Reply } from '../src/interactions/reply.ts'
import { speakForCaller, whatHappens } from '../src/interactions/speak-for-caller.ts'
import { LectorError } from '../src/kernel/errors.ts'
import { silenceOf } from '../src/reader/policy.ts'
import { typedText } from '../src/reader/typed-text.ts'
import type { SettingsSnapshot } from '../src/settings/snapshot.ts'
import type { Utterance } from '../src/speech/engine.ts'
import { findVoice, nearestVoices } from '../src/speech/voices/voice-catalogue.ts'

/** What was typed. */
interface Request {
  readonly text: string
  readonly voice: string | undefined
  readonly style: string | undefined
  readonly language: string | undefined
}

/** Texts that wait until their author has chosen one of the voices that come nearest to a misspelt one. */
const misspelt = new Offers<Request>()
const MOST_OFFERED = 3

export const say = {
  kind: 'chat',
  path: 'say',
  options: [
    { name: 'text', kind: 'string', required: true, maxLength: 6_000 },
    { name: 'voice', kind: 'string', suggests: true },
    { name: 'style', kind: 'string', suggests: true, maxLength: MAX_STYLE_CHARACTERS },
    { name: 'language', kind: 'string', suggests: true },
  ],

  run(context) {
    const [text = '', voice, style, language] = ['text', 'voice', 'style', 'language'].map((name) =>
      context.options.string(name),
    )
    return sayIt({ text, voice, style, language }, context)
  },

  async press(action, _values, context) {
    const [id = '', ...voice] = action.split(' ')
    const request = misspelt.take(id)
    return request ? await sayIt({ ...request, voice: voice.join(' ') }, context) : context.texts.replies.offerExpired()
  },

  suggest(option, typed, context) {
    if (option === 'voice') return suggestVoicesHere(typed, context)
    return option === 'style' ? suggestStyles(typed, context) : suggestTextLanguages(typed, context)
  },
} satisfies ChatCommand

async function sayIt(request: Request, context: CommandContext): Promise<Reply> {
  const settings = await context.settings()
  refuseSilenced(context, settings)
  const utterance = await utteranceFrom(request, context, settings)
  const question = askForVoice(request, context, settings)
  return question ?? whatHappens(await speakForCaller(utterance, context), context)
}

/** Requested explicitly, so rate limits do not apply; exclusions and mutes do. */
function refuseSilenced({ caller }: CommandContext, { guild }: SettingsSnapshot): void {
  const reason = silenceOf(caller, guild)
  if (reason) throw new LectorError('voice.caller-silenced', {}, `Cannot speak for the caller: ${reason}`)
}

/** "Did you mean …?" with a button for each voice, when no voice has the name. */
function askForVoice(request: Request, { services, texts }: CommandContext, { guild }: SettingsSnapshot) {
  const { voice } = request
  const voices = voicesHere(guild, services)
  if (voice === undefined || findVoice(voice, voices) || mayHaveOtherVoices(guild, services)) return undefined
  const nearest = nearestVoices(voice, MOST_OFFERED, voices).map(({ id }) => id)
  const error = new LectorError('settings.unknown-voice', { voice, nearest }, 'Cannot say: no voice has this name')
  if (nearest.length === 0) throw error
  const id = misspelt.keep(request)
  const buttons = nearest.map((name) => ({ action: `${id} ${name}`, label: name }))
  return { text: errorSentence(error, texts), rows: [{ buttons }] }
}

async function utteranceFrom(
  { text: typed, voice, style, language }: Request,
  context: CommandContext,
  settings: SettingsSnapshot,
): Promise<Utterance> {
  const { services, guildId: guild } = context
  const { maxCharacters: limit } = services
  const length = [...typed].length
  if (length > limit)
    throw new LectorError('text.too-long', { length, limit }, `Cannot say ${length} characters: the limit is ${limit}`)

  const wishes = {
    ...(voice !== undefined && { voice: findVoice(voice, voicesHere(settings.guild, services))?.id ?? voice }),
    ...(style !== undefined && { style: chooseStyle(style, settings.guild.presets, context) }),
    ...(language !== undefined && { language: chooseLanguage(language, context) }),
  }
  const written = { guild, text: typed, lookups: context.lookupsIn(typed), at: context.usedAt }
  const text = await typedText(written, limit, settings, services.settings)
  return { ...utteranceOf(text, callerSpeech(settings, context, wishes)), speaker: context.userId }
}
