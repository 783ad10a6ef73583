import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, findChromium } from '../test/support/chromium.ts'

/**
 * Makes the picture and the sound of README: a conversation in the playground, and the free voice. Both are kept small.
 *
 *   node bench/readme-media.ts
 */
const SIZE = { width: 960, height: 580 }
const SOUND =
  "Hi, I'm Lector! You type, and everyone in the voice channel hears it. This is the free voice that comes with me, without any key."

const root = join(import.meta.dirname, '..')
const docs = join(root, 'docs')

await run('src/speak.ts', [SOUND, '--engine', 'local', '--voice', 'Cherry', '--out', join(docs, 'hello.ogg')])
await photograph(join(docs, 'conversation.png'))

async function run(script: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
}

async function photograph(path: string): Promise<void> {
  const browser = findChromium()
  if ('missing' in browser) throw new Error(browser.missing)
  const folder = await mkdtemp(join(tmpdir(), 'lector-media-'))
  const env = { ...process.env, CI: 'true', DASHSCOPE_API_KEY: '', OPENAI_SPEECH_URL: '' }
  const playground = spawn(process.execPath, [join(root, 'src/playground.ts')], { cwd: folder, env })
  try {
    let said = ''
    for await (const text of playground.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
      said += text
      if (said.includes('Ctrl-C')) break
    }
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? ''
    const executablePath = browser.path
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath,
      args: CHROMIUM_ARGUMENTS,
      viewport: SIZE,
    })
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(address)
    await talk(page)
    await page.screenshot({ path })
    await context.close()
  } finally {
    playground.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
}

/** The conversation alone, while the bot speaks. */
async function talk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read this channel', exact: true }).click()
  await page.getByText('aloud in lounge.').waitFor()
  // Through the page's own objects: its policy lets no style in.
  await page.evaluate(`for (const part of document.querySelectorAll('.intro, .sound')) part.style.display = 'none'
    document.body.style.gridTemplate = '"server chat" 100dvh / 220px minmax(0, 1fr)'
    document.querySelector('.log').style.border = '0'`)
  const box = page.getByRole('combobox', { name: 'Message', exact: true })
  await box.fill('The ferry leaves at nine, and I bring the lanterns.')
  await box.press('Enter')
  await page.locator('[data-bot].speaking').waitFor()
  await box.blur()
}
