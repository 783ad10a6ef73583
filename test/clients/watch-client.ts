import type { ChildProcessByStdio } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { DECODED_SAMPLE_RATE, decodeFrames, render, shareOf } from '@lector/loopback-discord'
import type { Sandbox } from '@lector/sandbox'

/** What a client can do, step by step: yes, or what was seen instead. */
export type Checks = Readonly<Record<string, string>>

const TONE_HZ = 440

/**
 * Follows a client through its steps. It says what it has done, one word a line; what Discord would see of it is looked
 * at here. After `commands` somebody uses its command `ping`, which it answers with "pong".
 */
export async function watchClient(
  sandbox: Sandbox,
  child: ChildProcessByStdio<null, Readable, null>,
  signal: AbortSignal,
): Promise<Checks> {
  const { discord, fixture, voicePresence } = sandbox
  const { mia } = fixture.people
  const checks: Record<string, string> = {}
  await voicePresence.join(mia.id, fixture.channels.lounge.id)
  const lines = createInterface({ input: child.stdout, signal })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  lines.on('line', (line) => {
    const [step = '', ...rest] = line.split(' ')
    checks[step] = rest.join(' ') || 'yes'
    if (step === 'commands') void use()
    if (step === 'join') void listen()
  })

  async function use(): Promise<void> {
    const place = { userId: mia.id, channelId: fixture.channels.general.id }
    try {
      const used = await discord.interactions.slash({ ...place, command: 'ping', options: {} }).until(signal)
      checks.answer = used.original?.content === 'pong' ? 'yes' : 'another answer'
    } catch (error) {
      checks.answer = String(error)
    }
  }

  async function listen(): Promise<void> {
    const { recording } = voicePresence.listener(mia.id)
    const heard = () => recording.framesOf(fixture.bot.user.id)
    while (!signal.aborted && checks.leave === undefined) await sleep(100)
    const frames = (await decodeFrames(heard())).filter(({ silence }) => !silence)
    const share = frames.length === 0 ? 0 : shareOf(TONE_HZ, render(frames), DECODED_SAMPLE_RATE)
    checks.tone = `${frames.length} frames, ${Math.round(100 * share)} % at ${TONE_HZ} Hz`
  }

  signal.addEventListener('abort', () => child.kill('SIGKILL'), { once: true })
  await ended
  await sleep(500)
  return checks
}
