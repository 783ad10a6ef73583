import { utteranceOf } from '../call/utterance.ts'
import { spokenIn } from '../i18n/catalogues.ts'
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
import { dictionaryOf } from './dictionary.ts'
import { type Incoming, speakerOf } from './incoming.ts'
import type { LanguagesHeard } from './languages-heard.ts'
import { newcomerVoice } from './newcomer-voice.ts'

/** A message with all that decides how it sounds. */
export interface Telling {
  readonly incoming: Incoming
  readonly guild: GuildSettings
  readonly rules: ResolvedGuild
  readonly member: MemberSettings
  readonly speech: ResolvedSpeech
  /** What the people in it want to be called, where they have said so. */
  readonly names: ReadonlyMap<Id, string>
  readonly detect: DetectLanguage
  readonly languages: LanguagesHeard
}

export interface TellingOptions {
  readonly settings: SettingsStore
  readonly operator: OperatorDefaults
  readonly newcomerVoices: VoicesByEngine['newcomerVoices']
  readonly detector: () => Promise<DetectLanguage>
  readonly languages: LanguagesHeard
}

export async function tellingOf(
  incoming: Incoming,
  snapshot: SettingsSnapshot,
  { settings, operator, newcomerVoices, detector, languages }: TellingOptions,
): Promise<Telling> {
  const { channel, parent } = incoming
  const { guild, member, rules } = snapshot
  const speech = speechOf(snapshot, operator, { channel, parent })
  const [names, detect] = await Promise.all([chosenNames(incoming, settings), detector()])
  const { voice } = speech
  const value = newcomerVoice(speakerOf(incoming), speech, newcomerVoices) ?? voice.value
  const spoken = { ...speech, voice: { ...voice, value } }
  return { incoming, guild, rules, member, speech: spoken, names, detect, languages }
}

/**
 * What is said about a message; undefined when nothing in it can be said.
 * @param announce true to begin with the author's name
 * @param now milliseconds since 1970
 */
export function utteranceOfTelling(telling: Telling, announce: boolean, now: number): Utterance | undefined {
  const { rules, speech, incoming, member, guild } = telling
  const said = speakable(messageOf(telling), {
    ...contextOf(rules, now, member.chosen.timeZone),
    announce,
    pronunciations: [dictionaryOf(member.words), dictionaryOf(guild.words)],
  })
  if (said.kind === 'empty') return undefined
  const { language } = speech
  const value = language.value === 'auto' ? languageOf(said.words, telling) : language.value
  return {
    ...utteranceOf(said.text, { ...speech, language: { ...language, value } }),
    speaker: incoming.author.id,
  }
}

/** By the words, weighed against what their author and the channel wrote of late. */
function languageOf(words: string, { incoming, rules, detect, languages }: Telling): SpokenLanguage {
  const { id: message, guild, channel } = incoming
  // Nothing but Lector's own phrases: names of emoji, "3 images".
  if (words === '') return rules.announceLanguage
  const writing = { message, guild, channel, author: speakerOf(incoming) }
  const { language, told } = detect(words, languages.expected(writing, rules.announceLanguage))
  if (told) languages.heard(writing, language)
  return language
}

/**
 * How a server wants its texts spoken, before anybody's dictionary.
 * @param memberZone the time zone of the person who wrote the text
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

/** The names that the author and the people mentioned have chosen for themselves. */
export function chosenNames(incoming: Incoming, settings: SettingsStore): Promise<ReadonlyMap<Id, string>> {
  const { guild, author, answering, message } = incoming
  const others = [...(answering === undefined ? [] : [answering]), ...message.lookups.users.keys()]
  return namesOf(guild, [author.id, ...others], settings)
}

/** More would make one text look up half the server. */
const MOST_NAMES = 20

/** The names that people have chosen for themselves, where they have. */
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

function messageOf({ incoming, rules, names }: Telling): Message {
  const { author, answering } = incoming
  const { answering: other, ...message } = incoming.message
  const content = message.content.trimStart()
  const prefix = rules.requirePrefix ?? ''
  return {
    ...message,
    content: content.startsWith(prefix) ? content.slice(prefix.length) : content,
    author: names.get(author.id) ?? message.author,
    // Whoever answers themselves just goes on speaking.
    ...(other !== undefined && answering !== author.id && { answering: names.get(answering ?? '') ?? other }),
    lookups: { ...message.lookups, users: new Map([...message.lookups.users, ...names]) },
  }
}
