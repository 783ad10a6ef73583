import { setTimeout as sleep } from 'node:timers/promises'
import type { DecodedFrame, DistanceOptions, HeardFrame, Interaction, OptionValues } from '@lector/loopback-discord'
import { analyse, decodeFrames, pressables, render, type UtteranceAnalysis } from '@lector/loopback-discord'
import { type BotProcess, type BotProcessOptions, startBot } from '@lector/playground'
import { type Sandbox, type SandboxOptions, startSandbox } from '@lector/sandbox'
import type { Locale } from 'discord-api-types/v10'

const PATIENCE_MS = 30_000
/** The bot has finished when nothing has come for so long after its closing silence. */
const QUIET_MS = 400

type Person = keyof Sandbox['fixture']['people']
type VoiceChannel = 'lounge' | 'workshop' | 'stage'

/** The real bot process against the sandbox, and people who use it. */
export class Stage {
  readonly sandbox: Sandbox
  readonly bot: BotProcess
  /** The bot's log lines. */
  readonly log: string[]

  static async open(sandboxOptions: SandboxOptions = {}, botOptions: BotProcessOptions = {}): Promise<Stage> {
    const discord = { ...(profile() && { distance: profile()! }), ...sandboxOptions.discord }
    const sandbox = await startSandbox({ ...sandboxOptions, discord })
    const log: string[] = []
    const bot = await startBot(sandbox, { ...botOptions, onLog: (line) => log.push(line) })
    return new Stage(sandbox, bot, log)
  }

  private constructor(sandbox: Sandbox, bot: BotProcess, log: string[]) {
    this.sandbox = sandbox
    this.bot = bot
    this.log = log
  }

  /** Ends the bot where it is: a test that is over does not wait for the end of a sentence. */
  async close(): Promise<void> {
    this.bot.child.kill('SIGKILL')
    await this.sandbox.close()
  }

  async enter(person: Person, channel: VoiceChannel): Promise<void> {
    const { voicePresence, fixture } = this.sandbox
    await voicePresence.join(fixture.people[person].id, fixture.channels[channel].id)
  }

  leave(person: Person): void {
    this.sandbox.voicePresence.leave(this.sandbox.fixture.people[person].id)
  }

  /** Runs a slash command; resolves when it was answered. */
  async command(person: Person, command: string, options: OptionValues = {}, locale?: Locale): Promise<Interaction> {
    const { discord, fixture } = this.sandbox
    const interaction = discord.interactions.slash({
      userId: fixture.people[person].id,
      channelId: fixture.channels.general.id,
      command,
      options,
      ...(locale && { locale }),
    })
    return interaction.until(AbortSignal.timeout(PATIENCE_MS))
  }

  /** Presses a button of the last answer, or chooses in a select; resolves when the bot has changed that answer. */
  async press(person: Person, answer: Interaction, action: string, values?: readonly string[]): Promise<Interaction> {
    const { discord, fixture } = this.sandbox
    const message = answer.original
    if (!message) throw new Error('There is no answer to press something on.')
    const component = pressables(message).find(({ custom_id }) => custom_id.endsWith(`|${action}`))
    if (!component) throw new Error(`The answer has no "${action}".`)
    const interaction = discord.interactions.component({
      userId: fixture.people[person].id,
      channelId: fixture.channels.general.id,
      messageId: message.id,
      customId: component.custom_id,
      ...(values && { values }),
    })
    // The answer stays deferred until the bot has edited the message or said why not.
    return interaction.until(
      AbortSignal.timeout(PATIENCE_MS),
      ({ isAnswered, followUps }) => isAnswered || followUps.length > 0,
    )
  }

  /** What is suggested for an option while something is typed in it. */
  async suggest(person: Person, command: string, focused: string, typed: string): Promise<string[]> {
    const { discord, fixture } = this.sandbox
    const interaction = discord.interactions.autocomplete({
      userId: fixture.people[person].id,
      channelId: fixture.channels.general.id,
      command,
      options: { [focused]: typed },
      focused,
    })
    await interaction.until(AbortSignal.timeout(PATIENCE_MS))
    return interaction.first.kind === 'choices' ? interaction.first.choices.map(({ value }) => String(value)) : []
  }

  /** How many utterances the bot is done with, spoken or not. */
  get finished(): number {
    return this.log.filter((line) => line.includes('"msg":"utterance"')).length
  }

  /** What somebody heard of the bot since they entered. */
  frames(person: Person): readonly HeardFrame[] {
    const { voicePresence, fixture } = this.sandbox
    return voicePresence.listener(fixture.people[person].id).recording.framesOf(fixture.bot.user.id)
  }

  /** Forgets what somebody heard. */
  forget(person: Person): void {
    this.sandbox.voicePresence.listener(this.sandbox.fixture.people[person].id).recording.clear()
  }

  /** Waits until the bot has spoken and fallen silent; how it sounded, utterance by utterance. */
  async listen(person: Person): Promise<Heard> {
    await this.until(() => {
      const last = this.frames(person).at(-1)
      return last?.silence === true && performance.now() - last.arrival > QUIET_MS && this.hasSpeech(person)
    })
    const frames = await decodeFrames(this.frames(person))
    const sound = render(frames)
    return {
      frames,
      utterances: analyse(frames),
      pcm: Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength),
    }
  }

  hasSpeech(person: Person): boolean {
    return this.frames(person).some(({ silence }) => !silence)
  }

  /** Waits for something to become true. */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS
    while (!(await condition())) {
      if (performance.now() > deadline) throw new Error(`Not true within ${PATIENCE_MS} ms: ${condition}`)
      await sleep(20)
    }
  }
}

/** `TEST_DISTANCE=150/40/40`: how far Discord is in milliseconds, for REST, the gateway and voice. */
function profile(): DistanceOptions | undefined {
  const { TEST_DISTANCE } = process.env
  if (TEST_DISTANCE === undefined) return undefined
  const [rest = 0, gateway = 0, voice = 0] = TEST_DISTANCE.split('/').map(Number)
  return { rest, gateway, voice, udp: voice }
}

export interface Heard {
  readonly frames: readonly DecodedFrame[]
  readonly utterances: readonly UtteranceAnalysis[]
  /** s16 mono 48 kHz. */
  readonly pcm: Buffer
}
