import type { CommandText, WithOptions } from './command-text.ts'

/** The commands for voices and settings, by path. */
export interface SettingCommandTexts {
  readonly voice: CommandText
  readonly 'voice set': WithOptions<'voice'>
  readonly 'voice style': WithOptions<'style'>
  readonly 'voice language': WithOptions<'language'>
  readonly 'voice speed': WithOptions<'speed'>
  readonly 'voice time-zone': WithOptions<'zone'>
  readonly 'voice show': CommandText
  readonly 'voice reset': WithOptions<'setting'>
  readonly 'voice preview': WithOptions<'voice' | 'style'>
  readonly 'voice list': CommandText

  readonly style: CommandText
  readonly 'style use': WithOptions<'style'>
  readonly 'style list': CommandText
  readonly 'style add': WithOptions<'name' | 'style'>
  readonly 'style remove': WithOptions<'name'>

  readonly server: CommandText
  readonly 'server voice': WithOptions<'voice'>
  readonly 'server style': WithOptions<'style'>
  readonly 'server language': WithOptions<'language'>
  readonly 'server engine': WithOptions<'engine' | 'model'>
  readonly 'server limits': WithOptions<
    | 'max-length'
    | 'queue'
    | 'queue-per-member'
    | 'per-minute'
    | 'everybody-per-minute'
    | 'interrupting'
    | 'alone-after'
    | 'speed'
    | 'volume'
  >
  readonly 'server announce': WithOptions<'names' | 'language' | 'joins' | 'leaves'>
  readonly 'server reading': WithOptions<
    'bots' | 'webhooks' | 'embeds' | 'mark-repeats' | 'only-in-voice' | 'auto-join' | 'ignore-prefix' | 'require-prefix'
  >
  readonly 'server text': WithOptions<'shorthand' | 'emoji' | 'time-zone'>
  readonly 'server roles': WithOptions<'role' | 'rule'>
  readonly 'server budget': WithOptions<'server-day' | 'server-month' | 'member-day' | 'member-month' | 'when-spent'>
  readonly 'server show': CommandText
  readonly 'server reset': WithOptions<'setting'>
  readonly 'server panel': CommandText

  readonly channel: CommandText
  readonly 'channel voice': WithOptions<'voice' | 'channel'>
  readonly 'channel style': WithOptions<'style' | 'channel'>
  readonly 'channel language': WithOptions<'language' | 'channel'>
  readonly 'channel reset': WithOptions<'channel'>

  readonly words: CommandText
  readonly 'words add': WithOptions<'written' | 'spoken' | 'for' | 'regex' | 'whole-word' | 'match-case'>
  readonly 'words test': WithOptions<'text'>
  readonly 'words remove': WithOptions<'written' | 'for'>
  readonly 'words list': WithOptions<'for'>
  readonly 'words import': WithOptions<'file' | 'for' | 'replace'>
  readonly 'words export': WithOptions<'format' | 'for'>

  readonly nickname: CommandText
  readonly 'nickname set': WithOptions<'name'>
  readonly 'nickname reset': CommandText

  readonly optout: CommandText
  readonly 'optout here': CommandText
  readonly 'optout everywhere': CommandText
  readonly 'optout off': CommandText

  readonly mydata: CommandText
  readonly 'mydata export': CommandText
  readonly 'mydata delete': CommandText

  readonly privacy: CommandText
}
