import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { interfaceLanguageOf } from '../../src/i18n/interface-languages.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { CHROMIUM_ARGUMENTS, findChromium } from '../support/chromium.ts'

const root = join(import.meta.dirname, '..', '..')
const browser = findChromium()
const title = 'missing' in browser ? `the playground (skipped: ${browser.missing})` : 'the playground'

describe.skipIf('missing' in browser)(title, () => {
  let playground: ChildProcess
  let address: string
  let folder: string
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []
  const strangers: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lector-page-'))
    const env = { ...process.env, DASHSCOPE_API_KEY: '', OPENAI_SPEECH_URL: '', CI: 'true' }
    playground = spawn(process.execPath, [join(root, 'src/playground.ts')], { cwd: folder, env })
    address = await addressOf(playground)
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: 'path' in browser ? browser.path : '',
      args: CHROMIUM_ARGUMENTS,
      viewport: DESK,
      colorScheme: 'light',
    })
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    context.on('weberror', (error) => complaints.push(String(error.error())))
    context.on('request', (request) => {
      if (new URL(request.url()).host !== new URL(address).host) strangers.push(request.url())
    })
    page = context.pages()[0] ?? (await context.newPage())
    await page.goto(address)
  })

  afterAll(async () => {
    await context?.close()
    playground?.kill('SIGTERM')
    if (playground) await once(playground, 'exit')
    await rm(folder, { recursive: true, force: true })
  })

  it('says what Lector is, and makes sound with one press', async () => {
    await expect.poll(() => page.locator('.intro').innerText()).toContain('reads aloud in Discord')
    await page.getByRole('button', { name: 'Hear it' }).click()
    await expect.poll(() => meter(page), { timeout: 10_000, interval: 50 }).toBeGreaterThan(0.2)
    await expect.poll(() => figure(page, 'played'), { timeout: 15_000 }).toBeGreaterThan(3_000)
    expect(await page.locator('[data-bot].speaking').count()).toBe(1)
    // Below 150 ms on a machine at rest; here, two cores do everything.
    expect(await figure(page, 'delay')).toBeLessThan(400)
    console.log(`packet to speaker: ${await figure(page, 'delay')} ms`)
    await page.getByRole('button', { name: 'Skip' }).click()
  })

  it('offers the real commands, and the bot suggests voices while one is typed', async () => {
    await quiet(page)
    await type(page, '/sa')
    await expect.poll(() => page.locator('.listbox [role=option]').count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Quiet, please, the others are asleep.')
    await page.locator('.command input[name=voice]').pressSequentially('seren')
    await page.getByRole('option', { name: /^Serena/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.command input[name=style]').fill('in a hushed murmur')
    await page.keyboard.press('Enter')

    await expect.poll(() => utterance(page, 'Quiet, please'), { timeout: 10_000 }).toMatch(/Lost\s+\d+ frame/)
    expect(await utterance(page, 'Quiet, please')).toMatch(/Voice\s+Serena[\s\S]*Style[\s\S]*murmur[\s\S]*instruct/)
    expect(await utterance(page, 'Quiet, please')).toMatch(/First sound\s+\d+ ms[\s\S]*billed\s+37 characters/)
  })

  it('shows the way of it, from the command to the last packet', async () => {
    await page.getByText('Details', { exact: true }).click()
    const rows = await page.locator('.timeline li').allInnerTexts()
    expect(rows.map((row) => row.split('\n')[0])).toEqual(['Bot answers', 'Speech service', 'First packet', 'Heard'])
  })

  it('replays what was said, and gives it as a file', async () => {
    await page.getByRole('button', { name: /^Replay: Quiet/ }).click()
    await expect.poll(() => meter(page), { interval: 50 }).toBeGreaterThan(0.2)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Save as WAV: Quiet/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^lector-\d+\.wav$/)
    expect(download.url()).toMatch(/\/utterances\/\d+\/audio\.wav$/)
  })

  it('reads messages aloud once the bot was asked to', async () => {
    await page.getByRole('button', { name: 'Read this channel aloud' }).click()
    await page.getByText('aloud in lounge.').waitFor()
    await send(page, 'The ferry leaves at nine.')
    await expect.poll(() => utterance(page, 'The ferry leaves at nine.'), { timeout: 10_000 }).toMatch(/Lost/)
  })

  it('keeps the conversation over a reload, and shows another tab what another person may see', async () => {
    const other = await context.newPage()
    await other.goto(address)
    await other.getByRole('combobox', { name: 'You are' }).selectOption('Tom')
    await expect.poll(() => other.locator('.log').innerText()).toContain('The ferry leaves at nine.')
    expect(await other.locator('.log').innerText()).not.toContain('aloud in lounge.')
    await other.getByRole('button', { name: 'Join lounge' }).click()
    await other.getByRole('button', { name: 'Leave lounge' }).waitFor()
    await send(other, 'Then I will be there at eight.')
    await expect.poll(() => utterance(page, 'Then I will be there'), { timeout: 10_000 }).toMatch(/Lost/)
    await page.reload()
    await expect.poll(() => page.locator('.log').innerText()).toContain('aloud in lounge.')
    await other.close()
  })

  it('looks well on a desk and in a hand, by day and by night', { timeout: 30_000 }, async () => {
    await page.getByRole('button', { name: 'Turn the sound on' }).click()
    await quiet(page)
    await say(page, LONG, 'warm and calm')
    await expect.poll(() => utterance(page, 'evening tide'), { timeout: 10_000 }).toMatch(/Length\s+[1-9]/)
    for (const path of await photographs(page)) console.log(path)
  })

  it('skips', async () => {
    await quiet(page)
    await say(page, 'One herring, two herrings, three herrings and a cod, and then again from the beginning on.')
    await expect.poll(() => utterance(page, 'One herring'), { timeout: 10_000 }).toContain('speaking')
    await page.getByRole('button', { name: 'Skip' }).click()
    await expect.poll(() => utterance(page, 'One herring'), { timeout: 5_000 }).toMatch(/Length\s+\d\.\d s/)
    await expect.poll(() => utterance(page, 'One herring'), { timeout: 5_000 }).toMatch(/Lost/)
  })

  it('speaks the language that is chosen, as do the commands and the bot', async () => {
    const offered: Offered[] = await page.evaluate("import('/scripts/language.js').then((it) => it.LANGUAGES)")
    expect(offered.map(({ locale }) => interfaceLanguageOf(locale))).toEqual(offered.map(({ code }) => code))
    expect(new Set(offered.map(({ native }) => native))).toEqual(new Set(LANGUAGES.map(({ native }) => native)))

    await quiet(page)
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
    await page.getByText('Du bist').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    await page.getByRole('combobox', { name: 'Nachricht' }).fill('/sag ')
    await page.getByRole('textbox', { name: /^text/ }).fill('A herring, please.')
    await page.getByRole('combobox', { name: 'stimme' }).fill('seren')
    await page.getByRole('option', { name: /^Serena/ }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Ich spreche in lounge.').last().waitFor()
    expect(await page.locator('.used').last().innerText()).toBe('/sag text A herring, please. stimme Serena')
    await page.getByRole('combobox', { name: 'Nachricht' }).fill('/skip')
    await page.getByRole('option', { name: '/überspringen' }).click()
    await page.keyboard.press('Enter')
    await page.getByText('Übersprungen.').waitFor()

    await page.getByRole('combobox', { name: 'Sprache' }).selectOption('English')
    await page.getByText('You are').waitFor()
  })

  it('opens what the bot offers for a message, by keyboard alone', async () => {
    await page.locator('.message', { hasText: 'The ferry leaves at nine.' }).first().focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Read aloud' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('menu').count()).toBe(0)
  })

  it('presses the buttons of an answer that only one person sees', async () => {
    await type(page, '/server panel')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const panel = page.locator('.message.ephemeral').last()
    await panel.getByRole('button').first().waitFor()
    const before = await panel.innerText()
    await panel.getByRole('button').first().click()
    await expect.poll(() => page.locator('.message.ephemeral').last().innerText()).not.toBe(before)
  })

  it('breaks the voice connection and the speech service, and says what the bot made of it', async () => {
    await page.getByText('Faults', { exact: true }).click()
    await say(page, 'The lighthouse keeper counts the ships as they come home in the evening.')
    await expect.poll(() => utterance(page, 'lighthouse'), { timeout: 10_000 }).toContain('speaking')
    await page.getByRole('button', { name: 'Trigger: Drop the voice connection' }).click()
    await expect.poll(() => log(page)).toMatch(/voice connection broke/)
    await expect.poll(() => log(page), { timeout: 10_000 }).toMatch(/resumed the same voice connection \d+ ms later/)

    await page.getByRole('switch', { name: /429/ }).click()
    await page.getByRole('switch', { name: /429/, checked: true }).waitFor()
    await say(page, 'Nobody noticed that anything went wrong.')
    await expect
      .poll(() => log(page), { timeout: 15_000 })
      .toMatch(/asked the speech service again[\s\S]*refused \(429\)/)
    await expect.poll(() => utterance(page, 'Nobody noticed'), { timeout: 15_000 }).toMatch(/Lost/)
  })

  it('lets the speech service behave like another server', async () => {
    const select = page.getByRole('combobox', { name: 'Speech server' })
    await select.selectOption('dashscope-free-tier-used-up')
    await page.getByText('The free quota of the model is used up.').waitFor()
    await say(page, 'Nobody pays for this one.')
    await expect.poll(() => log(page), { timeout: 15_000 }).toMatch(/refused \(403\)/)
    await select.selectOption('')
    await expect.poll(() => page.getByText('The free quota of the model is used up.').count()).toBe(0)
  })

  it('makes no complaint and asks no other host', () => {
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
  })
})

type Offered = Record<'code' | 'native' | 'locale', string>

const DESK = { width: 1360, height: 860 }
const HAND = { width: 390, height: 844 }
const LONG = 'The evening tide brings everybody home: the ferry first, and then the fishing boats, one after the other.'

/** The address that the playground prints. */
async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  stderr?.resume()
  let printed = ''
  for await (const text of stdout!.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += text
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)
    if (found) break
  }
  stdout!.resume()
  return /http:\/\/127\.0\.0\.1:\d+/.exec(printed)![0]
}

