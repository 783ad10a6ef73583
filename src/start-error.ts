import { ConfigError } from './config/config.ts'
import { TakenError } from './fleet/ownership.ts'
import { isLectorError } from './kernel/errors.ts'

/** What the person at the console should do about a start that failed; the error itself where we know no better. */
export function explainStartError(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\nSet it in the file .env; .env.example explains each line.`
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return error.message.split('. ')[0] ?? error.message
  }
  if (isLectorError(error) && error.code.startsWith('settings.')) return error.message
  if (error instanceof TakenError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'TokenInvalid' || /invalid token|401: Unauthorized/i.test(message)) {
    return 'Discord does not accept DISCORD_TOKEN. Copy it anew: Discord developer portal, your application, Bot, Reset Token.'
  }
  if (code === 'DisallowedIntents' || /disallowed intents/i.test(message)) {
    return 'Discord refuses an intent. Switch on "Message Content Intent": Discord developer portal, your application, Bot.'
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT/.test(`${code} ${message}`)) {
    return `Discord cannot be reached (${code || message}). Check the network and DISCORD_API.`
  }
  return error instanceof Error ? (error.stack ?? message) : message
}
