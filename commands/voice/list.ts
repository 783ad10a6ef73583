import { languageName } from '../../src/i18n/language-names.ts'
import { chooseVoice, voicesHere } from '../../src/interactions/choosing/voices.ts'
import type { ChatCommand, CommandContext } from '../../src/interactions/command.ts'
import { previewVoice } from '../../src/interactions/preview-voice.ts'
import type { RichReply } from '../../src/interactions/reply.ts'
import { saveForMember } from '../../src/interactions/saving.ts'
import type { Voice } from '../../src/speech/engine.ts'

/** Discord's limit for a select menu. */
const PAGE = 25

/** A browser of all voices: a menu per page, and buttons to listen to the selected voice and to use it. */
export const voiceList = {
  kind: 'chat',
  path: 'voice list',
  run: (context) => browser({ page: 0 }, context),

  async press(action, [chosen], context) {
    const { verb, page, voice } = parse(action)
    switch (verb) {
      case 'choose':
        return browser({ page, voice: chosen }, context)
      case 'turn':
        return browser({ page }, context)
      case 'preview':
        context.followUp(await previewVoice(await choose(voice, context), undefined, context))
        return browser({ page, voice }, context)
      default:
        return await saveForMember({ voice: (await choose(voice, context)).id }, context)
    }
  },
} satisfies ChatCommand

async function choose(voice: string, context: CommandContext): Promise<Voice> {
  return chooseVoice(voice, (await context.settings()).guild, context.services)
}

interface View {
  readonly page: number
  readonly voice?: string | undefined
}

async function browser({ page: turnedTo, voice }: View, context: CommandContext): Promise<RichReply> {
  const { settings: texts } = context.texts
  const { guild } = await context.settings()
  const voices = voicesHere(guild, context.services)
  const pages = Math.ceil(voices.length / PAGE)
  // The engine may have changed since the buttons were shown, and have fewer voices.
  const page = Math.max(0, Math.min(turnedTo, pages - 1))
  const chosen = voices.find(({ id }) => id === voice)
  return {
    text: [
      texts.voicesPage(page + 1, pages),
      ...(chosen ? [texts.chosenVoice(chosen.id, about(chosen, context))] : []),
    ].join('\n'),
    rows: [
      {
        select: {
          action: actionOf('choose', page),
          placeholder: texts.chooseVoice(),
          options: voices.slice(page * PAGE, (page + 1) * PAGE).map(({ id, gender, description, dialect }) => ({
            label: id,
            value: id,
            description: [texts.genders[gender], dialect, description].filter(Boolean).join(', '),
            chosen: id === voice,
          })),
        },
      },
      {
        buttons: [
          { action: actionOf('turn', page - 1), label: texts.back(), disabled: page === 0 },
          { action: actionOf('turn', page + 1), label: texts.next(), disabled: page + 1 >= pages },
          { action: actionOf('preview', page, voice), label: texts.preview(), disabled: !chosen },
          { action: actionOf('use', page, voice), label: texts.useVoice(), style: 'primary', disabled: !chosen },
        ],
      },
    ],
  }
}

function about({ description, dialect, languages }: Voice, { language }: CommandContext): string {
  const spoken = new Intl.ListFormat(language).format(languages.map((code) => languageName(code, language)))
  return [description, ...(dialect ? [dialect] : []), spoken].join(' · ')
}

/** An action is its verb, its page, and the voice selected there. */
function actionOf(verb: string, page: number, voice = ''): string {
  return `${verb} ${page} ${voice}`.trimEnd()
}

function parse(action: string) {
  const [verb = '', page = '', ...name] = action.split(' ')
  return { verb, page: Number(page), voice: name.join(' ') }
}
