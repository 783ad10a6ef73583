import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** Runs a script with a log in a process of its own; returns what it wrote. */
async function logged(level: string, script: string): Promise<{ lines: Record<string, unknown>[]; text: string }> {
  const url = new URL('../../src/observe/log.ts', import.meta.url).href
  const source = `const { createLog } = await import(${JSON.stringify(url)}); const log = createLog('${level}'); ${script}`
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source])
  expect(stdout).toBe('')
  return {
    text: stderr,
    lines: stderr
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

describe('createLog', () => {
  it('writes JSON lines to standard error: level, time, fields, message', async () => {
    const { lines } = await logged('debug', `log.info({ guildId: '1' }, 'hello'); log.debug({}, 'more')`)
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), guildId: '1', msg: 'hello' },
      { level: 'debug', time: expect.any(String), msg: 'more' },
    ])
  })

  it.each([
    ['warn', ['warn', 'error']],
    ['silent', []],
  ])('writes messages of level %s and above', async (level, expected) => {
    const all = ['debug', 'info', 'warn', 'error'].map((name) => `log.${name}({}, 'x');`).join('')
    expect((await logged(level, all)).lines.map((line) => line.level)).toEqual(expected)
  })

  it('writes an error’s name, code, status and cause, and no other fields', async () => {
    const { lines, text } = await logged(
      'info',
      `
      const cause = Object.assign(new TypeError('socket hang up'), { code: 'ECONNRESET', body: 'SECRET cause body' })
      const error = Object.assign(new Error('request failed', { cause }), {
        code: 500, status: 502,
        request: { headers: { authorization: 'SECRET token' } },
        requestBody: { json: { content: 'SECRET words' } },
        rawError: { text: 'SECRET raw' },
        url: 'https://example.org/SECRET/signed',
        response: { body: 'SECRET answer' },
        toJSON() { return { secret: 'SECRET json' } },
      })
      log.error({ err: error }, 'failed')`,
    )
    expect(text).not.toContain('SECRET')
    expect(lines[0]).toMatchObject({
      err: {
        type: 'Error',
        message: 'request failed',
        code: 500,
        status: 502,
        stack: expect.stringContaining('at '),
        cause: { type: 'TypeError', message: 'socket hang up', code: 'ECONNRESET' },
      },
    })
  })

  it('writes only the type of a thrown value that is no error', async () => {
    const { lines, text } = await logged(
      'info',
      `log.warn({ err: 'SECRET words' }, 'x'); log.warn({ err: { a: 'SECRET' } }, 'x')`,
    )
    expect(text).not.toContain('SECRET')
    expect(lines.map((line) => line.err)).toEqual([{ type: 'string' }, { type: 'object' }])
  })

  it('survives an error that is its own cause', async () => {
    const { lines } = await logged('info', `const e = new Error('x'); e.cause = e; log.error({ err: e }, 'loop')`)
    expect(lines).toHaveLength(1)
  })
})
