/**
 * The port to Discord's voice: one link per server, driven by its session. The adapter over @discordjs/voice lives in
 * src/discord; a link could as well run in another thread or on another host.
 */
export interface VoiceLink {
  /**
   * One attempt to be in this voice channel, able to send: resolves when packets may leave and, where the call is
   * end-to-end encrypted, are encrypted. Used to join, to move and to come back.
   *
   * Throws a `LectorError`: `voice.missing-permission`, `voice.channel-full`, … when Discord would not let us in, and
   * `voice.join-failed` (retryable) when an answer did not come in time. An aborted signal gives up the attempt.
   */
  connect(channelId: string, signal: AbortSignal): Promise<void>
  /** Throws the `voice.*` error that Discord's rules have in store for who enters this channel, as far as it is known. */
  check(channelId: string): void
  /** Sends one 20 ms Opus packet now. False when it could not be sent: keep it and try again on the next tick. */
  send(packet: Buffer): boolean
  /** Nothing more is sent for now: people see the bot fall silent. The next packet lights it up again by itself. */
  rest(): void
  /** Frees everything. `tellDiscord` leaves the channel; without it the bot stays visible until Discord notices. */
  close(options: { readonly tellDiscord: boolean }): void
}

/** Why a link that was connected no longer is. */
export type LinkLoss =
  /** The voice server closed the connection with this code. */
  | { readonly kind: 'closed'; readonly code: number }
  /** Nothing arrived for too long, or the voice library failed inside. */
  | { readonly kind: 'broken' }
  /** Somebody disconnected the bot, or its channel is gone. */
  | { readonly kind: 'removed' }

/** What keeps a connected link from being heard. */
export type LinkHold =
  /** A moderator muted the bot. */
  | 'muted'
  /** The bot lost the permission to speak. */
  | 'suppressed'
  /** On a stage, where moderators decide who speaks. */
  | 'audience'

export interface VoiceLinkObserver {
  /** The connection was interrupted and the link repairs it by itself; `onRestored` or `onLost` follows. */
  onInterrupted(): void
  onRestored(): void
  onLost(loss: LinkLoss): void
  /** Discord put the bot into another channel. The link follows by itself. */
  onMoved(channelId: string): void
  onHold(hold: LinkHold | undefined): void
}

export interface VoiceOutput {
  open(guildId: string, observer: VoiceLinkObserver): VoiceLink
}
