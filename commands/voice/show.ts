import { callerSpeech } from '../../src/interactions/caller-speech.ts'
import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { Describer } from '../../src/interactions/describe.ts'
import { assignedVoice } from '../../src/reader/assigned-voice.ts'

export const voiceShow = {
  kind: 'chat',
  path: 'voice show',
  async run(context) {
    return [context.texts.settings.yours(), ...(await speechLines(context))].join('\n')
  },
} satisfies ChatCommand

/** How the caller's texts are spoken here, line by line, and where each part comes from. */
export async function speechLines(context: CommandContext): Promise<string[]> {
  const { services, userId } = context
  const settings = await context.settings()
  const speech = callerSpeech(settings, context)
  const describer = new Describer(context, settings.guild)
  const parts = ['voice', 'style', 'language', 'speed', 'volume', 'engine', 'model'] as const
  const { name, timeZone } = settings.member.chosen
  const newcomer = assignedVoice(userId, speech, services.assignableVoices)
  return [
    ...parts.map((part) => describer.lineFrom(part, speech[part].value, speech[part].from)),
    ...(name === undefined ? [] : [describer.lineFrom('name', name, 'member')]),
    ...(timeZone === undefined ? [] : [describer.lineFrom('timeZone', timeZone, 'member')]),
    ...(newcomer === undefined ? [] : [context.texts.settings.newcomer(newcomer)]),
  ]
}
