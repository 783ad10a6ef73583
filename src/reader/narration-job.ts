import { utteranceOf } from '../call/utterance.ts'
import { spokenIn } from '../i18n/catalogues.ts'
import { isLanguageCode, type LanguageCode } from '../kernel/languages.ts'
import type { SpokenLanguage } from '../kernel/spoken-languages.ts'
import type { OperatorDefaults, ResolvedGuild, ResolvedSpeech } from '../settings/resolve.ts'
import type { SettingsSnapshot } from '../settings/snapshot.ts'
import { speechOf } from '../settings/speech-of.ts'
import type { SettingsStore } from '../settings/store.ts'
import type { GuildSettings, Id, MemberSettings } from '../settings/types.ts'
import type { Utterance } from '../speech/engine.ts'
import type { VoicesByEngine } from '../speech/voices/voices-by-engine.ts'
import type { SpeakContext } from '../text/context.ts'
import type { DetectLanguage } from '../text/language/detect.ts'
import type { Message } from '../text/message.ts'
import { speakable } from '../text/speakable.ts'
import { assignedVoice } from './assigned-voice.ts'
import { dictionaryOf } from './dictionary.ts'
import { type Incoming, speakerOf } from './incoming.ts'
import type { LanguagesHeard } from './languages-heard.ts'

/** A message with everything that decides how it sounds. */
export interface NarrationJob {
  readonly incoming: Incoming
  readonly guild: GuildSettings
  readonly rules: ResolvedGuild
  readonly member: MemberSettings
  readonly speech: ResolvedSpeech
  /** The author's voice in a language: the chosen one, or the assigned one. */
  voiceIn(language: SpokenLanguage): string
  /** Spoken names that the people in it have chosen. */
  readonly names: ReadonlyMap<Id, string>
  readonly detect: DetectLanguage
  readonly languages: LanguagesHeard
  /** Who asked for it to be read, and so pays; its author unless given. */
  readonly askedBy?: Id
}

export interface NarrationJobOptions {
  readonly settings: SettingsStore
  readonly operator: OperatorDefaults
  readonly assignableVoices: VoicesByEngine['assignableVoices']
  readonly detector: () => Promise<DetectLanguage>
  readonly languages: LanguagesHeard
}

export async function narrationJobOf(
  incoming: Incoming,
  snapshot: SettingsSnapshot,
  { settings, operator, assignableVoices, detector, languages }: NarrationJobOptions,
): Promise<NarrationJob> {
  const { channel, parent } = incoming
  const { guild, member, rules } = snapshot
  const speech = speechOf(snapshot, operator, { channel, parent })
  const [names, detect] = await Promise.all([chosenNames(incoming, settings), detector()])
  const voiceIn = (language: SpokenLanguage) =>
    assignedVoice(speakerOf(incoming), speech, assignableVoices, language) ?? speech.voice.value
  return { incoming, guild, rules, member, speech, voiceIn, names, detect, languages }
}

/**
 * The utterance for a message; undefined if nothing in it can be said.
 * @param announce true to begin with the author's name
 * @param now milliseconds since 1970
 */
export function utteranceOfJob(job: NarrationJob, announce: boolean, now: number): Utterance | undefined {
  const { rules, speech, incoming, member, guild, askedBy } = job
  const pronunciations = [dictionaryOf(member.words), dictionaryOf(guild.words)]
  const context = { ...contextOf(rules, now, member.chosen.timeZone), announce, pronunciations }
  const drafted = speakable(messageOf(job), context)
  if (drafted.kind === 'empty') return undefined
  const { language, voice } = speech
  const value = language.value === 'auto' ? languageOf(drafted.words, job) : language.value
  // "Ana says" is in the language of the voice that says it, which would spell or distort another one.
  const isOther = isLanguageCode(value) && value !== context.language
  const said = isOther ? speakable(messageOf(job), { ...context, ...phrasesOf(value) }) : drafted
  if (said.kind === 'empty') return undefined
  return {
    ...utteranceOf(said.text, {
      ...speech,
      language: { ...language, value },
      voice: { ...voice, value: job.voiceIn(value) },
    }),
    speaker: askedBy ?? incoming.author.id,
  }
}

function phrasesOf(language: LanguageCode): Pick<SpeakContext, 'language' | 'phrases'> {
  return { language, phrases: spokenIn(language) }
}

/** Language of the words, weighed with what their author and the channel wrote lately. */
function languageOf(words: string, { incoming, rules, detect, languages }: NarrationJob): SpokenLanguage {
  const { id: message, guild, channel } = incoming
  // Only Lector's own phrases are spoken: names of emoji, "3 images".
  if (words === '') return rules.announceLanguage
  const writing = { message, guild, channel, author: speakerOf(incoming) }
  const { language, told } = detect(words, languages.expected(writing, rules.announceLanguage))
  if (told) languages.heard(writing, language)
  return language
}

/**
 * How a server wants its texts spoken, without dictionaries.
 * @param memberZone time zone of the author
 */
export function contextOf(rules: ResolvedGuild, now: number, memberZone?: string): SpeakContext {
  const { announceLanguage, maxLength, emoji, expandShorthand, embeds, timeZone } = rules
  return {
    language: announceLanguage,
    phrases: spokenIn(announceLanguage),
    timeZone: memberZone ?? timeZone,
    now,
    announce: false,
    emoji,
    links: 'domain',
    expandShorthand,
    embeds,
    pronunciations: [],
    limit: maxLength,
  }
}

/** Spoken names of the author and of the people mentioned. */
export function chosenNames(incoming: Incoming, settings: SettingsStore): Promise<ReadonlyMap<Id, string>> {
  const { guild, author, answering, message } = incoming
  const others = [...(answering === undefined ? [] : [answering]), ...message.lookups.users.keys()]
  return namesOf(guild, [author.id, ...others], settings)
}

/** Mentions looked up per text. */
const MOST_NAMES = 20

/** Spoken names that people have chosen. */
export async function namesOf(
  guild: Id,
  people: Iterable<Id>,
  settings: SettingsStore,
): Promise<ReadonlyMap<Id, string>> {
  const asked = [...new Set(people)].slice(0, MOST_NAMES)
  const names = await Promise.all(
    asked.map(async (user) => [user, (await settings.members.read(guild, user)).chosen.name] as const),
  )
  return new Map(names.flatMap(([user, name]) => (name === undefined ? [] : [[user, name]])))
}

function messageOf({ incoming, rules, names }: NarrationJob): Message {
  const { author, answering } = incoming
  const { answering: other, ...message } = incoming.message
  const content = message.content.trimStart()
  const prefix = rules.requirePrefix ?? ''
  return {
    ...message,
    content: content.startsWith(prefix) ? content.slice(prefix.length) : content,
    author: names.get(author.id) ?? message.author,
    // An answer to oneself is no new addressee.
    ...(other !== undefined && answering !== author.id && { answering: names.get(answering ?? '') ?? other }),
    lookups: { ...message.lookups, users: new Map([...message.lookups.users, ...names]) },
  }
}
