import type { CommandContext } from '../command.ts'
import type { Row } from '../reply.ts'

/** Discord's limit for a select menu; one option leads to the next page. */
const VOICES_PER_PAGE = 24
export const MORE_VOICES = 'more'

export interface VoiceMenu {
  readonly engine: string
  readonly chosen: string
  /** Without it, the page of the chosen voice. Pages after the last begin again with the first. */
  readonly page: number | undefined
}

/** A menu of the voices that can speak in a server. Its action is `voice` and the shown page. */
export function voiceMenu({ engine, chosen, page }: VoiceMenu, { services, texts }: CommandContext): Row {
  const voices = services.voicesOf(engine)
  const pages = Math.ceil(voices.length / VOICES_PER_PAGE)
  const own = Math.max(
    0,
    voices.findIndex(({ id }) => id === chosen),
  )
  const shown = (page ?? Math.floor(own / VOICES_PER_PAGE)) % pages
  const options = voices.slice(shown * VOICES_PER_PAGE, (shown + 1) * VOICES_PER_PAGE)
  return {
    select: {
      action: `voice ${shown}`,
      placeholder: texts.settings.chooseVoice(),
      options: [
        ...options.map(({ id, description }) => ({ label: id, value: id, description, chosen: id === chosen })),
        ...(pages > 1 ? [{ label: texts.settings.moreVoices(), value: MORE_VOICES }] : []),
      ],
    },
  }
}
