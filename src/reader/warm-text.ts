import { type OperatorDefaults, resolveGuild } from '../settings/resolve.ts'
import { NO_LOOKUPS } from '../text/message.ts'
import { speakableText } from '../text/speakable.ts'
import { contextOf } from './telling.ts'

/**
 * Compiles what turns a text into words, and reads the names of emoji in the language that servers have unless they
 * choose another: 15 and 60 ms that the first person who types something would wait for.
 */
export function warmText(operator: OperatorDefaults): void {
  speakableText('Well, **hello** :) 😀 :smile: <t:0:R>', NO_LOOKUPS, contextOf(resolveGuild({}, operator), 0))
}
