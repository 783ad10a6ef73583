import { utteranceOf } from '../call/utterance.ts'
import type { Voice } from '../speech/engine.ts'
import { noticeSentence } from '../speech/notice-sentence.ts'
import { speechFile } from '../speech/speech-file.ts'
import { callerSpeech } from './caller-speech.ts'
import type { CommandContext } from './command.ts'
import type { Reply } from './reply.ts'
import { speakForCaller } from './speak-for-caller.ts'

/** Lets the caller hear a voice: in their voice channel, or in a file when they are in none. */
export async function previewVoice(voice: Voice, style: string | undefined, context: CommandContext): Promise<Reply> {
  const { services, texts, guildId, userId } = context
  const wishes = { voice: voice.id, language: 'auto', ...(style !== undefined && { style }) } as const
  const speech = callerSpeech(await context.settings(), context, wishes)
  const sentence = texts.settings.previewSentence()
  const utterance = { ...utteranceOf(sentence, speech), guildId, speaker: userId, fixed: true }
  if (context.callerChannel) {
    const { place } = await speakForCaller(utterance, context)
    return texts.settings.previewing(voice.id, place.name)
  }
  const { data, notices } = await speechFile(services.engine, utterance, new AbortController().signal)
  return {
    text: [texts.settings.previewFile(voice.id), ...notices.map((one) => noticeSentence(one, voice.id, texts))].join(
      '\n',
    ),
    files: [{ name: `${voice.id}.ogg`, data }],
  }
}
