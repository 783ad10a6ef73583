import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Listener } from '../../src/listener/listener.ts'
import { ANN, BOB, BOT, CARL, GUILD, grouped, Scene } from './scene.ts'
import { talk, tonePackets } from './talk.ts'

/** Members hear everything from their first decrypted frame on; before it lies what was sent in the keys before theirs. */
function expectUnbroken(listener: Listener, atLeast: number): void {
  const frames = listener.recording.framesOf(BOT)
  const heard = frames.slice(frames.findIndex(({ opus, endToEndEncrypted }) => endToEndEncrypted && opus !== undefined))
  expect(heard.length).toBeGreaterThan(atLeast)
  expect(heard.filter(({ opus }) => opus === undefined)).toHaveLength(0)
  expect(heard.filter(({ silence, endToEndEncrypted }) => !silence && !endToEndEncrypted)).toHaveLength(0)
  const { sequence } = heard[0]!
  expect(heard.map((frame) => (frame.sequence - sequence) & 0xffff)).toEqual(heard.map((_, index) => index))
}

test('members come, go and return while the bot talks, and hear all of it', async () => {
  await using scene = await Scene.open()
  const bot = await scene.ready()
  const ann = await scene.listen(ANN)
  await grouped(2, ann, bot)
  const talking = talk(bot, tonePackets(150))

  const bob = await scene.listen(BOB)
  await grouped(3, ann, bob)
  const carl = await scene.listen(CARL)
  await grouped(4, ann, bob, carl)
  await sleep(600)
  scene.server.disconnect(GUILD, BOB, 4014)
  await grouped(3, ann, carl)
  await sleep(400)
  const bobAgain = await scene.listen(BOB)
  await grouped(4, ann, bobAgain, carl)
  await talking
  await sleep(100)

  expectUnbroken(ann, 140)
  expectUnbroken(bob, 20)
  expectUnbroken(carl, 80)
  expectUnbroken(bobAgain, 20)
  expect(ann.recording.framesOf(BOT)).toHaveLength(155)
})

test('the bot that is left alone shares new keys with the next who comes', async () => {
  await using scene = await Scene.open()
  const bot = await scene.ready()
  const ann = await scene.listen(ANN)
  await grouped(2, ann, bot)
  const code = bot.voicePrivacyCode
  const transitions: number[] = []
  bot.on('transitioned', (id) => transitions.push(id))
  scene.server.disconnect(GUILD, ANN, 4014)
  while (!transitions.includes(0)) await once(bot, 'transitioned')
  const bob = await scene.listen(BOB)
  await grouped(2, bob, bot)
  expect(bot.voicePrivacyCode).not.toBe(code)
  await talk(bot, tonePackets(25))
  await sleep(100)
  expectUnbroken(bob, 25)
})

test('bots and listeners in one channel hear each other', async () => {
  await using scene = await Scene.open()
  const ann = await scene.listen(ANN)
  const [one, two] = await Promise.all([scene.ready(BOT), scene.ready(CARL)])
  await grouped(3, ann, one, two)
  await Promise.all([talk(one, tonePackets(25)), talk(two, tonePackets(25))])
  await sleep(100)
  for (const userId of [BOT, CARL]) {
    expect(ann.recording.framesOf(userId).filter(({ opus }) => opus !== undefined)).toHaveLength(30)
  }
})
