import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BotProcess, startBot } from '@lector/playground'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

describe('a restart', () => {
  let stage: Stage
  let second: BotProcess | undefined
  beforeEach(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'read here')
    await stage.command('mia', 'join')
  })
  afterEach(async () => {
    second?.child.kill('SIGKILL')
    await stage.close()
  })

  const write = (content: string) => {
    const { discord, fixture } = stage.sandbox
    discord.world.messages.create(fixture.channels.general.id, fixture.people.mia.id, { content })
  }
  const asked = () => stage.sandbox.speech.requests.map(({ text }) => /number \w+/.exec(text)?.[0])
  const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((number) => `number ${number}`)

  it('reads every message once and in order: queued, written during the stop, meanwhile and afterwards', async () => {
    for (const number of NUMBERS.slice(0, 4)) write(`This is ${number}.`)
    await stage.until(() => asked().length > 0)
    const stopped = stage.bot.stop()
    await sleep(300)
    write(`This is ${NUMBERS[4]}.`)
    expect(await stopped).toBe(0)
    expect(asked()).toEqual(NUMBERS.slice(0, 4))
    write(`This is ${NUMBERS[5]}.`)
    second = await startBot(stage.sandbox)
    await stage.until(() => asked().length >= 6)
    write(`This is ${NUMBERS[6]}.`)
    await stage.until(() => asked().length >= 7)
    expect(asked()).toEqual(NUMBERS)
  })

  it('after SIGKILL reads what waited, and at most the sentence in the air is lost', async () => {
    for (const number of NUMBERS.slice(0, 3)) write(`This is ${number}.`)
    await stage.until(() => stage.hasSpeech('mia'))
    await sleep(300)
    const ended = once(stage.bot.child, 'exit')
    stage.bot.child.kill('SIGKILL')
    await ended
    const before = asked().length
    second = await startBot(stage.sandbox)
    const later = () => asked().slice(before)
    await stage.until(() => later().includes(NUMBERS[2]))
    expect(later().slice(-2)).toEqual(NUMBERS.slice(1, 3))
    expect(later()).not.toContain(NUMBERS[0])
  })

  it('a second process on the same data folder is refused, with the name of the first', async () => {
    const log: string[] = []
    const refused = startBot(stage.sandbox, { onLog: (line) => log.push(line) })
    await expect(refused).rejects.toThrow('the bot ended with code 1')
    expect(log.join('\n')).toMatch(
      new RegExp(`Lector runs on it already \\(process ${stage.bot.child.pid} on \\S+ since 2`),
    )
    write(`This is ${NUMBERS[0]}.`)
    await stage.until(() => asked().length === 1)
  })
})
