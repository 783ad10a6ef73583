import { RESTJSONErrorCodes } from 'discord-api-types/v10'

/** What Discord answers when it refuses: an HTTP status and a body with its own code and an English message. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError'
  readonly status: number
  readonly code: number
  /** The tree of field errors that comes with 50035. */
  readonly errors: object | undefined

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  toJSON(): object {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) }
  }
}

type Thing = 'Channel' | 'Guild' | 'Member' | 'Message' | 'Role' | 'User' | 'Interaction' | 'Webhook' | 'VoiceState'
type Unknown = Thing | 'ApplicationCommand'

const UNKNOWN: Record<Unknown, readonly [RESTJSONErrorCodes, string]> = {
  Channel: [RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'],
  Guild: [RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild'],
  Member: [RESTJSONErrorCodes.UnknownMember, 'Unknown Member'],
  Message: [RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'],
  Role: [RESTJSONErrorCodes.UnknownRole, 'Unknown Role'],
  User: [RESTJSONErrorCodes.UnknownUser, 'Unknown User'],
  Interaction: [RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'],
  Webhook: [RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'],
  VoiceState: [RESTJSONErrorCodes.UnknownVoiceState, 'Unknown Voice State'],
  ApplicationCommand: [RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command'],
}

export function unknown(what: Unknown): DiscordError {
  const [code, message] = UNKNOWN[what]
  return new DiscordError(404, code, message)
}

export function notFound(): DiscordError {
  return new DiscordError(404, 0, '404: Not Found')
}

export function unauthorized(): DiscordError {
  return new DiscordError(401, 0, '401: Unauthorized')
}

export function missingAccess(): DiscordError {
  return new DiscordError(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access')
}

export function missingPermissions(): DiscordError {
  return new DiscordError(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions')
}

export function alreadyAcknowledged(): DiscordError {
  return new DiscordError(
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  )
}

/** One broken rule of a request body: `path` leads to the field, as in `0.options.2.name`. */
export interface FieldError {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** 50035 with Discord's tree of errors; its message names every field, since many clients show nothing else. */
export function invalidForm(fields: readonly FieldError[]): DiscordError {
  const lines = fields.map(({ path, code, message }) => `${path}[${code}]: ${message}`)
  const message = ['Invalid Form Body', ...lines].join('\n')
  return new DiscordError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, message, treeOf(fields))
}

function treeOf(fields: readonly FieldError[], depth = 0): object {
  const here = fields.filter(({ path }) => path.split('.').length === depth)
  const below = fields.filter(({ path }) => path.split('.').length > depth)
  const byKey = Map.groupBy(below, ({ path }) => path.split('.')[depth])
  return {
    ...(here.length > 0 && { _errors: here.map(({ code, message }) => ({ code, message })) }),
    ...Object.fromEntries([...byKey].map(([key, deeper]) => [key, treeOf(deeper, depth + 1)])),
  }
}
