import type { APIUser } from 'discord-api-types/v10'
import type { CommandRegistry, CommandScope } from '../commands/command-registry.ts'
import type { CommandBody } from '../commands/command-rules.ts'
import { missingAccess } from '../errors.ts'
import { Answer, NO_CONTENT, type Route, route } from '../http/router.ts'

const GLOBAL = '/applications/:application/commands'
const OF_GUILD = '/applications/:application/guilds/:guild/commands'

type Params = { readonly application: string; readonly guild?: string }

/** The same five routes for everywhere and for one guild. */
export function commandRoutes(registry: CommandRegistry): Route<APIUser>[] {
  return [...routesAt(GLOBAL, registry), ...routesAt(OF_GUILD, registry)]
}

function routesAt(path: typeof GLOBAL | typeof OF_GUILD, registry: CommandRegistry): Route<APIUser>[] {
  return [
    route('GET', path, ({ params, caller }) => registry.list(scope(params, caller))),
    route('PUT', path, ({ params, caller, body }) =>
      registry.replaceAll(scope(params, caller), body as readonly CommandBody[]),
    ),
    route('POST', path, ({ params, caller, body }) => {
      const { command, isNew } = registry.upsert(scope(params, caller), body as CommandBody)
      return new Answer(isNew ? 201 : 200, command)
    }),
    route('GET', `${path}/:command`, ({ params, caller }) => registry.get(scope(params, caller), params.command)),
    route('PATCH', `${path}/:command`, ({ params, caller, body }) =>
      registry.edit(scope(params, caller), params.command, body as Partial<CommandBody>),
    ),
    route('DELETE', `${path}/:command`, ({ params, caller }) => {
      registry.delete(scope(params, caller), params.command)
      return NO_CONTENT
    }),
  ]
}

function scope({ application, guild }: Params, caller: APIUser): CommandScope {
  if (application !== caller.id) throw missingAccess()
  return { applicationId: application, ...(guild !== undefined && { guildId: guild }) }
}
