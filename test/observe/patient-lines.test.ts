import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const CHILD = fileURLToPath(new URL('../support/logging-child.ts', import.meta.url))

describe('a log whose reader has stopped', () => {
  let child: ChildProcess
  let beats: number[]
  beforeEach(() => {
    beats = []
    child = spawn(process.execPath, [CHILD], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
    child.on('message', () => beats.push(performance.now()))
  })
  afterEach(() => child.kill('SIGKILL'))

  it('holds up nothing else, and tells how many lines were dropped once the reader is back', async () => {
    await sleep(2_000)
    const before = beats.length
    await sleep(1_000)
    expect(beats.length - before).toBeGreaterThan(10)
    child.send('calm')
    let text = ''
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    const deadline = performance.now() + 10_000
    while (!text.includes('log lines were dropped') && performance.now() < deadline) await sleep(50)
    const dropped = text.split('\n').find((line) => line.includes('log lines were dropped'))
    expect(JSON.parse(dropped ?? '{}').dropped).toBeGreaterThan(0)
  })

  it('does not keep the process from ending', async () => {
    await sleep(2_000)
    const exited = once(child, 'exit')
    child.send('end')
    expect((await exited)[0]).toBe(0)
  }, 10_000)
})
