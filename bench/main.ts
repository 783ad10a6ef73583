import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { OPUS_BINDING } from '../src/audio/opus.ts'
import { benches } from './benches.ts'
import type { Row } from './support/bench.ts'
import { HEAD, lineOf } from './support/table.ts'

/** `npm run bench [-- --json] [-- --quick] [-- --only name,name]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
  })
  const wanted = values.only?.split(',')
  const unknown = wanted?.filter((name) => !benches.some((bench) => bench.name === name)) ?? []
  if (unknown.length > 0) {
    throw new Error(`no bench is called ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}`)
  }
  const print = values.json ? printNothing : (line: string) => console.log(line)
  print(machine())
  print(HEAD)
  const rows: (Row & { readonly bench: string })[] = []
  for (const { name, run } of benches) {
    if (wanted && !wanted.includes(name)) continue
    for await (const row of run({ quick: values.quick ?? false })) {
      rows.push({ bench: name, ...row })
      print(lineOf(row))
    }
  }
  if (values.json) console.log(JSON.stringify({ machine: machine(), rows }, undefined, 2))
}

function machine(): string {
  const [load = 0] = loadavg()
  const date = new Date().toISOString().slice(0, 16)
  return (
    `${date} UTC, Node ${process.version}, ${OPUS_BINDING}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}, ` +
    `load ${load.toFixed(1)} before the first run. Bot, voice server, speech service and listeners share these cores.`
  )
}

function printNothing(): void {}

await main()
// Sockets of voice libraries that linger would keep the process for a minute.
process.exit(0)
