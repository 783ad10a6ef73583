import { editDistance } from '../kernel/edit-distance.ts'
import type { Variable } from '../kernel/variables.ts'
import { ENGINE_VARIABLES } from '../speech/engines/index.ts'
import type { Environment } from './config.ts'
import { VARIABLES } from './variables.ts'

/** Names that only Lector would read: OPENAI_API_KEY, for one, is read by many programs. */
const OURS = new RegExp(`^(LECTOR|DISCORD|${Object.keys(ENGINE_VARIABLES).map(prefixOf).join('|')})_`, 'i')
/** What `.env` may hold for Node, Docker, Postgres and Grafana. */
const FOREIGN = /^(NODE|NPM|COMPOSE|DOCKER|POSTGRES|PG|GF|GRAFANA)_|^PG[A-Z]+$|_PROXY$|^(TZ|LANG|PATH|DEBUG)$/i
/** Read where the table of variables is out of reach. */
const ELSEWHERE = ['LECTOR_OPUS', 'LECTOR_IMAGE']

const KNOWN = Object.entries<Variable<unknown>>(VARIABLES).flatMap(([name, { secret }]) =>
  secret ? [name, `${name}_FILE`] : [name],
)

/** A sentence for each variable that is meant for Lector, by its name or because `.env` has it, and does not exist. */
export function unknownVariables(environment: Environment, file: Environment): string[] {
  const inEnvironment = Object.keys(environment).filter((name) => OURS.test(name) && !(name in file))
  return [
    ...Object.keys(file)
      .filter(isUnknown)
      .map((name) => sentence(name, ' in .env')),
    ...inEnvironment.filter(isUnknown).map((name) => sentence(name, '')),
  ]
}

function prefixOf(name: string): string {
  return /^OPENAI_SPEECH|^[A-Z]+/.exec(name)![0]
}

function isUnknown(name: string): boolean {
  return !KNOWN.includes(name) && !ELSEWHERE.includes(name) && !FOREIGN.test(name)
}

function sentence(name: string, where: string): string {
  const meant = nearest(name.toUpperCase())
  return `Lector has no variable ${name}${where}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`
}

/** A third of the letters may differ; of a shorter name, such as TOKEN, the end is enough. */
function nearest(name: string): string | undefined {
  const [best] = KNOWN.map((known) => ({ known, distance: editDistance(name, known) })).toSorted(
    (one, other) => one.distance - other.distance,
  )
  if (best && best.distance <= Math.ceil(name.length / 3)) return best.known
  const word = name.split('_').at(-1)
  return KNOWN.find((known) => known.endsWith(`_${word}`))
}
