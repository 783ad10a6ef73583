import type { APIUser } from 'discord-api-types/v10'
import { type Route, route } from '../../http/router.ts'
import type { World } from '../world/world.ts'

export function userRoutes(world: World): Route<APIUser>[] {
  return [
    route('GET', '/users/@me', ({ caller }) => caller),
    route('GET', '/users/:user', ({ params }) => world.user(params.user)),
    route('GET', '/applications/@me', ({ caller }) => application(caller)),
    route('GET', '/oauth2/applications/@me', ({ caller }) => application(caller)),
  ]
}

/** https://discord.com/developers/docs/resources/application; its id is that of its bot. */
function application(bot: APIUser): object {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    team: null,
    summary: '',
  }
}
