import { engineOf } from '../src/interactions/choosing/engines.ts'
import type { ChatCommand } from '../src/interactions/command.ts'
import { KEPT_AFTER_LEAVING } from '../src/settings/limits.ts'
import type { EngineId } from '../src/speech/engine.ts'

/** Speech providers by the names that people know. */
const PROVIDERS: Readonly<Partial<Record<EngineId, string>>> = {
  dashscope: 'Alibaba Cloud Model Studio',
  'dashscope-realtime': 'Alibaba Cloud Model Studio',
}

const DAY = 24 * 60 * 60 * 1000

export const privacy = {
  kind: 'chat',
  path: 'privacy',
  async run({ services, settings: read, texts: { settings } }) {
    const { engines, privacyUrl: url } = services
    const { chosen } = (await read()).guild
    // If texts go to a service at all, the other configured services are its fallbacks.
    const asked = engineOf(chosen, services).host === undefined ? [] : engines
    const places = asked.flatMap(({ id, host }) => (host === undefined ? [] : [`${PROVIDERS[id] ?? id} (${host})`]))
    return [
      settings.privacyWords(),
      places.length === 0 ? settings.privacyLocal() : settings.privacyProvider([...new Set(places)]),
      settings.privacyKept(KEPT_AFTER_LEAVING / DAY),
      settings.privacyRights(),
      ...(url === undefined ? [] : [settings.privacyMore(url)]),
    ].join('\n')
  },
} satisfies ChatCommand
