import type { ServerResponse } from 'node:http'
import type { Interaction, VoiceSession, WorldChange } from '@lector/loopback-discord'
import type { TimelineEntry } from '../views.ts'
import type { Spoken } from '../witness/spoken.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { interactionView } from './interaction-view.ts'

/** Server-sent events for everything in the sandbox: an event name and JSON. */
export class EventStream {
  readonly #sandbox: ControlledSandbox
  readonly #responses = new Set<ServerResponse>()
  /** Views of utterances are sent in the order of what happened, although some take longer to make. */
  #views = Promise.resolve()
  readonly #onChange = (change: WorldChange) => this.#send(change.kind, changeView(change))
  readonly #onInteraction = (interaction: Interaction) => {
    this.#send('interaction', interactionView(interaction))
    interaction.on('update', () => this.#send('interaction', interactionView(interaction)))
  }
  readonly #onSpeaking = ({ identity }: VoiceSession, flags: number) =>
    this.#send('speaking', { user: identity.userId, channel: identity.channelId, speaking: flags !== 0 })

  readonly #onSpoken = (spoken: Spoken) => {
    this.#views = this.#views.then(async () => this.#send('utterance', await spoken.view()))
  }
  readonly #onTimeline = (entry: TimelineEntry) => this.#send('timeline', entry)

  constructor(sandbox: ControlledSandbox) {
    this.#sandbox = sandbox
    sandbox.discord.world.on('change', this.#onChange)
    sandbox.discord.interactions.on('created', this.#onInteraction)
    sandbox.discord.voice.on('speaking', this.#onSpeaking)
    sandbox.witness.on('spoken', this.#onSpoken)
    sandbox.timeline.on('entry', this.#onTimeline)
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders()
    this.#responses.add(response)
    response.on('close', () => this.#responses.delete(response))
  }

  close(): void {
    this.#sandbox.discord.world.off('change', this.#onChange)
    this.#sandbox.discord.interactions.off('created', this.#onInteraction)
    this.#sandbox.discord.voice.off('speaking', this.#onSpeaking)
    this.#sandbox.witness.off('spoken', this.#onSpoken)
    this.#sandbox.timeline.off('entry', this.#onTimeline)
    for (const response of this.#responses) response.end()
  }

  #send(event: string, data: object): void {
    for (const response of this.#responses) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
}

/** The change with the guild's id instead of the whole guild. */
function changeView({ guild, ...change }: WorldChange): object {
  return { guild: guild.id, ...change }
}
