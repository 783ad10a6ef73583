import { errorSentence } from '../src/i18n/sentence.ts'
import type { ChatCommand, CommandContext } from '../src/interactions/command.ts'
import { resolveCaps } from '../src/settings/resolve.ts'
import { probeSpeech } from '../src/speech/probe.ts'

/** What a clock may be wrong by without anybody being told. */
const WORTH_TELLING_MS = 2_000

/** A line of the report; `well` is true if the check passed. */
type Line = readonly [well: boolean, text: string]

export const doctor = {
  kind: 'chat',
  path: 'doctor',
  async run(context) {
    // Checked last: right after /join, the call would not have its encryption keys yet.
    const asked = await Promise.all([speechLine, databaseLine, budgetLine].map((line) => line(context)))
    const lines = [...placeLines(context), ...asked]
    return [context.texts.doctor.title, ...lines.map(([well, text]) => `${well ? '✅' : '⚠️'} ${text}`)].join('\n')
  },
} satisfies ChatCommand

function placeLines(context: CommandContext): Line[] {
  const { texts, channelId, callerChannel, diagnose, guildId, services } = context
  const { doctor: words } = texts
  const { obstacle, stage, mayWrite, gatewayPing, voice, encryption, opus } = diagnose()
  const state = services.sessions.get(guildId)?.state
  const hold = state?.status === 'waiting' && state.channelId === callerChannel?.id ? state.for : undefined
  const place = callerChannel && `<#${callerChannel.id}>`
  const lines: Line[] = []
  if (!place) lines.push([false, words.noPlace()])
  else if (obstacle) lines.push([false, errorSentence(obstacle, texts)])
  else lines.push(hold ? [false, texts.replies.holds[hold](place)] : [true, words.placeOk(place)])
  if (place && stage) lines.push([false, words.onStage(place)])
  if (!mayWrite) lines.push([false, words.cannotWrite(`<#${channelId}>`)])
  lines.push(encryption === undefined ? [false, words.noEncryption()] : [true, words.libraries(encryption, opus)])
  lines.push([true, words.gateway(Math.round(gatewayPing))])
  const skew = services.clockSkew()
  if (Math.abs(skew) > WORTH_TELLING_MS)
    lines.push([false, words.clockWrong(Math.round(Math.abs(skew) / 1_000), skew > 0)])
  const trouble = services.sessions.trouble(guildId)
  if (voice) lines.push([true, words.voice(Math.round(voice.ping), voice.encrypted)])
  else lines.push([false, trouble ? errorSentence(trouble, texts) : words.voiceUntested()])
  return lines
}

async function speechLine({ texts, services }: CommandContext): Promise<Line> {
  const { engine, operator, engines } = services
  try {
    const ms = Math.round(await probeSpeech(engine, operator.voiceFor(operator.engine)))
    return [true, texts.doctor.speech(engine.id, ms, engines[0]?.host ?? 'localhost')]
  } catch (error) {
    return [false, texts.doctor.speechFailed(engine.id, errorSentence(error, texts))]
  }
}

async function databaseLine({ texts, services }: CommandContext): Promise<Line> {
  const startedAt = performance.now()
  try {
    await services.settings.intents.list()
    return [true, texts.doctor.database(services.database, Math.round(performance.now() - startedAt))]
  } catch {
    return [false, texts.doctor.databaseFailed()]
  }
}

async function budgetLine({ texts, services, settings: read, guildId, userId }: CommandContext): Promise<Line> {
  const { settings, operator } = services
  try {
    const [{ guild }, usage] = await Promise.all([read(), settings.usage.read(guildId, userId)])
    const used = usage['server-day']
    const cap = resolveCaps(guild.chosen, operator)['server-day']
    return cap === undefined ? [true, texts.doctor.noBudget(used)] : [used < cap, texts.doctor.budget(used, cap)]
  } catch {
    return [false, texts.doctor.databaseFailed()]
  }
}
