import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '@lector/sandbox'
import { temporaryPackages } from '../conformance/temporary-packages.ts'
import { tonePackets } from './tone-packets.ts'
import { type Checks, watchClient } from './watch-client.ts'

/** Libraries that nobody here wrote. The check installs them; they are no dependencies. */
const LIBRARIES = {
  'discord.js': { 'discord.js': '14.28.1', '@discordjs/voice': '0.19.2', '@noble/ciphers': '2.4.0' },
  'oceanic.js': { 'oceanic.js': '1.15.0', '@discordjs/voice': '0.19.2', '@noble/ciphers': '2.4.0' },
  dysnomia: { '@projectdysnomia/dysnomia': '0.2.4' },
  eris: { eris: '0.18.0' },
  discordeno: { '@discordeno/bot': '21.0.0' },
} as const

const STEPS = ['login', 'guild', 'commands', 'answer', 'join', 'tone', 'leave'] as const
const PATIENCE_MS = 40_000
const SCRIPTS = join(dirname(fileURLToPath(import.meta.url)), 'libraries')

const only = process.argv[2]
const results = new Map<string, Checks | string>()
for (const [library, versions] of Object.entries(LIBRARIES)) {
  if (only !== undefined && !library.includes(only)) continue
  results.set(library, await check(library, versions).catch((error: unknown) => String(error)))
}
results.set('discord.py', only === undefined || only === 'discord.py' ? await checkPython() : 'not asked for')

console.log(['client', ...STEPS].join('\t'))
for (const [library, checks] of results) {
  console.log(
    typeof checks === 'string'
      ? `${library}\t${checks}`
      : [library, ...STEPS.map((step) => checks[step] ?? '–')].join('\t'),
  )
}
process.exit(0)

async function check(library: string, versions: Readonly<Record<string, string>>): Promise<Checks> {
  const packages = await temporaryPackages(versions)
  try {
    const script = join(packages.directory, `${library}.mjs`)
    await copyFile(join(SCRIPTS, `${library}.mjs`), script)
    return await run([process.execPath, script])
  } finally {
    await packages.remove()
  }
}

/** Debian's package `python3-discord`, or any discord.py that the machine's Python finds. */
async function checkPython(): Promise<Checks | string> {
  const python = '/usr/bin/python3'
  if (!existsSync(python)) return 'no Python'
  const found = spawn(python, ['-c', 'import discord'], { stdio: 'ignore' })
  const [code] = await new Promise<[number | null]>((resolve) => found.on('exit', (status) => resolve([status])))
  return code === 0 ? await run([python, join(SCRIPTS, 'discord.py.txt')]) : 'not installed (Debian: python3-discord)'
}

async function run([program = '', ...args]: readonly string[]): Promise<Checks> {
  const sandbox = await startSandbox()
  try {
    const { description, discord } = sandbox
    const tone = join(dirname(description.caFile), 'tone.json')
    await writeFile(tone, JSON.stringify(tonePackets()))
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        TOKEN: description.token,
        API: description.rest,
        GATEWAY: description.gateway,
        PORT: new URL(discord.api).port,
        HTTPS_PORT: discord.voice.endpoint.split(':')[1] ?? '',
        GUILD: description.guild,
        LOUNGE: description.voiceChannels.lounge ?? '',
        APPLICATION: description.applicationId,
        TONE: tone,
        NODE_EXTRA_CA_CERTS: description.caFile,
      },
    })
    const checks = await watchClient(sandbox, child, AbortSignal.timeout(PATIENCE_MS))
    child.kill('SIGKILL')
    return checks
  } finally {
    await sandbox.close()
  }
}
