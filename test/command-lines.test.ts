import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The test that runs a line, or why none does. */
type Proof = { readonly by: string } | { readonly because: string }

const NO_DOCKER = { because: 'the machines of the tests have no Docker daemon' }
const NO_SYSTEMD = { because: 'a service manager of the host' }
const NO_GIT = { because: 'the remote of a clone, or another version' }

/** The first that fits counts. */
const PROOFS: readonly (readonly [line: RegExp, proof: Proof])[] = [
  [/^npm start$/, { by: 'test/e2e/process.test.ts' }],
  [/^npm run setup$/, { by: 'test/e2e/newcomer.test.ts' }],
  [/^npm run speak /, { by: 'test/command-lines.test.ts' }],
  [/^npm run restore /, { because: 'the database of a host that went back' }],
  [/^curl .*\$CONTROL|^CONTROL=/, { by: 'test/e2e/sandbox-documentation.test.ts' }],
  [/^export (DISCORD|DASHSCOPE)/, { by: 'test/support/stage.ts' }],
  [/^curl -s http:\/\/127\.0\.0\.1:9090/, { by: 'test/e2e/host.test.ts' }],
  [/^docker |^--cap-drop|^COMPOSE_PROFILES=|^[A-Z_]+=|^printf /, NO_DOCKER],
  [/^kubectl |^--from-literal/, { because: 'a cluster' }],
  [/systemctl |^loginctl |^install |^cp deploy\/systemd/, NO_SYSTEMD],
  [/^git |^cd \/opt\/lector && /, NO_GIT],
]

const LINES = globSync(['README.md', 'docs/*.md'], { cwd: root }).flatMap((path) =>
  [...read(path).matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => ({ path, line: line.trim() }))
    .filter(({ line }) => line !== '' && !line.startsWith('#')),
)

describe('a command line in README or docs', () => {
  it('is run by a test, or it is known why not', () => {
    expect(LINES.length).toBeGreaterThan(50)
    const unproven = LINES.filter(({ line }) => !PROOFS.some(([fits]) => fits.test(line)))
    expect(unproven.map(({ path, line }) => `${path}: ${line}`)).toEqual([])
  })

  it('is run by a test that exists', () => {
    const tests = PROOFS.flatMap(([, proof]) => ('by' in proof ? [proof.by] : []))
    expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('that speaks into a file does so', { timeout: 60_000 }, () => {
    const line = LINES.find((one) => one.line.startsWith('npm run speak'))!.line
    const args = [...line.split(' -- ')[1]!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
    const folder = mkdtempSync(join(tmpdir(), 'lector-lines-'))
    try {
      // Without what this process knows of the npm that started it.
      const { npm_lifecycle_event: _, ...own } = process.env
      const env = { ...own, DASHSCOPE_API_KEY: '', OPENAI_SPEECH_URL: '' }
      const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/speak.ts'), ...args], {
        cwd: folder,
        env,
      })
      expect(status, String(stderr)).toBe(0)
      expect(readFileSync(join(folder, 'hello.ogg')).subarray(0, 4).toString()).toBe('OggS')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
