import { EventEmitter } from 'node:events'
import type { DiscordSandbox, HeardFrame, Interaction, Listener, WorldChange } from '@lector/loopback-discord'
import type { ServedRequest, SpeechService } from '@lector/loopback-speech'
import { InteractionType } from 'discord-api-types/v10'
import type { VoicePresence } from '../voice-presence.ts'
import { soundingOne } from './by-ear.ts'
import { type Cause, causeOfInteraction, causeOfMessage, mayCause } from './cause.ts'
import { Spoken } from './spoken.ts'

export interface WitnessedSandbox {
  readonly discord: DiscordSandbox
  readonly speech: SpeechService
  readonly voicePresence: VoicePresence
  /** The bot whose speech is watched. */
  readonly botId: string
}

export interface WitnessEvents {
  /** An utterance began or changed. */
  spoken: [spoken: Spoken]
}

/**
 * Brings together what the sandbox sees in different places: who wanted something said, what the speech service was
 * asked, and what one listener heard. The bot is not asked: nothing it could tell would be evidence.
 */
export class Witness extends EventEmitter<WitnessEvents> {
  readonly #sandbox: WitnessedSandbox
  readonly #causes: Cause[] = []
  readonly #spoken: Spoken[] = []
  readonly #assigned = new Set<string>()
  #current: Spoken | undefined
  /** Everyone hears the same, so one listener is enough. */
  #ear: Listener | undefined
  #silenceFrames = 0
  #ending: NodeJS.Timeout | undefined
  #count = 0

