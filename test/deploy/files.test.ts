import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { NODE_FLAGS } from '@lector/playground'
import { validate } from 'dockerfile-utils'
import { Deployment } from 'kubernetes-models/apps/v1'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { VARIABLES } from '../../src/config/variables.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const run = promisify(execFile)

describe('Dockerfile', () => {
  const file = read('Dockerfile')

  it('has nothing that a linter complains about', () => {
    expect(validate(file).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
  })

  it('starts the bot with the flags of npm start, as a user who is not root', () => {
    const [entry, command] = [/^ENTRYPOINT (.+)$/m, /^CMD (.+)$/m].map((line) => JSON.parse(line.exec(file)![1]!))
    expect([...entry, ...command]).toEqual(['node', ...NODE_FLAGS, 'src/start.ts'])
    expect(file).toMatch(/^USER node$/m)
  })

  it('copies what git has, and .dockerignore lets through nothing else', () => {
    const copied = [...file.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) => paths!.split(' '))
    for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true)
    const rules = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(rules[0]).toBe('*')
    expect(
      rules
        .filter((rule) => rule.startsWith('!'))
        .map((rule) => rule.slice(1))
        .toSorted(),
    ).toEqual(copied.toSorted())
    expect(rules).toContain('**/.env*')
  })
})

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: Record<
      string,
      { image: string; volumes?: string[]; profiles?: string[]; environment?: Record<string, string> }
    >
    volumes: object
  }

  it('starts the bot alone unless a profile is chosen', () => {
    const withoutProfile = Object.entries(services).filter(([, { profiles }]) => profiles === undefined)
    expect(withoutProfile.map(([name]) => name)).toEqual(['lector'])
    expect(new Set(Object.values(services).flatMap(({ profiles = [] }) => profiles))).toEqual(
      new Set(['postgres', 'voice', 'monitoring']),
    )
  })

  it('pins every image but its own to a version', () => {
    for (const [name, { image }] of Object.entries(services)) {
      if (name !== 'lector') expect(image, name).toMatch(/:v?\d+(\.\d+)*(-\w+)?$/)
    }
  })

  it('mounts files that exist, and volumes that it declares', () => {
    for (const mount of Object.values(services).flatMap(({ volumes = [] }) => volumes)) {
      const [source] = mount.split(':')
      if (source!.startsWith('.')) expect(existsSync(join(root, source!)), mount).toBe(true)
      else expect(volumes).toHaveProperty(source!)
    }
  })

  it('gives the bot only variables that it has, and Prometheus the address that it scrapes', () => {
    const { environment } = services.lector!
    expect(Object.keys(environment!).filter((name) => !(name in VARIABLES))).toEqual([])
    expect(read('deploy/monitoring/prometheus.yml')).toContain(`lector:${environment!.LECTOR_HTTP!.split(':')[1]}`)
  })
})

describe('deploy/kubernetes/lector.yaml', () => {
  const manifest = parse(read('deploy/kubernetes/lector.yaml'))

  it('is a Deployment by the schema of the API', () => {
    expect(() => new Deployment(manifest).validate()).not.toThrow()
    const broken = structuredClone(manifest)
    broken.spec.strategy.rollingUpdate.maxSurge = true
    expect(() => new Deployment(broken).validate()).toThrow()
  })

  it('waits longer than the bot takes to stop', () => {
    const [, deadline] = /STOP_DEADLINE_MS = ([\d_]+)/.exec(read('src/main.ts'))!
    const seconds = Number(deadline!.replaceAll('_', '')) / 1_000
    expect(manifest.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(seconds)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(read('deploy/systemd/lector.service'))![1])).toBeGreaterThan(seconds)
    expect(Number(/stop_grace_period: (\d+)s/.exec(read('compose.yaml'))![1])).toBeGreaterThan(seconds)
  })
})

const systemd = await run('systemd-analyze', ['--version']).then(
  () => undefined,
  () => 'systemd-analyze is not installed',
)
const title = systemd === undefined ? 'deploy/systemd' : `deploy/systemd (skipped: ${systemd})`

describe('deploy/systemd', () => {
  it('has the user unit of README', () => {
    expect(read('README.md')).toContain(`\`\`\`ini\n${read('deploy/systemd/user/lector.service')}\`\`\``)
  })

  it('starts the bot with the flags of npm start', () => {
    const node = '/opt/lector/node_modules/node/bin/node'
    expect(read('deploy/systemd/lector.service')).toContain(`ExecStart=${node} ${NODE_FLAGS.join(' ')} src/start.ts\n`)
  })
})

describe.skipIf(systemd !== undefined)(title, () => {
  it.each([
    ['deploy/systemd/lector.service', []],
    ['deploy/systemd/user/lector.service', ['--user']],
  ])('%s is verified by systemd', async (path, options) => {
    const { stderr } = await run('systemd-analyze', ['verify', ...options, join(root, path)]).catch((error) => error)
    // Programs that are not installed here, and keys of systemd 254 that an older one ignores.
    const complaints = stderr
      .split('\n')
      .filter(
        (line: string) => line.includes('lector') && !/is not executable|RestartSteps|RestartMaxDelaySec/.test(line),
      )
    expect(complaints).toEqual([])
  })

  it('the system unit is rated OK or better', async () => {
    const { stdout } = await run('systemd-analyze', [
      'security',
      '--offline=true',
      join(root, 'deploy/systemd/lector.service'),
    ])
    expect(stdout).toMatch(/Overall exposure level for lector\.service: [0-4]\.\d OK/)
  })
})
