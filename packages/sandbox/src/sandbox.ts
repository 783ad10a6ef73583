import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiscordSandbox, type DiscordSandboxOptions } from '@lector/loopback-discord'
import { type SpeechService, type SpeechServiceOptions, startSpeechService } from '@lector/loopback-speech'
import { type ControlOptions, ControlServer } from './control/control-server.ts'
import type { ControlledSandbox } from './control/controlled-sandbox.ts'
import { FaultPanel } from './faults/fault-panel.ts'
import { SpeechFaults } from './faults/speech-faults.ts'
import { buildFixtureWorld } from './fixture-world.ts'
import { createSandboxVoice } from './voice/sandbox-voice.ts'
import { VoicePresence } from './voice-presence.ts'
import { Timeline } from './witness/timeline.ts'
import { Witness } from './witness/witness.ts'

export interface SandboxOptions {
  readonly discord?: DiscordSandboxOptions
  /** Options of the speech service; its voice defaults to Flite, which needs no key and no network. */
  readonly speech?: Partial<SpeechServiceOptions>
  readonly control?: Pick<ControlOptions, 'port' | 'page'>
}

/** Addresses, ids and keys of a running sandbox. */
export interface SandboxDescription {
  readonly rest: string
  readonly gateway: string
  /** A PEM file for `NODE_EXTRA_CA_CERTS`. */
  readonly caFile: string
  readonly token: string
  readonly applicationId: string
  readonly guild: string
  readonly textChannels: Readonly<Record<string, string>>
  readonly voiceChannels: Readonly<Record<string, string>>
  readonly people: Readonly<Record<string, string>>
  /** `key` is for everybody; what is asked with `botKey` counts as said by the bot. */
  readonly speech: SpeechAddresses
  readonly control: string
}

export type SpeechAddresses = Pick<
  SpeechService,
  'baseUrl' | 'openaiBaseUrl' | 'voicevoxUrl' | 'wyomingUrl' | 'key' | 'botKey'
>

export interface Sandbox extends ControlledSandbox {
  readonly description: SandboxDescription
  close(): Promise<void>
}

/** Starts a Discord, a speech service and the control API, all of them on 127.0.0.1 and on free ports. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const voice = createSandboxVoice()
  const speechFaults = new SpeechFaults()
  const faultsOf: SpeechServiceOptions['faults'] = (request) => options.speech?.faults?.(request) ?? speechFaults.take()
  const [discord, speech, directory] = await Promise.all([
    DiscordSandbox.start(options.discord),
    startSpeechService({ synthesize: voice.synthesize, ...options.speech, faults: faultsOf }),
    mkdtemp(join(tmpdir(), 'lector-sandbox-')),
  ])
  const caFile = join(directory, 'ca.pem')
  await writeFile(caFile, discord.certificate.cert)
  const fixture = buildFixtureWorld(discord)
  const voicePresence = new VoicePresence(discord)
  const place = { discord, voicePresence, speech: speechFaults, guildId: fixture.guild.id, botId: fixture.bot.user.id }
  const faults = new FaultPanel(place)
  const seen = { discord, speech, voicePresence, botId: fixture.bot.user.id }
  const witness = new Witness(seen)
  const timeline = new Timeline(seen)
  const sandbox: ControlledSandbox = { discord, speech, fixture, voicePresence, witness, timeline, faults }
  const control = await ControlServer.start({ ...sandbox, ...options.control })
  return {
    ...sandbox,
    description: describe(sandbox, caFile, control.url),
    async close() {
      witness.close()
      timeline.close()
      voicePresence.close()
      await Promise.all([control.close(), discord.close(), speech.close()])
      await Promise.all([voice.close(), rm(directory, { recursive: true, force: true })])
    },
  }
}

function describe(
  { discord, speech, fixture: { guild, bot, channels, people } }: ControlledSandbox,
  caFile: string,
  control: string,
): SandboxDescription {
  const { general, ...voiceChannels } = channels
  return {
    rest: discord.api,
    gateway: discord.gatewayUrl,
    caFile,
    token: bot.token,
    applicationId: bot.user.id,
    guild: guild.id,
    textChannels: idsOf({ general }),
    voiceChannels: idsOf(voiceChannels),
    people: idsOf(people),
    speech: addressesOf(speech),
    control,
  }
}

function addressesOf({ baseUrl, openaiBaseUrl, voicevoxUrl, wyomingUrl, key, botKey }: SpeechService): SpeechAddresses {
  return { baseUrl, openaiBaseUrl, voicevoxUrl, wyomingUrl, key, botKey }
}

function idsOf(things: Readonly<Record<string, { readonly id: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(things).map(([name, { id }]) => [name, id]))
}
