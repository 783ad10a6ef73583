import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VoiceSessions } from '../../src/call/sessions.ts'
import type { Log } from '../../src/kernel/log.ts'
import { HandledLog } from '../../src/reader/handled.ts'
import { Presence } from '../../src/reader/presence.ts'
import { ChannelReader } from '../../src/reader/reader.ts'
import { openSqlite, type SqliteStore } from '../../src/settings/open-sqlite.ts'
import { VOICES } from '../../src/speech/voices/voice-catalogue.ts'
import { languageDetector } from '../../src/text/language/detect.ts'
import { GENERAL, GUILD, LOUNGE } from './incoming.ts'
import { PromptedEngine, type Request } from './prompted-engine.ts'
import { RecordingLink } from './recording-link.ts'
import { turnedClock } from './turned-clock.ts'

const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** The reader over real settings and real voice sessions, in one server, with an engine that does as the test says. */
export class Reading {
  readonly engine: PromptedEngine
  readonly link = new RecordingLink()
  readonly settings: SqliteStore
  readonly sessions: VoiceSessions
  readonly reader: ChannelReader
  readonly presence: Presence
  /** How many people are in each voice channel. */
  readonly listeners = new Map<string, number>([[LOUNGE, 2]])
  /** The messages that were marked as repeats. */
  readonly marked: string[] = []
  readonly #directory: string

  /** `/read here` was used in the channel, and the bot is in the lounge. */
  static async open(
    answer: (request: Request) => void = (request) => request.audio(5).end(),
    queueLimit = 100,
  ): Promise<Reading> {
    await languageDetector()
    const directory = await mkdtemp(join(tmpdir(), 'lector-reading-'))
    const reading = new Reading(directory, await openSqlite(directory, turnedClock), answer, queueLimit)
    await reading.settings.guilds.setReadChannel(GUILD, GENERAL, LOUNGE)
    await reading.sessions.join(GUILD, LOUNGE)
    return reading
  }

  private constructor(
    directory: string,
    settings: SqliteStore,
    answer: (request: Request) => void,
    queueLimit: number,
  ) {
    this.#directory = directory
    this.settings = settings
    this.engine = new PromptedEngine(answer)
    this.sessions = new VoiceSessions({
      output: { open: () => this.link },
      engine: this.engine,
      queueLimit,
      bitrate: () => 64_000,
      clock: turnedClock,
    })
    const common = {
      sessions: this.sessions,
      settings,
      operator: { voiceFor: () => 'Cherry', engine: 'local' },
      clock: turnedClock,
      log: silentLog,
    }
    this.reader = new ChannelReader({
      handled: new HandledLog(settings.handled, turnedClock, silentLog),
      ...common,
      assignableVoices: () => VOICES,
      detector: languageDetector,
      isAgeRestricted: () => false,
      markRepeat: ({ id }) => this.marked.push(id),
    })
    this.presence = new Presence({ ...common, listeners: (channel) => this.listeners.get(channel) ?? 0 })
  }

  /** What was asked to be said, in order. */
  get said(): string[] {
    return this.engine.texts
  }

  async close(): Promise<void> {
    for (const guild of [GUILD]) this.sessions.get(guild)?.leave()
    await this.settings.close()
    await rm(this.#directory, { recursive: true, force: true })
  }
}
