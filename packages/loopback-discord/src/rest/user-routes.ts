import { type APIUser, ApplicationFlags } from 'discord-api-types/v10'
import { type Route, route } from '../http/router.ts'
import { newUser } from '../world/defaults.ts'
import type { World } from '../world/world.ts'

export function userRoutes(world: World): Route<APIUser>[] {
  return [
    route('GET', '/users/@me', ({ caller }) => caller),
    route('GET', '/users/:user', ({ params }) => world.user(params.user)),
    route('GET', '/applications/@me', ({ caller }) => application(caller)),
    route('GET', '/oauth2/applications/@me', ({ caller }) => application(caller)),
  ]
}

/** The privileged intents, as the developer portal lets everybody with few servers switch them on. */
const SWITCHED_ON =
  ApplicationFlags.GatewayPresenceLimited |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayMessageContentLimited

/** https://discord.com/developers/docs/resources/application; its id is that of its bot. */
function application(bot: APIUser): object {
  return {
    id: bot.id,
    name: bot.username,
    type: null,
    icon: null,
    description: '',
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: SWITCHED_ON,
    flags_new: String(SWITCHED_ON),
    owner: newUser('1', { username: 'owner' }),
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  }
}
