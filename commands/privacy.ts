import type { ChatCommand } from '../src/discord/command.ts'
import { KEPT_AFTER_LEAVING } from '../src/settings/limits.ts'
import type { EngineId } from '../src/speech/engine.ts'

/** Who makes the speech, as people know them. */
const PROVIDERS: Readonly<Partial<Record<EngineId, string>>> = {
  dashscope: 'Alibaba Cloud Model Studio',
  'dashscope-realtime': 'Alibaba Cloud Model Studio',
}

const DAY = 24 * 60 * 60 * 1000

export const privacy = {
  kind: 'chat',
  path: 'privacy',
  async run({ services, texts: { settings } }) {
    const { url, speechHost } = services.privacy
    const { id } = services.engine
    return [
      settings.privacyWords(),
      speechHost === undefined ? settings.privacyLocal() : settings.privacyProvider(PROVIDERS[id] ?? id, speechHost),
      settings.privacyKept(KEPT_AFTER_LEAVING / DAY),
      settings.privacyRights(),
      ...(url === undefined ? [] : [settings.privacyMore(url)]),
    ].join('\n')
  },
} satisfies ChatCommand