async function type(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Message', exact: true }).fill(text)
}

async function send(page: Page, text: string): Promise<void> {
  await type(page, text)
  await page.keyboard.press('Enter')
}

async function say(page: Page, text: string, style = ''): Promise<void> {
  await type(page, '/say ')
  await page.locator('.command input[name=text]').fill(text)
  await page.locator('.command input[name=style]').fill(style)
  await page.keyboard.press('Enter')
}

/** Waits until the bot has said all it had to say. */
async function quiet(page: Page): Promise<void> {
  await expect
    .poll(() => page.locator('[data-state=speaking], [data-state=waiting]').count(), { timeout: 15_000 })
    .toBe(0)
}

/** The latest thing said that holds these words, with its figures; empty as long as there is none. */
async function utterance(page: Page, words: string): Promise<string> {
  const found = page.locator('.utterance', { hasText: words })
  return (await found.count()) === 0 ? '' : found.first().innerText()
}

function log(page: Page): Promise<string> {
  return page.locator('.connection-log').innerText()
}

/** What the page counts of its own sound. */
async function figure(page: Page, name: 'played' | 'delay' | 'holes'): Promise<number> {
  return Number((await page.locator('.hearing').getAttribute(`data-${name}`)) || Number.NaN)
}

async function meter(page: Page): Promise<number> {
  return Number(await page.getByRole('meter', { name: 'Level' }).getAttribute('aria-valuenow'))
}

async function photographs(page: Page): Promise<string[]> {
  const folder = join(root, '.tmp')
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  const shoot = async (name: string) => {
    const path = join(folder, `playground-${name}.png`)
    await page.screenshot({ path })
    paths.push(path)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(DESK)
    await shoot(`desk-${colorScheme}`)
    await page.setViewportSize(HAND)
    await shoot(`hand-${colorScheme}`)
    await page.getByRole('button', { name: 'Sound', exact: true }).click()
    await shoot(`hand-sound-${colorScheme}`)
    await page.getByRole('button', { name: 'Server', exact: true }).click()
    await shoot(`hand-server-${colorScheme}`)
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
  }
  await page.setViewportSize(DESK)
  return paths
}
