import { setTimeout as sleep } from 'node:timers/promises'
import { analyse, compare, decodeFrames, render } from '@lector/loopback-discord'
import type { ServedRequest } from '@lector/loopback-speech'
import type { Sandbox } from '@lector/sandbox'

export interface SceneReport {
  /** What the bot answered. */
  readonly reply: string
  /** Seconds of speech that arrived. */
  readonly speechSeconds: number
  /** From the command to the first audible packet, in milliseconds. */
  readonly firstSound: number | undefined
  readonly framesLost: number
  /** Speech frames that Discord could have listened to. */
  readonly framesInTheClear: number
  /** How much of what the speech service said was heard, 0 to 1; undefined when it was not asked. */
  readonly wordsHeard: number | undefined
}

export interface Scene {
  readonly text: string
  readonly voice?: string
  readonly style?: string
}

const PATIENCE_MS = 30_000

/** Mia enters the lounge, runs `/say`, and listens until the bot has finished. */
export async function playScene(sandbox: Sandbox, { text, voice, style }: Scene): Promise<SceneReport> {
  const { discord, fixture, voicePresence, speech } = sandbox
  const mia = fixture.people.mia.id
  const listener = await voicePresence.join(mia, fixture.channels.lounge.id)
  const before = speech.requests.length

  const startedAt = performance.now()
  const said = discord.interactions.slash({
    userId: mia,
    channelId: fixture.channels.general.id,
    command: 'say',
    options: { text, ...(voice && { voice }), ...(style && { style }) },
  })
  await said.until(AbortSignal.timeout(PATIENCE_MS))
  const heard = () => listener.recording.framesOf(fixture.bot.user.id)
  await untilQuiet(
    () => heard().length,
    () => heard().at(-1)?.silence ?? false,
  )

  const frames = await decodeFrames(heard())
  const utterances = analyse(frames)
  const request = speech.requests[before]
  const firstSound = utterances[0]?.firstSound
  return {
    reply: said.original?.content ?? '',
    speechSeconds: sum(utterances.map((one) => one.speech)) / 1000,
    firstSound: firstSound === undefined ? undefined : firstSound - startedAt,
    framesLost: sum(utterances.map((one) => one.lost)),
    framesInTheClear: sum(utterances.map((one) => one.unencrypted)),
    wordsHeard: request && shareHeard(request, render(frames)),
  }
}

function shareHeard({ pcm }: ServedRequest, heard: Int16Array): number {
  const said = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.byteLength / Int16Array.BYTES_PER_ELEMENT)
  return compare(said, heard).present
}

/** Waits until the bot has begun and then sent nothing for a while, its last word being silence. */
async function untilQuiet(count: () => number, endsSilent: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  let seen = -1
  while (performance.now() < deadline) {
    await sleep(400)
    if (seen > 5 && count() === seen && endsSilent()) return
    seen = count()
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
