import { stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { findMood, MOODS } from '@lector/loopback-speech'
import { environmentFor } from './environment.ts'
import { type SandboxDescription, startSandbox } from './sandbox.ts'

const usage = `Starts a Discord and a speech service on this machine, for a bot that you bring.

  npm run sandbox
  npm run sandbox --silent -- --json      one line of JSON with all that a client needs
  npm run sandbox -- --mood NAME          speech as from another server, and what to put into .env for it
  npm run sandbox -- --moods              the names of these servers
`

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    mood: { type: 'string' },
    moods: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const { mood } = values
if (values.help) {
  stdout.write(usage)
} else if (values.moods) {
  for (const { name, summary } of MOODS) stdout.write(`${name.padEnd(34)}${summary}\n`)
} else if (mood !== undefined && !findMood(mood)) {
  stderr.write(`There is no mood "${mood}". --moods lists them.\n`)
  process.exitCode = 1
} else {
  const sandbox = await startSandbox({ speech: { ...(mood !== undefined && { mood }) } })
  const { description } = sandbox
  stdout.write(values.json ? `${JSON.stringify(description)}\n` : readable(description))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close())
}

function readable({ rest, caFile, token, guild, voiceChannels, people, speech, control }: SandboxDescription): string {
  const places = Object.entries(voiceChannels).map(([name, id]) => `${name} ${id}`)
  return [
    'The sandbox is running; Ctrl-C ends it.',
    '',
    `Discord   ${rest}`,
    `Token     ${token}`,
    `Server    ${guild}`,
    `Voice     ${places.join(', ')}`,
    `People    ${Object.keys(people).join(', ')}`,
    `Speech    ${speech.baseUrl} (key of the bot ${speech.botKey}, for everybody else ${speech.key})`,
    `Control   ${control}`,
    '',
    ...(mood === undefined ? [] : moodLines(mood, speech)),
    `Start the client with NODE_EXTRA_CA_CERTS=${caFile}`,
    '',
  ].join('\n')
}

function moodLines(name: string, speech: SandboxDescription['speech']): string[] {
  const variables = Object.entries(environmentFor(speech, name)).map(([key, value]) => `${key}=${value}`)
  return [
    `Mood      ${name}: ${findMood(name)?.summary}`,
    'To try Lector against it, put this into .env:',
    '',
    ...variables,
    '',
  ]
}
