/** Everything that the page says. One file for each language in `public/scripts/words/` gives all of it. */
export interface Words {
  readonly intro: {
    readonly title: string
    readonly what: string
    readonly where: string
    readonly hear: string
    readonly turnOn: string
    readonly ideas: string
    readonly breakIt: string
  }
  /** What the buttons are called with which something is tried. */
  readonly samples: Readonly<Record<SpokenSample | 'skip' | 'read', string>>
  /** What these make the bot say. */
  readonly spoken: Readonly<Record<SpokenSample, string>>
  readonly parts: string
  readonly views: Readonly<Record<'server' | 'chat' | 'sound', string>>
  readonly server: {
    readonly text: string
    readonly voice: string
    readonly you: string
    readonly language: string
    readonly join: string
    joinChannel(channel: string): string
    readonly leave: string
    leaveChannel(channel: string): string
    readonly speaking: string
    readonly muted: string
    readonly app: string
    readonly theme: string
    actions(name: string): string
    readonly offline: string
    readonly notInVoice: string
  }
  readonly chat: {
    readonly box: string
    readonly boxLabel: string
    readonly send: string
    readonly cancel: string
    readonly log: string
    readonly thinking: string
    readonly ephemeral: string
    readonly edited: string
    actions(author: string): string
    readonly commands: string
    suggestions(option: string): string
    readonly required: string
    readonly choose: string
    readonly empty: string
    readonly noActions: string
    readonly yes: string
    readonly no: string
    readonly submit: string
  }
  readonly sound: {
    readonly title: string
    readonly details: string
    as(name: string, channel: string): string
    readonly nowhere: string
    readonly mute: string
    readonly unmute: string
    readonly volume: string
    readonly level: string
    delay(ms: number): string
    readonly delayUnknown: string
    holes(count: number): string
    readonly local: string
    readonly dashscope: string
    readonly openai: string
    otherEngine(engine: string): string
    price(model: string, dollars: number): string
    spent(characters: number, dollars: string): string
  }
  readonly utterances: {
    readonly title: string
    readonly none: string
    readonly waiting: string
    readonly speaking: string
    readonly silent: string
    readonly failed: string
    readonly dropped: string
    readonly voice: string
    readonly style: string
    readonly model: string
    readonly firstSound: string
    readonly length: string
    readonly billed: string
    readonly wouldBill: string
    characters(count: number): string
    readonly encrypted: string
    readonly endToEnd: string
    /** So many frames came unencrypted. */
    open(count: number): string
    readonly lost: string
    frames(count: number): string
    replay(words: string): string
    save(words: string): string
  }
  readonly timeline: {
    readonly title: string
    readonly accepted: string
    readonly service: string
    readonly turn: string
    readonly first: string
    readonly speech: string
    /** The number of the request, from 1 on. */
    request(number: number): string
    gap(ms: number): string
    gaps(count: number, longest: number): string
    refused(status: number): string
    readonly failed: string
    readonly from: string
    readonly kept: string
  }
  readonly chart: {
    readonly title: string
    summary(median: number, count: number): string
  }
  readonly faults: {
    readonly title: string
    readonly hint: string
    readonly all: string
    readonly once: string
    readonly log: string
    readonly quiet: string
    /** Label of the select for the server that the speech service behaves like. */
    readonly server: string
    readonly usualServer: string
    readonly serverHint: string
    readonly everyday: Readonly<Record<EverydayFault, string>>
  }
  readonly connectionLog: {
    voiceLost(code: number): string
    voiceLostSilently(): string
    /** `later` is empty or what `later` below gave. */
    voiceResumed(later: string): string
    voiceRejoined(later: string): string
    botEntered(channel: string): string
    botMoved(channel: string): string
    botLeft(channel: string): string
    gatewayLost(): string
    gatewayResumed(later: string): string
    gatewayIdentified(later: string): string
    speechRefused(status: number): string
    speechBroken(): string
    speechAgain(later: string): string
    framesLost(count: number, speech: string): string
    gap(ms: number): string
    gaps(count: number, longest: number): string
    /** To be put into a sentence, with the space that it needs there. */
    later(time: string): string
  }
  ms(count: number | string): string
  seconds(count: string): string
  readonly lost: string
}

export type SpokenSample = 'hello' | 'whisper' | 'excited'

export type EverydayFault =
  | 'speech-slow'
  | 'speech-cut'
  | 'speech-limited'
  | 'voice-cut'
  | 'media-loss'
  | 'kick'
  | 'move'
  | 'gateway-reconnect'
