import { callerSession } from '../src/discord/caller-session.ts'
import type { ChatCommand, CommandContext } from '../src/discord/command.ts'
import { errorSentence } from '../src/i18n/sentence.ts'
import { LectorError } from '../src/kernel/errors.ts'
import { isLanguageCode, LANGUAGES, type SpokenLanguage } from '../src/kernel/languages.ts'
import { speechOf } from '../src/settings/speech-of.ts'
import type { SpeechNotice, Utterance } from '../src/speech/engine.ts'
import { suggestVoices } from '../src/speech/suggest-voices.ts'
import { findVoice } from '../src/speech/voice-catalogue.ts'
import type { Ticket } from '../src/voice/narration.ts'
import { utteranceOf } from '../src/voice/utterance.ts'

const MAX_STYLE_CHARACTERS = 1_600

export const say = {
  kind: 'chat',
  path: 'say',
  options: [
    { name: 'text', kind: 'string', required: true, maxLength: 6_000 },
    { name: 'voice', kind: 'string', suggests: true },
    { name: 'style', kind: 'string', maxLength: MAX_STYLE_CHARACTERS },
    { name: 'language', kind: 'string', suggests: true },
  ],

  async run(context) {
    const utterance = await utteranceFrom(context)
    const { session, place, joined } = callerSession(context)
    const ticket = session.say(crypto.randomUUID(), utterance)
    try {
      await joined
    } catch (error) {
      await ticket.outcome
      throw error
    }
    void report(ticket, context)
    const { replies } = context.texts
    return ticket.ahead === 0 ? replies.speaking(place.name) : replies.queued(ticket.ahead)
  },

  suggest(option, typed, { services, language }) {
    return option === 'voice' ? suggestVoices(typed, services.voices) : suggestLanguages(typed, language)
  },
} satisfies ChatCommand

async function utteranceFrom({ options, services, ...place }: CommandContext): Promise<Utterance> {
  const { settings, operator, maxCharacters: limit } = services
  const text = options.string('text')
  if (text === undefined) throw new LectorError('text.empty', {}, 'say without words')
  const length = [...text].length
  if (length > limit) throw new LectorError('text.too-long', { length, limit }, 'say with too long a text')

  const [voice, style, language] = [options.string('voice'), options.string('style'), options.string('language')]
  const speaker = { guild: place.guildId, channel: place.channelId, user: place.userId }
  const speech = await speechOf(settings, operator, speaker, {
    ...(voice !== undefined && { voice: findVoice(voice)?.id ?? voice }),
    ...(style !== undefined && { style }),
    ...(language !== undefined && { language: spokenLanguage(language) }),
  })
  return utteranceOf(text, speech)
}

/** What was chosen from the list is a code; what was typed instead may be any name of the language. */
function spokenLanguage(value: string): SpokenLanguage {
  const wanted = value.toLowerCase()
  if (isLanguageCode(wanted)) return wanted
  const named = LANGUAGES.find(({ name, native }) => [name, native].some((word) => word.toLowerCase() === wanted))
  return named?.code ?? 'auto'
}

function suggestLanguages(typed: string, language: string) {
  const wanted = typed.trim().toLowerCase()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return LANGUAGES.map(({ code, name, native }) => ({ code, name, native, local: names.of(code) ?? name }))
    .filter((row) => [row.code, row.name, row.native, row.local].some((word) => word.toLowerCase().startsWith(wanted)))
    .map(({ code, native, local }) => ({ name: native === local ? native : `${native} (${local})`, value: code }))
}

/** What the caller should know after the answer: what was changed, and what failed. */
async function report(ticket: Ticket, { texts, followUp }: CommandContext): Promise<void> {
  for (const notice of await ticket.notices) await followUp(noticeSentence(notice, texts.replies))
  const outcome = await ticket.outcome
  if (outcome.kind === 'failed') await followUp(errorSentence(outcome.error, texts))
}

function noticeSentence(notice: SpeechNotice, replies: CommandContext['texts']['replies']): string {
  switch (notice.code) {
    case 'style-ignored':
      return replies.styleIgnored(notice.model)
    case 'model-replaced':
      return replies.modelReplaced(notice.model, notice.by)
    case 'voice-replaced':
      return replies.voiceReplaced(notice.voice, notice.by)
    case 'engine-replaced':
      return replies.engineReplaced()
  }
}
