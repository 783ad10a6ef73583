import { type OperatorDefaults, resolveGuild } from '../settings/resolve.ts'
import { NO_LOOKUPS } from '../text/message.ts'
import { compileDictionary } from '../text/pronunciations.ts'
import { speakableText } from '../text/speakable.ts'
import { contextOf } from './narration-job.ts'

/**
 * Compiles the text steps and loads the emoji names of the default language, so that the first message does not wait
 * 75 ms for them.
 */
export function warmText(operator: OperatorDefaults): void {
  const pattern = { kind: 'pattern', written: '(?:lo+l|rofl)+', spoken: '', matchCase: false } as const
  const context = { ...contextOf(resolveGuild({}, operator), 0), pronunciations: [compileDictionary([pattern])] }
  speakableText('Well, **hello** :) 😀 :smile: <t:0:R> lool', NO_LOOKUPS, context)
}
