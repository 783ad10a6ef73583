import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type BotProcess, startBot } from '@lector/playground'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../support/postgres.ts'
import { Stage } from '../support/stage.ts'

describe('settings in a file', () => {
  let stage: Stage
  let second: BotProcess | undefined
  let holder: ChildProcessWithoutNullStreams | undefined
  beforeAll(async () => {
    stage = await Stage.open()
  })
  afterAll(async () => {
    holder?.stdin.end()
    second?.child.kill('SIGKILL')
    await stage?.close()
  })

  const file = () => join(dirname(stage.sandbox.description.caFile), 'data', 'lector.db')
  const answer = async (...command: Parameters<Stage['command']>) => (await stage.command(...command)).original?.content
  const departures = () => {
    const database = new DatabaseSync(file(), { readOnly: true })
    const rows = database.prepare('select guild_id from guild_departure').all()
    database.close()
    return rows.map(({ guild_id }) => guild_id)
  }

  it('that cannot be written leave the bot speaking with what it knows, and it says so', async () => {
    await stage.command('mia', 'voice set', { voice: 'Ethan' })
    await stage.enter('mia', 'lounge')
    holder = spawn(process.execPath, [join(import.meta.dirname, '../support/locking-child.ts'), file()])
    await once(holder.stdout, 'data')
    const refused = stage.command('mia', 'voice set', { voice: 'Serena' })
    await stage.command('mia', 'say', { text: 'Hello.' })
    await stage.until(() => stage.hasSpeech('mia'))
    expect(stage.sandbox.speech.requests[0]).toMatchObject({ voice: 'Ethan', text: 'Hello.' })
    expect((await refused).original?.content).toMatch(/I couldn't save that, so nothing was changed/)
    expect(await answer('mia', 'voice show')).toContain('**Voice:** Ethan (your choice)')

    holder.stdin.end()
    await once(holder, 'exit')
    expect(await answer('mia', 'voice set', { voice: 'Serena' })).toContain('**Voice:** Serena')
  })

  it('of a server that removed the bot are marked until it is back', async () => {
    const { discord, fixture } = stage.sandbox
    const [guild, bot] = [fixture.guild.id, fixture.bot.user.id]
    await stage.command('mia', 'server voice', { voice: 'Ethan' })
    discord.world.removeMember(guild, bot)
    await stage.until(() => departures().length === 1)
    expect(departures()).toEqual([guild])
    discord.world.addMember(guild, bot)
    await stage.until(() => departures().length === 0)
    expect(await answer('mia', 'server show')).toContain('**Voice:** Ethan (server setting)')
  })

  it('survive a bot that is killed right after its answer, and an invitation that it missed', async () => {
    const { fixture, speech } = stage.sandbox
    await stage.command('mia', 'server voice', { voice: 'Ethan' })
    await stage.command('tom', 'voice language', { language: 'de' })
    await stage.command('tom', 'words add', { written: 'gg', spoken: 'good game' })
    await stage.command('mia', 'style add', { name: 'Pirate', style: 'like a tired pirate' })
    expect(await answer('tom', 'voice style', { style: 'pirate' })).toContain('Pirate')
    stage.bot.child.kill('SIGKILL')
    await once(stage.bot.child, 'exit')
    const database = new DatabaseSync(file())
    database.prepare('insert into guild_departure (guild_id, since) values (?, ?)').run(fixture.guild.id, Date.now())
    database.close()

    second = await startBot(stage.sandbox)
    const shown = await answer('tom', 'voice show')
    expect(shown).toContain('**Voice:** Ethan (server setting)')
    expect(shown).toContain('**Language:** German (your choice)')
    expect(shown).toContain('**Style:** Pirate (your choice)')
    expect(await answer('tom', 'words list')).toContain('good game')
    await stage.until(() => departures().length === 0)

    stage.leave('mia')
    await stage.enter('tom', 'lounge')
    await stage.command('tom', 'say', { text: 'Hello again.' })
    await stage.until(() => speech.requests.at(-1)?.text === 'Hello again.')
    expect(speech.requests.at(-1)).toMatchObject({
      voice: 'Ethan',
      language: 'German',
      instructions: 'like a tired pirate',
    })
  })

  it('of a server that removed the bot while it was away are marked when it starts', async () => {
    const { discord, fixture } = stage.sandbox
    await second?.stop()
    discord.world.removeMember(fixture.guild.id, fixture.bot.user.id)
    second = await startBot(stage.sandbox)
    await stage.until(() => departures().length === 1)
    expect(departures()).toEqual([fixture.guild.id])
  })
})

describe('settings in Postgres', () => {
  let postgres: TestPostgres
  let stage: Stage
  let other: { readonly id: string; readonly process: BotProcess; readonly directory: string }
  beforeAll(async () => {
    postgres = await startPostgres()
    const environment = { DATABASE_URL: await postgres.createDatabase() }
    stage = await Stage.open({}, { environment })
    const { discord, fixture } = stage.sandbox
    const { user, token } = discord.addBot('second')
    discord.world.addMember(fixture.guild.id, user.id)
    const directory = await mkdtemp(join(tmpdir(), 'lector-second-'))
    const process = await startBot(stage.sandbox, {
      environment: { ...environment, DISCORD_TOKEN: token, LECTOR_DATA_DIR: directory },
    })
    other = { id: user.id, process, directory }
  })
  afterAll(async () => {
    other?.process.child.kill('SIGKILL')
    await stage?.close()
    await postgres?.stop()
    if (other) await rm(other.directory, { recursive: true })
  })

  /** What one of the two processes answers Tom. */
  const ask = async (bot: string, command: string, options = {}) => {
    const { discord, fixture } = stage.sandbox
    const actor = { userId: fixture.people.tom.id, channelId: fixture.channels.general.id }
    const interaction = discord.interactions.slash({ ...actor, command, options, bot })
    return (await interaction.until(AbortSignal.timeout(10_000))).original?.content ?? ''
  }

  it('are the same within a second in two processes', async () => {
    const first = stage.sandbox.fixture.bot.user.id
    for (const bot of [first, other.id]) expect(await ask(bot, 'voice show')).toContain('**Voice:** Cherry (default)')
    for (const [from, to, voice] of [
      [first, other.id, 'Ethan'],
      [other.id, first, 'Serena'],
    ] as const) {
      await ask(from, 'voice set', { voice })
      const saved = performance.now()
      while (!(await ask(to, 'voice show')).includes(`**Voice:** ${voice} (your choice)`)) {
        expect(performance.now() - saved).toBeLessThan(1_000)
      }
    }
  })
})