  constructor(sandbox: WitnessedSandbox) {
    super()
    this.#sandbox = sandbox
    sandbox.discord.world.on('change', this.#onChange)
    sandbox.discord.interactions.on('created', this.#onInteraction)
    sandbox.speech.events.on('request', this.#onRequest)
    sandbox.voicePresence.on('entered', this.#onEntered)
  }

  /** The latest utterances, oldest first. */
  get spoken(): readonly Spoken[] {
    return this.#spoken
  }

  close(): void {
    clearTimeout(this.#ending)
    this.#sandbox.discord.world.off('change', this.#onChange)
    this.#sandbox.discord.interactions.off('created', this.#onInteraction)
    this.#sandbox.speech.events.off('request', this.#onRequest)
    this.#sandbox.voicePresence.off('entered', this.#onEntered)
  }

  readonly #onInteraction = (interaction: Interaction): void => {
    if (interaction.type !== InteractionType.ApplicationCommand) return
    const cause = causeOfInteraction(interaction, performance.now())
    if (!cause || !this.#canBeHeard(cause)) return
    this.#remember(cause)
    interaction.once('update', () => {
      cause.acceptedAt = performance.now()
    })
  }

  readonly #onChange = (change: WorldChange): void => {
    if (change.kind === 'message-created' && !change.message.author.bot)
      this.#remember(causeOfMessage(change.message, performance.now()))
  }

  readonly #onRequest = (request: ServedRequest): void => {
    if (request.caller !== 'bot' || request.text === '') return
    const known = this.#spoken.find(({ requests }) => requests.includes(request))
    const spoken = known ?? this.#spokenFor(request)
    if (!known) spoken.requests.push(request)
    this.emit('spoken', spoken)
  }

  readonly #onEntered = (_userId: string, listener: Listener): void => {
    this.#ear ??= listener
    listener.on('frame', (userId, frame) => {
      this.#ear ??= listener
      if (this.#ear === listener && userId === this.#sandbox.botId) this.#hear(frame)
    })
    listener.on('closed', () => {
      if (this.#ear === listener) this.#ear = undefined
    })
  }

  /** Nobody is spoken for who is in no voice channel. */
  #canBeHeard({ userId }: Cause): boolean {
    const { world } = this.#sandbox.discord
    return world.guilds.values().some(({ id }) => world.voiceStates.get(id, userId) !== undefined)
  }

  #remember(cause: Cause): void {
    this.#causes.push(cause)
    if (this.#causes.length > REMEMBERED) this.#causes.shift()
  }

  /** The utterance that this request continues or retries; a new one otherwise. */
  #spokenFor({ text }: ServedRequest): Spoken {
    const going = this.#spoken.find((one) => one.cause && mayCause(one.cause, text) && one.wants(text))
    return going ?? this.#begin(this.#causes.find((cause) => !this.#assigned.has(cause.id) && mayCause(cause, text)))
  }

  #begin(cause: Cause | undefined): Spoken {
    const spoken = new Spoken(String(++this.#count), cause)
    if (cause) this.#assigned.add(cause.id)
    // The bot asks for what is next while it begins to say what needs no request: the older wish is the older one.
    const younger = this.#spoken.findIndex((one) => one.isWaiting && cause && (one.cause?.at ?? 0) > cause.at)
    this.#spoken.splice(younger === -1 ? this.#spoken.length : younger, 0, spoken)
    if (this.#spoken.length > REMEMBERED) this.#spoken.shift()
    return spoken
  }

  #hear(frame: HeardFrame): void {
    if (!frame.silence) {
      const spoken = this.#whose(frame)
      const isFirst = spoken.isWaiting || spoken.ended
      spoken.ended = false
      spoken.frames.push(frame)
      this.#current = spoken
      this.#silenceFrames = 0
      if (isFirst || spoken.frames.length % PROGRESS_FRAMES === 0) this.emit('spoken', spoken)
      this.#expectEnd(spoken)
    } else if (this.#current && !this.#current.ended) {
      this.#current.frames.push(frame)
      this.#silenceFrames++
    }
  }

  /** Five frames of silence end an utterance; without them the next frame continues it, unless it is over. */
  #whose(frame: HeardFrame): Spoken {
    const { arrival } = frame
    const current = this.#current
    if (!current) return this.#nextToSound(0) ?? this.#withoutRequest(0, frame) ?? this.#begin(undefined)
    const lastHeard = current.lastFrame?.arrival ?? 0
    const isStall = arrival - lastHeard < LONGEST_STALL
    if (isStall && this.#silenceFrames < PAUSE_FRAMES && !current.isOver) return current
    if (isStall && !current.isServed) return current
    const known = this.#nextToSound(lastHeard) ?? this.#withoutRequest(current.cause?.at ?? 0, frame)
    if (!known && isStall) return current
    const next = known ?? this.#begin(undefined)
    if (!current.ended) this.#end(current)
    if (next.cause && next.cause.at < lastHeard) next.freeAt = lastHeard
    return next
  }

  /** The utterance without sound from the service: cached, or spoken by a fallback voice. */
  #withoutRequest(after: number, frame: HeardFrame): Spoken | undefined {
    const { arrival } = frame
    const kept = this.#spoken.findLast(({ frames }) => isSamePacket(frames[0], frame))
    const cause = kept ? this.#causeOf(kept) : this.#nextCause(after, arrival)
    const failed = kept ? undefined : this.#nextFailed(arrival)
    if (failed && (failed.cause?.at ?? 0) < (cause?.at ?? arrival)) return failed
    return cause && this.#begin(cause)
  }

  /** The oldest cause that has the words of an earlier utterance and is not spoken yet. */
  #causeOf(kept: Spoken): Cause | undefined {
    const { words } = kept
    return this.#causes.find((cause) => !this.#assigned.has(cause.id) && mayCause(cause, words))
  }

  /**
   * The next cause in turn. Causes older than that of the last utterance can no longer be spoken. A cause that the bot
   * leaves unspoken through a long silence was refused or dropped.
   */
  #nextCause(after: number, arrival: number): Cause | undefined {
    const silentSince = this.#current?.lastFrame?.arrival ?? 0
    const open = this.#causes.filter(
      ({ id, at, isUncertain }) =>
        at > after && !isUncertain && arrival - Math.max(at, silentSince) < LONGEST_WAIT && !this.#assigned.has(id),
    )
    return open.find(({ kind, acceptedAt }) => kind === 'command' && acceptedAt !== undefined) ?? open.at(-1)
  }

  /** A fallback voice begins soon after the failure, or waits for its turn. */
  #nextFailed(arrival: number): Spoken | undefined {
    const free = this.#current?.lastFrame?.arrival ?? 0
    return this.#spoken.find(
      ({ state, failedAt = 0 }) => state === 'failed' && arrival - Math.max(failedAt, free) < LONGEST_STALL,
    )
  }

  /** The oldest utterance with sound that was not heard yet; sound from long before a pause was dropped. */
  #nextToSound(lastHeard: number): Spoken | undefined {
    const waiting = this.#spoken.filter((one) => one.isWaiting && one.soundAt !== undefined)
    const pause = performance.now() - lastHeard
    const fresh = pause > DROPPED_AFTER ? waiting.filter(({ soundAt = 0 }) => soundAt > lastHeard) : waiting
    const next = fresh[0] ?? waiting[0]
    for (const dropped of waiting.slice(0, next ? waiting.indexOf(next) : 0)) this.#end(dropped)
    return next
  }

  #expectEnd(spoken: Spoken): void {
    clearTimeout(this.#ending)
    this.#ending = setTimeout(() => {
      const quiet = performance.now() - (spoken.lastFrame?.arrival ?? 0)
      if (spoken.isServed || quiet > LONGEST_STALL) this.#end(spoken)
      else this.#expectEnd(spoken)
    }, END_AFTER).unref()
  }

  /** Until now, what sounds was taken for the next in line; its sound knows better. */
  #end(spoken: Spoken): void {
    const others = this.#spoken.filter((one) => one !== spoken && one.isWaiting && one.soundAt !== undefined)
    spoken.ended = true
    this.emit('spoken', spoken)
    if (spoken.frames.length > 0 && others.length > 0) void this.#listenAgain(spoken, others)
  }

  async #listenAgain(spoken: Spoken, others: readonly Spoken[]): Promise<void> {
    const sounded = await soundingOne(spoken, others)
    if (sounded !== spoken) {
      sounded.frames.push(...spoken.frames.splice(0))
      spoken.ended = false
      if (this.#current === spoken) this.#current = sounded
    }
    sounded.ended = true
    this.emit('spoken', sounded)
    // The bot says things in the order in which it asked for them, so what it skipped is not to come.
    const skipped = others.concat(spoken).filter((one) => one.isWaiting && (one.soundAt ?? 0) < (sounded.soundAt ?? 0))
    for (const one of skipped) {
      one.ended = true
      this.emit('spoken', one)
    }
  }
}

/** How often an utterance in progress is reported: twice a second. */
const PROGRESS_FRAMES = 25
/** Utterances and causes kept. */
const REMEMBERED = 200
/** Frames of silence that end speech: https://discord.com/developers/docs/topics/voice-connections#voice-data-interpolation */
const PAUSE_FRAMES = 5
/** Milliseconds. */
const END_AFTER = 500
const DROPPED_AFTER = 1_000
const LONGEST_STALL = 12_000
/** The bot says what it keeps at once; what it synthesises itself, within seconds. */
const LONGEST_WAIT = 5_000

/** The packets of an utterance that is kept are sent again as they are; no two others are the same. */
function isSamePacket(one: HeardFrame | undefined, other: HeardFrame): boolean {
  return one?.opus !== undefined && other.opus !== undefined && one.opus.equals(other.opus)
}
