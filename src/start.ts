import { enableCompileCache } from 'node:module'
import { loadEnvFile } from './config/config.ts'
import { noteRunning } from './note-running.ts'

// Node keeps what it made of our files, and the next start takes 0.9 s instead of 1.2.
enableCompileCache()
noteRunning()

/** `npm start`: the bot on Discord when there is a token, else the playground, where everything can be tried. */
loadEnvFile()
if (process.env.DISCORD_TOKEN || process.env.DISCORD_TOKEN_FILE) await import('./main.ts')
else await import('./playground.ts')
