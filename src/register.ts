import { parseArgs } from 'node:util'
import { commands } from '../commands/index.ts'
import { ConfigError, readConfig } from './config/config.ts'
import { publishCommands } from './discord/interactions/register-commands.ts'
import { loadEnvironment } from './environment.ts'
import { explainStartError } from './start-error.ts'

const usage = `Publishes the slash commands on Discord.

  npm run register                  for all servers
  npm run register -- --guild ID    for one server, where a change shows at once
`

/** The bot does this by itself when it starts; by hand it serves to try a change in one server first. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { guild: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(usage)
    return
  }
  loadEnvironment()
  const { DISCORD_TOKEN: token, DISCORD_API: api } = readConfig(process.env)
  if (token === undefined) throw new ConfigError('DISCORD_TOKEN is not set.')
  const guildId = values.guild
  const names = await publishCommands(commands, { api, token, ...(guildId !== undefined && { guildId }) })
  const where = guildId === undefined ? 'in all servers' : `in server ${guildId}`
  console.log(`Published ${where}: ${names.map((name) => `/${name}`).join(' ')}`)
}

main().catch((error: unknown) => {
  console.error(explainStartError(error))
  process.exit(1)
})
