import { instructionOf, labelOf } from '../../src/interactions/choosing/styles.ts'
import type { ChatCommand } from '../../src/interactions/command.ts'
import { STYLE_PRESETS } from '../../src/speech/voices/style-presets.ts'

/** Of the 2000 characters of a message, what remains for all styles. */
const ROOM = 1_900
const LONGEST_LINE = 88
/** `- **` and `:** ` around the name, as most languages format a line. */
const MARKUP = 8
/** A shorter excerpt would say nothing. */
const SHORTEST = 10

export const styleList = {
  kind: 'chat',
  path: 'style list',
  async run(context) {
    const { language, texts } = context
    const { presets } = (await context.settings()).guild
    const everybodys = STYLE_PRESETS.map(
      (preset) => [labelOf(preset, context), instructionOf(preset, language)] as const,
    )
    const length = Math.min(LONGEST_LINE, Math.floor(ROOM / (presets.size + everybodys.length)))
    const line = ([name, style]: readonly [string, string]) =>
      `- ${texts.settings.line(name, excerpt(style, length - name.length - MARKUP))}`
    return [
      ...(presets.size > 0 ? [texts.settings.presetsOfServer(), ...[...presets].map(line)] : []),
      texts.settings.presetsOfAll(),
      ...everybodys.map(line),
    ].join('\n')
  },
} satisfies ChatCommand

function excerpt(style: string, length: number): string {
  if (style.length <= length) return style
  return length < SHORTEST ? '…' : `${style.slice(0, length - 1)}…`
}
