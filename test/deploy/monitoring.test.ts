import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VoiceSessions } from '../../src/call/sessions.ts'
import { createMetrics } from '../../src/observe/http/metrics.ts'

const folder = join(import.meta.dirname, '../../deploy/monitoring')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

const sessions = new VoiceSessions({
  output: { open: () => expect.fail() },
  engine: { id: 'local', voices: () => [], speak: () => expect.fail(), close: async () => {} },
  queueLimit: 1,
  bitrate: () => 64_000,
})
const text = await createMetrics({ sessions, unmet: () => 0, servers: () => 0, costOf: () => 0 }).text()
const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))

/** Facts rather than signals: `/status` has them too. */
const SHOWN_ELSEWHERE = ['lector_servers', 'lector_calls_left_total']

describe('deploy/monitoring', () => {
  it.each(['alerts.yml', 'grafana/dashboards/lector.json'])('%s asks only for metrics that exist', (file) => {
    const asked = [...read(file).matchAll(/\b(?:lector|nodejs|process)_[a-z0-9_]+/g)].map(([name]) =>
      name.replace(/_(?:bucket|count|sum)$/, ''),
    )
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((name) => !known.has(name))).toEqual([])
  })

  it('has every figure of Lector on the board or in an alert, and in docs/metrics.md', () => {
    const own = [...known].filter((name) => name?.startsWith('lector_'))
    const used = read('grafana/dashboards/lector.json') + read('alerts.yml')
    const explained = readFileSync(join(folder, '../../docs/metrics.md'), 'utf8')
    expect(own.filter((name) => !used.includes(name!) && !SHOWN_ELSEWHERE.includes(name!))).toEqual([])
    expect(own.filter((name) => !explained.includes(`\`${name}\``))).toEqual([])
  })

  const { status } = spawnSync('promtool', ['--version'])
  it.skipIf(status !== 0)('fires every alert for its trouble, and none for a healthy bot (promtool)', () => {
    const { stdout, stderr, status } = spawnSync('promtool', ['test', 'rules', 'alerts.test.yml'], { cwd: folder })
    expect(`${stdout}${stderr}`).toContain('SUCCESS')
    expect(status).toBe(0)
  })
})
