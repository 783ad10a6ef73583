import { setTimeout as sleep } from 'node:timers/promises'
import { sine } from '@lector/loopback-discord'
import { startBot } from '@lector/playground'
import { type Sandbox, startSandbox } from '@lector/sandbox'
import { atMost, type Bench, type Row } from './support/bench.ts'
import { nextSpeech } from './support/next-speech.ts'
import { median, spread } from './support/statistics.ts'

/** Long enough to be sound, short enough for many runs. */
const SOUND = sine(440, 320)
/** The pause after which a listener's jitter buffer has closed and lead-in silence is sent again. */
const PAUSE_MS = 450
/** As long as a quick provider takes to its first sound; by then the command has been answered. */
const THINKING_MS = 100

/** The real bot as a process of its own, the sandbox in this one: what somebody who types `/say` waits for. */
export const command: Bench = {
  name: 'command',
  async *run({ quick }) {
    let thinking = 0
    const sandbox = await startSandbox({
      speech: {
        async *synthesize() {
          if (thinking > 0) await sleep(thinking)
          yield SOUND
        },
        requestsPerMinute: Number.POSITIVE_INFINITY,
      },
    })
    const { voicePresence, fixture } = sandbox
    await voicePresence.join(fixture.people.mia.id, fixture.channels.lounge.id)

    const cold: Said[] = []
    const warm: Said[] = []
    const thought: Said[] = []
    const starts = quick ? 1 : 5
    for (let start = 0; start < starts; start++) {
      const bot = await startBot(sandbox)
      cold.push(await say(sandbox))
      if (start === starts - 1) {
        for (let run = quick ? 2 : 50; run > 0; run--) {
          thinking = 0
          warm.push(await say(sandbox))
          thinking = THINKING_MS
          thought.push(await say(sandbox))
        }
        thinking = 0
      }
      await bot.stop()
    }
    await sandbox.close()

    const sending = (said: readonly Said[]) => said.map(({ sounded, heard }) => heard - sounded)
    const whole = warm.map(({ began, heard }) => heard - began)
    const what = 'provider’s first byte → first packet (ms)'
    yield row(what, `warm, the provider thinks for ${THINKING_MS} ms`, sending(thought), 3)
    yield row(what, 'warm, the provider answers at once, while the command is answered', sending(warm))
    yield row(what, 'first of its process', sending(cold))
    yield row('/say → first packet (ms)', 'warm, in the channel', whole, 12)
    yield row(
      '/say → request at the provider (ms)',
      'warm, in the channel',
      warm.map(({ began, asked }) => asked - began),
    )
    yield row(
      '/say → first packet (ms)',
      'first of its process, joins',
      cold.map(({ began, heard }) => heard - began),
    )
  },
}

/** Moments of one utterance on this process's clock. */
interface Said {
  readonly began: number
  readonly asked: number
  readonly sounded: number
  readonly heard: number
}

async function say({ discord, fixture, speech }: Sandbox): Promise<Said> {
  const first = nextSpeech(discord.voice)
  const began = performance.now()
  discord.interactions.slash({
    userId: fixture.people.mia.id,
    channelId: fixture.channels.general.id,
    command: 'say',
    // A text that was said before would not be asked of the provider again.
    options: { text: `sentence ${crypto.randomUUID()}` },
  })
  const heard = await first
  const { asked, firstAudio = Number.NaN } = speech.requests.at(-1)!.moments
  await sleep(SOUND.length / 48 + PAUSE_MS + 100 + Math.random() * 20)
  return { began, asked, sounded: firstAudio, heard }
}

function row(what: string, how: string, times: readonly number[], goal?: number): Row {
  return {
    what,
    how,
    values: { ...spread(times), runs: times.length },
    ...(goal !== undefined && { goal: atMost(goal, median(times), 'median') }),
  }
}
