import type { Route } from '@lector/loopback-discord/http'
import { botRoutes } from './bot-routes.ts'
import type { ControlledSandbox } from './controlled-sandbox.ts'
import { Directory } from './directory.ts'
import { faultRoutes } from './fault-routes.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { speechRoutes } from './speech-routes.ts'
import { utteranceRoutes } from './utterance-routes.ts'
import { voiceRoutes } from './voice-routes.ts'
import { worldRoutes } from './world-routes.ts'

/** All routes of the control API except the streams `GET /events` and `GET /people/:person/live`. */
export function controlRoutes(sandbox: ControlledSandbox): Route<undefined>[] {
  const directory = new Directory(sandbox.discord.world, sandbox.fixture)
  return [
    ...worldRoutes(sandbox, directory),
    ...voiceRoutes(sandbox, directory),
    ...messageRoutes(sandbox, directory),
    ...interactionRoutes(sandbox, directory),
    ...botRoutes(sandbox, directory),
    ...speechRoutes(sandbox),
    ...utteranceRoutes(sandbox),
    ...faultRoutes(sandbox.faults),
  ]
}
