import { setTimeout as sleep } from 'node:timers/promises'
import { type Server, Town, until } from './town.ts'

export interface SoakOptions {
  /** How often the bot comes and leaves, over all servers. */
  readonly visits: number
  /** What it says on each. */
  readonly utterances: number
}

/** What the bot's process held at one moment: handles and timers by kind, megabytes of memory. */
export interface Inventory {
  readonly resources: Readonly<Record<string, number>>
  readonly memory: { readonly rss: number; readonly heap: number; readonly external: number }
}

export interface SoakReport {
  readonly spoken: number
  /** At the start, after each quarter, and at the end. */
  readonly inventories: readonly Inventory[]
  readonly problems: readonly string[]
}

/** Comes, speaks, leaves, in many servers at once, and looks at every quarter whether anything was left behind. */
export async function soak({ visits, utterances }: SoakOptions): Promise<SoakReport> {
  await using town = await Town.open({
    servers: SERVERS,
    duration: DURATION,
    // From the second visit on nothing is asked of the speech service, which takes three requests a second.
    environment: { NODE_OPTIONS: '--expose-gc', LECTOR_CACHE_MB: '64' },
  })
  await Promise.all(town.servers.map((server) => town.enter(server, 'mia', 'lounge')))
  const inventories: Inventory[] = []
  const visit = (server: Server) => comeAndGo(town, server, utterances)
  // The first visit loads and opens what is then kept: connections to the speech service, compiled code.
  await Promise.all(town.servers.slice(0, WARMING).map(visit))
  inventories.push(await inventory(town))
  const before = town.spoken

  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    let left = Math.round(visits / QUARTERS)
    const rounds = town.servers.map(async (server) => {
      while (left-- > 0) await visit(server)
    })
    await Promise.all(rounds)
    inventories.push(await inventory(town))
  }
  const spoken = town.spoken - before
  const problems = [
    ...(town.isAlive ? [] : ['the process has ended']),
    ...(spoken >= visits * utterances ? [] : [`${visits * utterances - spoken} utterances were not spoken`]),
    ...leftBehind(inventories),
    ...growth(inventories),
  ]
  return { spoken, inventories, problems }
}

/** Two frames: the clock of 20 ms is what takes the time. */
const DURATION = 40
/** A bot may join once a second; with more servers than this, a join waits for longer than people do. */
const SERVERS = 15
const WARMING = 10
const QUARTERS = 4
/** Sockets to the speech service and others close by themselves within this time. */
const SETTLING_MS = 6_000
/** Megabytes that memory may differ between quarters: garbage, and code that is compiled better the second time. */
const HEAP_TOLERANCE = 4
const RSS_TOLERANCE = 32

async function comeAndGo(town: Town, server: Server, utterances: number): Promise<void> {
  const spoken = town.spokenIn(server)
  await town.command(server, 'join')
  const texts = Array.from({ length: utterances }, (_, index) => `Utterance number ${index}.`)
  await Promise.all(texts.map((text) => town.command(server, 'say', { text })))
  await until(() => town.spokenIn(server) >= spoken + utterances)
  await town.command(server, 'leave')
}

async function inventory(town: Town): Promise<Inventory> {
  await sleep(SETTLING_MS)
  const seen = town.log.length
  town.bot.child.kill('SIGUSR2')
  const report = () => town.log.slice(seen).find((line) => line.includes('"msg":"resources"'))
  if (!(await until(() => report() !== undefined))) throw new Error('the bot does not say what it holds')
  return JSON.parse(report()!) as Inventory
}

/** Handles and timers that there were not at the start. */
function leftBehind(inventories: readonly Inventory[]): string[] {
  const [start, end] = [inventories[0]!.resources, inventories.at(-1)!.resources]
  return (
    Object.entries(end)
      // An immediate is the work of this very moment.
      .filter(([kind, count]) => kind !== 'Immediate' && count > (start[kind] ?? 0))
      .map(([kind, count]) => `${count - (start[kind] ?? 0)} more ${kind} than at the start`)
  )
}

/** Memory from the first quarter to the last: before that it is still being filled. */
function growth(inventories: readonly Inventory[]): string[] {
  const [first, last] = [inventories[1]!.memory, inventories.at(-1)!.memory]
  return [
    ...(last.heap - first.heap > HEAP_TOLERANCE ? [`the heap grew from ${first.heap} to ${last.heap} MiB`] : []),
    ...(last.rss - first.rss > RSS_TOLERANCE ? [`the process grew from ${first.rss} to ${last.rss} MiB`] : []),
  ]
}
