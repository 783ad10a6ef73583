import type { InterfaceLanguage } from '../../i18n/interface-languages.ts'
import { prefixDistance } from '../../kernel/edit-distance.ts'
import { LectorError } from '../../kernel/errors.ts'
import type { GuildSettings } from '../../settings/types.ts'
import { estimateTokens, MAX_STYLE_TOKENS } from '../../speech/tokens.ts'
import { presetOf, STYLE_PRESETS, type StylePreset } from '../../speech/voices/style-presets.ts'
import type { Choice, SuggestContext } from '../command.ts'

type Presets = GuildSettings['presets']

/** What Discord takes for the text of an option. */
export const MAX_STYLE_CHARACTERS = 6_000
/** What Discord shows of a choice; enough to know an instruction again. */
const MAX_LABEL = 100

/**
 * How to speak: a preset's name, the server's or everybody's, becomes its instruction; anything else is an instruction
 * already. Throws `speech.style-too-long`.
 */
export function chooseStyle(typed: string, presets: Presets, context: SuggestContext): string {
  const style = expanded(typed, presets, context)
  checkStyle(style, context)
  return style
}

/** Throws `speech.style-too-long`. */
export function checkStyle(style: string, { services }: SuggestContext): void {
  if (estimateTokens(style) <= MAX_STYLE_TOKENS) return
  const params = { engine: services.operator.engine, limit: MAX_STYLE_TOKENS }
  throw new LectorError('speech.style-too-long', params, `Cannot use style: more than ${MAX_STYLE_TOKENS} tokens`)
}

/** Presets for what has been typed so far, the server's before everybody's, misspelt ones last. */
export async function suggestStyles(typed: string, context: SuggestContext): Promise<Choice[]> {
  const { presets } = (await context.settings()).guild
  const all: Choice[] = [
    ...[...presets].map(([name, style]) => ({ name: clip(`${name}: ${style}`), value: name })),
    ...STYLE_PRESETS.map((preset) => ({
      name: clip(`${labelOf(preset, context)}: ${instructionOf(preset, context.language)}`),
      value: preset.id,
    })),
  ]
  const wanted = typed.trim().toLowerCase()
  const fitting = all.filter(({ name, value }) => [name, value].some((text) => text.toLowerCase().includes(wanted)))
  if (fitting.length > 0) return fitting
  const near = (text: string) => wanted.length >= 3 && prefixDistance(wanted, text.toLowerCase()) <= 2
  return all.filter(({ name, value }) => near(name) || near(value))
}

/** What to show for an instruction: the name of the preset it comes from, else how the instruction begins. */
export function nameOfStyle(style: string, presets: Presets, context: SuggestContext): string {
  const own = [...presets].find(([, instruction]) => instruction === style)
  if (own) return own[0]
  const preset = presetOf(style)
  return preset ? labelOf(preset, context) : clip(style)
}

/** The instruction in the language of the person who chose it, which tells what Chinese readers and others check. */
export function instructionOf(preset: StylePreset, language: InterfaceLanguage): string {
  return language === 'zh' ? preset.zh : preset.en
}

export function labelOf({ id }: StylePreset, { texts }: Pick<SuggestContext, 'texts'>): string {
  return texts.settings.presets[id]
}

function expanded(typed: string, presets: Presets, context: SuggestContext): string {
  const wanted = typed.trim().toLowerCase()
  const own = [...presets].find(([name]) => name.toLowerCase() === wanted)
  if (own) return own[1]
  const preset = STYLE_PRESETS.find((one) => [one.id, labelOf(one, context).toLowerCase()].includes(wanted))
  return preset ? instructionOf(preset, context.language) : typed.trim()
}

function clip(text: string): string {
  return text.length <= MAX_LABEL ? text : `${text.slice(0, MAX_LABEL - 1)}…`
}
