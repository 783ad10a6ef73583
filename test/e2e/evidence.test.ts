import { setTimeout as sleep } from 'node:timers/promises'
import { compare } from '@lector/loopback-discord'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDraw } from '../support/draw.ts'
import { Stage } from '../support/stage.ts'

const SEEDS = [19, 2026]
const STEPS = 24
/** The witness ends an utterance after half a second of silence. */
const QUIET_MS = 900

/**
 * The page's promise is evidence, so the list of what was said is compared with two that know nothing of each other: what
 * the speech service made, and what a listener heard.
 */
describe.each(SEEDS)('the list of what was said, after commands in random order (seed %i)', (seed) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await Stage.open()
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'join')
    await stage.command('mia', 'read here')
  })
  afterAll(() => stage?.close())

  it('has each text that was heard once, with its sound, and no other', { timeout: 240_000 }, async () => {
    const draw = createDraw(seed)
    const audible: string[] = []
    const silent: string[] = []
    const { discord, fixture: harbour, speech, witness } = stage.sandbox
    const general = harbour.channels.general.id
    const order = (kind: string) =>
      `${kind} ${draw.below(1_000_000)}, said the ${draw.pick(['harbour', 'ferry', 'gull'])}.`
    const menu = async (command: string, messageId: string) => {
      const target = { messageId }
      const used = discord.interactions.contextMenu({
        userId: harbour.people.mia.id,
        channelId: general,
        command,
        target,
      })
      await used.until(AbortSignal.timeout(30_000))
    }
    let lastMessage: string | undefined

    const actions: Record<string, () => Promise<void>> = {
      async say() {
        const text = order('Number')
        audible.push(text)
        await stage.command('mia', 'say', { text })
      },
      async message() {
        const text = order('Message')
        audible.push(text)
        lastMessage = discord.world.messages.create(general, harbour.people.mia.id, { content: text }).id
      },
      async outside() {
        const text = order('Nobody hears')
        silent.push(text)
        await stage.command('tom', 'say', { text })
      },
      async misspelt() {
        const text = order('Misspelt')
        silent.push(text)
        await stage.command('mia', 'say', { text, voice: 'Chery' })
      },
      async tooLong() {
        await stage.command('mia', 'say', { text: 'much too long '.repeat(100) })
      },
      async why() {
        if (lastMessage) await menu('Why was this (not) read?', lastMessage)
      },
      async doctor() {
        await stage.command('mia', 'doctor')
      },
      async show() {
        await stage.command('mia', draw.pick(['voice show', 'server show', 'help', 'privacy', 'style list']))
      },
      async skipNothing() {
        await stage.command('mia', draw.pick(['skip', 'stop']))
      },
    }

    for (let step = 0; step < STEPS; step++) {
      const before = audible.length
      await actions[draw.pick(Object.keys(actions))]!()
      if (audible.length > before) await stage.until(() => heardTo(audible.at(-1)!))
      if (draw.chance(0.5)) await sleep(QUIET_MS)
    }
    await sleep(QUIET_MS)

    const views = await Promise.all(
      witness.spoken.map(async (one) => ({ view: await one.view(), sound: await one.sound() })),
    )
    const spoken = views.filter(({ view }) => view.state === 'spoken')
    expect(spoken.map(({ view }) => view.words)).toEqual(audible)
    for (const text of silent) expect(views.map(({ view }) => view.words)).not.toContain(text)
    for (const { view, sound } of spoken) {
      const made = speech.requests.filter(({ id }) => view.requests.some((request) => request.id === id))
      const pcm = Buffer.concat(made.map((request) => request.pcm))
      const reference = new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2)
      expect(compare(reference, sound).present, view.words).toBeGreaterThan(0.9)
      expect(made.map(({ text }) => text).join(' ')).toContain(bare(view.words))
    }
    expect(views.filter(({ view }) => view.state === 'waiting' || view.state === 'speaking')).toEqual([])

    function heardTo(text: string): boolean {
      return witness.spoken.some((one) => one.ended && one.frames.length > 0 && one.words === text)
    }
  })
})

/** As it was asked for: a name may stand before a message. */
function bare(words: string): string {
  return words.replace(/\.$/, '')
}
