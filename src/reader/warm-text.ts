import { type OperatorDefaults, resolveGuild } from '../settings/resolve.ts'
import { NO_LOOKUPS } from '../text/message.ts'
import { compileDictionary } from '../text/pronunciations.ts'
import { speakableText } from '../text/speakable.ts'
import { contextOf } from './telling.ts'

/**
 * Compiles what turns a text into words, and reads the names of emoji in the language that servers have unless they
 * choose another: 15 and 60 ms that the first person who types something would wait for.
 */
export function warmText(operator: OperatorDefaults): void {
  const pattern = { kind: 'pattern', written: '(?:lo+l|rofl)+', spoken: '', matchCase: false } as const
  const context = { ...contextOf(resolveGuild({}, operator), 0), pronunciations: [compileDictionary([pattern])] }
  speakableText('Well, **hello** :) 😀 :smile: <t:0:R> lool', NO_LOOKUPS, context)
}
