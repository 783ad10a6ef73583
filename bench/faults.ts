import { parseArgs } from 'node:util'
import { ROWS } from './faults/rows.ts'
import { type Results, run } from './faults/run.ts'
import { soak } from './faults/soak.ts'
import { summary, table } from './faults/table.ts'
import { Town } from './faults/town.ts'

/** In a soak these bots share the visits: Discord takes about one join a second from each. */
const BOTS = 4

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    watch: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    soak: { type: 'boolean', default: false },
    visits: { type: 'string', default: '1000' },
  },
})
if (values.soak) process.exit(await soakAndPrint(Number(values.visits)))
const options = { rounds: Number(values.rounds), seed: Number(values.seed), watch: Number(values.watch) * 1_000 }
const { only } = values
const chosen = ROWS.filter(({ name }) => only === undefined || name.includes(only))
if (chosen.length === 0) {
  console.error(`No fault is called "${only}". There are:\n${ROWS.map(({ name }) => name).join('\n')}`)
  process.exit(2)
}

/** Each utterance, in milliseconds. */
const DURATION = 4_000
/** As many as two cores carry without making the clocks lie. */
const SPEAKING_SERVERS = 10
/**
 * Those that were refused are only watched, for a minute each, and two bots share them: they all come back at once, and
 * Discord lets a bot into a channel every 0.7 s.
 */
const WATCHED_SERVERS = 20
/** Each comeback takes two requests, about every six seconds in a server; Discord takes 120 a minute from a bot. */
const COMEBACK_SERVERS = 4

const fatal = chosen.filter(({ scope }) => scope === 'fatal')
const comebacks = chosen.filter(({ scope }) => scope === 'comeback')
const others = chosen.filter(({ scope }) => scope !== 'fatal' && scope !== 'comeback')
const played = [
  ...(await Promise.all([
    playIn(SPEAKING_SERVERS, others),
    ...halvesOf(fatal).map((rows) => playIn(Math.min(WATCHED_SERVERS, rows.length * options.rounds), rows)),
  ])),
  ...(await Promise.all(halvesOf(comebacks).map((rows) => playIn(COMEBACK_SERVERS, rows)))),
]
const inOrder = new Map(played.flatMap((results) => [...results]))
const results: Results = new Map([...others, ...comebacks, ...fatal].map((row) => [row, inOrder.get(row) ?? []]))
console.log(values.json ? JSON.stringify(summary(results), undefined, 2) : table(results))
process.exit(0)

function halvesOf(rows: typeof ROWS): (typeof ROWS)[] {
  return [0, 1].map((half) => rows.filter((_, index) => index % 2 === half))
}

async function soakAndPrint(visits: number): Promise<number> {
  const share = visits / BOTS
  const reports = await Promise.all(Array.from({ length: BOTS }, () => soak({ visits: share, utterances: 10 })))
  for (const { spoken, inventories, problems } of reports) {
    console.log(`${share} joins and leaves, ${spoken} utterances`)
    for (const { resources, memory } of inventories) console.log(JSON.stringify({ ...memory, ...resources }))
    console.log(problems.length === 0 ? 'nothing left behind' : problems.join('\n'))
  }
  return reports.every(({ problems }) => problems.length === 0) ? 0 : 1
}

async function playIn(servers: number, rows: typeof ROWS): Promise<Results> {
  if (rows.length === 0) return new Map()
  await using town = await Town.open({ servers, duration: DURATION })
  return await run(town, rows, options)
}
