import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { startBot } from '@lector/playground'
import { startSandbox } from '@lector/sandbox'
import { ChannelType } from 'discord-api-types/v10'

/** Memory of the bot in one large server: `node bench/large-server.ts`. Linux only, where the system counts it. */
const SIZES = [
  { inVoice: 0, members: 5, channels: 0, roles: 0 },
  { inVoice: 50, members: 1_000, channels: 100, roles: 50 },
  { inVoice: 500, members: 20_000, channels: 300, roles: 150 },
  { inVoice: 5_000, members: 100_000, channels: 500, roles: 250 },
]

console.log('| In voice | Members | Channels | Roles | Ready after | Resident |\n|---|---|---|---|---|---|')
for (const size of SIZES) console.log(await measure(size))
process.exit(0)

async function measure({ inVoice, members, channels, roles }: (typeof SIZES)[number]): Promise<string> {
  const sandbox = await startSandbox()
  const { world, switchboard } = sandbox.discord
  const { guild, channels: places } = sandbox.fixture
  for (let index = 0; index < roles; index++) world.addRole(guild.id, { name: `Role ${index}` })
  for (let index = 0; index < channels; index++)
    world.addChannel(guild.id, { type: ChannelType.GuildText, name: `channel-${index}` })
  for (let index = 0; index < members; index++) {
    const { id } = world.addUser({ username: `member${index}`, displayName: `Member ${index}` })
    world.addMember(guild.id, id)
    if (index < inVoice) switchboard.enter(places.lounge.id, id)
  }
  const before = performance.now()
  const bot = await startBot(sandbox)
  const ready = performance.now() - before
  await sleep(3_000)
  const status = await readFile(`/proc/${bot.child.pid}/status`, 'utf8')
  const kib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  bot.child.kill('SIGKILL')
  await sandbox.close()
  return `| ${inVoice} | ${members} | ${channels} | ${roles} | ${(ready / 1_000).toFixed(1)} s | ${Math.round(kib / 1024)} MiB |`
}
