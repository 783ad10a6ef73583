import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Stage } from '../support/stage.ts'

const run = promisify(execFile)
const image = process.env.IMAGE_ROOT
const title = image === undefined ? 'the image (skipped: deploy/image/prove.sh builds it)' : 'the image'

/** Of the user `node` in the image. */
const USER = 1000
/** What ENTRYPOINT and CMD of the Dockerfile say. */
const COMMAND = 'node --max-semi-space-size=8 src/start.ts'

describe.skipIf(image === undefined)(title, () => {
  const root = image ?? ''
  let data: string
  let stage: Stage
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'lector-image-'))
    await chown(data, USER, USER)
    // Started in the place of Node by `startBot`, whose channel for "ready" goes through.
    const start = join(data, 'start.sh')
    await writeFile(start, startIn(root, data))
    await chmod(start, 0o755)
    stage = await Stage.open({}, { node: start })
  }, 60_000)
  afterAll(async () => {
    await stage?.close()
    await rm(data, { recursive: true, force: true })
  })

  it('speaks as its user on a read-only tree', async () => {
    await stage.enter('mia', 'lounge')
    await stage.command('mia', 'say', { text: 'Good morning!' })
    const { utterances } = await stage.listen('mia')
    expect(utterances).toHaveLength(1)
    expect(existsSync(join(data, 'lector.db'))).toBe(true)
  })

  it('is healthy by its own HEALTHCHECK, and would not be without the bot', async () => {
    const check = (address: string) =>
      run('chroot', [
        `--userspec=${USER}:${USER}`,
        root,
        'sh',
        '-c',
        `cd /app && LECTOR_HTTP=${address} node tools/healthcheck.mjs`,
      ])
    await expect(check('127.0.0.1:9090')).resolves.toBeDefined()
    await expect(check('127.0.0.1:9')).rejects.toMatchObject({ code: 1 })
  })

  it('holds no secrets, tests or history', async () => {
    const { stdout } = await run('find', [
      join(root, 'app'),
      '-path',
      '*/node_modules/*',
      '-prune',
      '-o',
      '-type',
      'f',
      '-print',
    ])
    const files = stdout.split('\n').map((file) => file.slice(join(root, 'app').length + 1))
    expect(files).toContain('src/start.ts')
    expect(files.filter((file) => /(^|\/)(\.env.*|\.git|test|.*\.db)(\/|$)/.test(file))).toEqual([])
  })
})

function startIn(root: string, data: string): string {
  return `#!/bin/sh
cp "$NODE_EXTRA_CA_CERTS" ${data}/ca.pem && chmod 644 ${data}/ca.pem
export NODE_EXTRA_CA_CERTS=/data/ca.pem LECTOR_DATA_DIR=/data LECTOR_MODE=bot LECTOR_HTTP=127.0.0.1:9090 NODE_ENV=production
export PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/node
# Docker brings this file too.
touch ${root}/etc/hosts
exec unshare --mount sh -c 'mount --bind /etc/hosts ${root}/etc/hosts && mount --rbind ${root} ${root} && mount -o remount,bind,ro ${root} \\
  && mount --bind ${data} ${root}/data && exec chroot --userspec=${USER}:${USER} ${root} sh -c "cd /app && exec ${COMMAND}"'
`
}
