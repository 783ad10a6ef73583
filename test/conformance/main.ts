import { OpenApi, type Violation } from './openapi.ts'
import { openScene, playScene } from './scene.ts'
import { temporaryPackages } from './temporary-packages.ts'

const file = process.env.DISCORD_OPENAPI
if (file === undefined) {
  console.error(
    'DISCORD_OPENAPI is not set. Set it to a copy of specs/openapi.json of https://github.com/discord/discord-api-spec.',
  )
  process.exit(2)
}
const packages = await temporaryPackages({ ajv: '8.20.0' })
const { default: Ajv2020 } = packages.load<{ default: never }>('ajv/dist/2020.js')
let failed = false
for (const far of [false, true]) failed = (await check(far)) || failed
await packages.remove()
process.exit(failed ? 1 : 0)

async function check(far: boolean): Promise<boolean> {
  const openApi = await OpenApi.read(file!, Ajv2020)
  const operations = new Map<string, { exchanges: number; requests: number; responses: number }>()
  const violations: Violation[] = []
  await using sandbox = Object.assign(await openScene(far), {
    async [Symbol.asyncDispose](): Promise<void> {
      await sandbox.close()
    },
  })
  sandbox.discord.rest.on('exchange', (exchange) => {
    // Discord's content delivery, which is no part of the API.
    if (exchange.path.startsWith('/attachments/')) return
    const checked = openApi.check(exchange)
    violations.push(...checked.violations)
    const known = operations.get(checked.operation) ?? { exchanges: 0, requests: 0, responses: 0 }
    known.exchanges += 1
    known.requests += checked.bodies.request
    known.responses += checked.bodies.response
    operations.set(checked.operation, known)
  })
  const actions = await playScene(sandbox)
  const sum = (pick: (one: { exchanges: number; requests: number; responses: number }) => number) =>
    [...operations.values()].reduce((total, one) => total + pick(one), 0)
  console.log(
    `${far ? 'far' : 'near'}: ${actions} actions, ${sum((one) => one.exchanges)} exchanges of ${operations.size} operations, ` +
      `${sum((one) => one.requests)} request and ${sum((one) => one.responses)} response bodies, ${violations.length} violations`,
  )
  for (const [operation, { exchanges }] of operations) console.log(`  ${exchanges}\t${operation}`)
  for (const [why, count] of openApi.oddities) console.log(`  ${count}\t(${why})`)
  const told = Map.groupBy(violations, ({ operation, side, path, problem }) =>
    [operation, side, path.replace(/\d+/g, 'N'), problem].join(' | '),
  )
  for (const [what, same] of told) console.log(`  ${same.length}\tVIOLATION ${what}`)
  return violations.length > 0
}
