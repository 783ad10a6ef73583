import { instructionOf, labelOf } from '../../src/discord/choosing/styles.ts'
import type { ChatCommand } from '../../src/discord/command.ts'
import { STYLE_PRESETS } from '../../src/speech/style-presets.ts'

/** What is shown of an instruction: a message has 2000 characters for all of them. */
const MAX_EXCERPT = 60

export const styleList = {
  kind: 'chat',
  path: 'style list',
  async run(context) {
    const { services, guildId, language, texts } = context
    const { presets } = await services.settings.guilds.read(guildId)
    const line = (name: string, style: string) => `- ${texts.settings.line(name, excerpt(style))}`
    const own = [...presets].map(([name, style]) => line(name, style))
    return [
      ...(own.length > 0 ? [texts.settings.presetsOfServer(), ...own] : []),
      texts.settings.presetsOfAll(),
      ...STYLE_PRESETS.map((preset) => line(labelOf(preset, context), instructionOf(preset, language))),
    ].join('\n')
  },
} satisfies ChatCommand

function excerpt(style: string): string {
  return style.length <= MAX_EXCERPT ? style : `${style.slice(0, MAX_EXCERPT - 1)}…`
}
