import { loadEnvFile } from './config/config.ts'

/** `npm start`: the bot on Discord when there is a token, else the playground, where everything can be tried. */
loadEnvFile()
if (process.env.DISCORD_TOKEN || process.env.DISCORD_TOKEN_FILE) await import('./main.ts')
else await import('./playground.ts')
