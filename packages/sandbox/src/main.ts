import { stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { type SandboxDescription, startSandbox } from './sandbox.ts'

const usage = `Starts a Discord and a speech service on this machine, for a bot that you bring.

  npm run sandbox
  npm run sandbox --silent -- --json      one line of JSON with all that a client needs
`

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) {
  stdout.write(usage)
  process.exit(0)
}
const sandbox = await startSandbox()
const { description } = sandbox
stdout.write(values.json ? `${JSON.stringify(description)}\n` : readable(description))

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close())

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
    `Start the client with NODE_EXTRA_CA_CERTS=${caFile}`,
    '',
  ].join('\n')
}
