import type { APIApplicationCommand } from 'discord-api-types/v10'
import { ApplicationCommandType } from 'discord-api-types/v10'
import { invalidForm, unknown } from '../errors.ts'
import { type CommandBody, commandErrors, countErrors } from './command-rules.ts'

/** What belongs together: the commands of an application, everywhere or in one guild. */
export interface CommandScope {
  readonly applicationId: string
  readonly guildId?: string
}

/** The registered commands. Registration is checked against the documented limits, as Discord does. */
export class CommandRegistry {
  readonly #newId: () => string
  readonly #scopes = new Map<string, APIApplicationCommand[]>()

  constructor(newId: () => string) {
    this.#newId = newId
  }

  list(scope: CommandScope): readonly APIApplicationCommand[] {
    return this.#scopes.get(keyOf(scope)) ?? []
  }

  get(scope: CommandScope, id: string): APIApplicationCommand {
    const command = this.list(scope).find((one) => one.id === id)
    if (!command) throw unknown('ApplicationCommand')
    return command
  }

  /** What people see in a guild: its own commands hide global ones of the same name. */
  find({ applicationId, guildId }: CommandScope, type: ApplicationCommandType, name: string) {
    const own = guildId === undefined ? [] : this.list({ applicationId, guildId })
    return [...own, ...this.list({ applicationId })].find((one) => one.type === type && one.name === name)
  }

  /** Replaces all commands; those that keep type and name keep their id. */
  replaceAll(scope: CommandScope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[] {
    const errors = [
      ...countErrors(bodies),
      ...bodies.flatMap((body, index) => commandErrors(body).map((e) => ({ ...e, path: `${index}.${e.path}` }))),
    ]
    if (errors.length > 0) throw invalidForm(errors)
    const commands = bodies.map((body) => this.#make(scope, body))
    this.#scopes.set(keyOf(scope), commands)
    return commands
  }

  /** Adds a command, or replaces the one with its type and name. */
  upsert(scope: CommandScope, body: CommandBody): { readonly command: APIApplicationCommand; readonly isNew: boolean } {
    const isNew = !this.#namesake(scope, body)
    const others = this.list(scope).filter((one) => !isSame(one, body))
    const errors = [...commandErrors(body), ...countErrors([...others, body])]
    if (errors.length > 0) throw invalidForm(errors)
    const command = this.#make(scope, body)
    this.#scopes.set(keyOf(scope), [...others, command])
    return { command, isNew }
  }

  edit(scope: CommandScope, id: string, changes: Partial<CommandBody>): APIApplicationCommand {
    const edited = withoutDefaults({ ...this.get(scope, id), ...changes }) as APIApplicationCommand
    const errors = commandErrors(edited)
    if (errors.length > 0) throw invalidForm(errors)
    const command = { ...edited, id, version: this.#newId() }
    this.#scopes.set(
      keyOf(scope),
      this.list(scope).map((one) => (one.id === id ? command : one)),
    )
    return command
  }

  delete(scope: CommandScope, id: string): void {
    this.get(scope, id)
    this.#scopes.set(
      keyOf(scope),
      this.list(scope).filter((one) => one.id !== id),
    )
  }

  #make(scope: CommandScope, body: CommandBody): APIApplicationCommand {
    return {
      type: ApplicationCommandType.ChatInput,
      description: '',
      default_member_permissions: null,
      nsfw: false,
      ...withoutDefaults(body),
      ...(scope.guildId !== undefined && { guild_id: scope.guildId }),
      application_id: scope.applicationId,
      id: this.#namesake(scope, body)?.id ?? this.#newId(),
      version: this.#newId(),
    } as APIApplicationCommand
  }

  #namesake(scope: CommandScope, body: CommandBody): APIApplicationCommand | undefined {
    return this.list(scope).find((one) => isSame(one, body))
  }
}

/** Discord's answers leave out what says nothing: empty lists of options, and `required` and `autocomplete` if false. */
function withoutDefaults<T extends object>(given: T): T {
  const { options, required, autocomplete, ...rest } = given as {
    options?: object[]
    required?: boolean
    autocomplete?: boolean
  }
  return {
    ...rest,
    ...(required && { required }),
    ...(autocomplete && { autocomplete }),
    ...(options && options.length > 0 && { options: options.map(withoutDefaults) }),
  } as T
}

function isSame(command: APIApplicationCommand, { type = ApplicationCommandType.ChatInput, name }: CommandBody) {
  return command.type === type && command.name === name
}

function keyOf({ applicationId, guildId = 'global' }: CommandScope): string {
  return `${applicationId}/${guildId}`
}
