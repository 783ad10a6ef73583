import { cleanTitle } from './clean.ts'
import type { SpeakContext } from './context.ts'
import type { Embed, Lookups } from './message.ts'
import { joinWith, punctuationOf } from './punctuation.ts'

/** As much of an embed as the server wants to hear. */
export function embedText(embed: Embed, lookups: Lookups, context: SpeakContext): string {
  const { colon, stop } = punctuationOf(context.language)
  const said = (text = '') => cleanTitle(text, lookups, context)
  const { author, title, description, fields = [], footer } = embed
  const field = ({ name, value }: { readonly name: string; readonly value: string }) =>
    joinWith(colon, [said(name), said(value)])
  switch (context.embeds) {
    case 'off':
      return ''
    case 'title':
      return said(title)
    case 'text':
      return joinWith(stop, [title, description].map(said))
    case 'all':
      return joinWith(stop, [...[author, title, description].map(said), ...fields.map(field), said(footer)])
  }
}
