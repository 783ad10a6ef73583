import { engineOf } from '../src/interactions/choosing/engines.ts'
import type { ChatCommand } from '../src/interactions/command.ts'
import { KEPT_AFTER_LEAVING } from '../src/settings/limits.ts'

const DAY = 24 * 60 * 60 * 1000

export const privacy = {
  kind: 'chat',
  path: 'privacy',
  async run({ services, settings: read, texts: { settings } }) {
    const { engines, privacyUrl: url } = services
    const { chosen } = (await read()).guild
    // If texts go to a service at all, the other configured services are its fallbacks.
    const asked = engineOf(chosen, services).host === undefined ? [] : engines
    const places = asked.flatMap(({ provider, host }) => (host === undefined ? [] : [`${provider} (${host})`]))
    return [
      settings.privacyWords(),
      places.length === 0 ? settings.privacyLocal() : settings.privacyProvider([...new Set(places)]),
      settings.privacyKept(KEPT_AFTER_LEAVING / DAY),
      settings.privacyRights(),
      ...(url === undefined ? [] : [settings.privacyMore(url)]),
    ].join('\n')
  },
} satisfies ChatCommand
