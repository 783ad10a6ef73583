import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
// @ts-expect-error: JavaScript, because any Node has to read it
import * as untyped from '../../../tools/install/explain.mjs'
// @ts-expect-error: JavaScript, because any Node has to read it
import * as untypedRuntime from '../../../tools/install/runtime.mjs'

interface Machine {
  readonly platform: string
  readonly arch: string
  readonly version: string
  readonly musl: boolean
}
const { explainFailure, folderProblem, managerProblem, runtimeProblem } = untyped as {
  explainFailure(error: { code?: string; output?: string; message?: string }): string
  folderProblem(root: string, neededMb: number): string | undefined
  managerProblem(env: Record<string, string>): string | undefined
  runtimeProblem(machine: Machine): string
}
const { mayRunLector } = untypedRuntime as { mayRunLector(machine: Machine): boolean }

const linux = { platform: 'linux', arch: 'x64', version: '18.20.8', musl: false }
const EXPLAIN = pathToFileURL(join(import.meta.dirname, '../../../tools/install/explain.mjs')).href

describe('explainFailure', () => {
  // As npm 11.19 writes them, shortened.
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://… failed', 'cannot be reached'],
    ['npm error code ECONNREFUSED\nnpm error errno ECONNREFUSED', 'cannot be reached'],
    ['npm error code E401\nnpm error Incorrect or missing password.', 'refused'],
    ['npm error code E403\nnpm error 403 403 Forbidden', 'refused'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['npm error code ENOSPC\nnpm error nospc', 'disk is full'],
    ['npm error code EINTEGRITY\nnpm error sha512-…', 'differs from package-lock.json'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when …', 'do not fit together'],
    [
      'npm error code EACCES\nnpm error syscall mkdir\nnpm error path /root/.npm/_cacache',
      'may not write to its cache',
    ],
  ])('names the cause of %j', (output, words) => {
    expect(explainFailure({ output })).toContain(words)
    expect(explainFailure({ output })).not.toContain('\n')
  })

  it('repeats what npm said when it knows no better', () => {
    expect(explainFailure({ output: 'npm error code 1\nnpm error something new' })).toMatch(/something new/)
  })

  it('says that npm is missing', () => {
    expect(explainFailure({ code: 'ENOENT' })).toMatch(/npm was not found/)
  })
})

describe('folderProblem', () => {
  it('is none for a folder that can be written to, on a disk with room', () => {
    expect(folderProblem(tmpdir(), 1)).toBeUndefined()
  })

  it('says how much room is missing', () => {
    expect(folderProblem(tmpdir(), 1e12)).toMatch(/has \d+ MB left, and the packages need 1000000000000 MB/)
  })

  it.skipIf(process.getuid?.() !== 0)('names user, owner and remedy for a folder of somebody else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lector-of-root-'))
    await chmod(folder, 0o755)
    const code = `import { folderProblem } from '${EXPLAIN}'; console.log(folderProblem('${folder}', 1))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      uid: Number(execFileSync('id', ['-u', 'nobody'])),
      cwd: folder,
      encoding: 'utf8',
    })
    await rm(folder, { recursive: true })
    expect(stdout).toMatch(/^nobody \(uid \d+\) may not write to \S+ \(uid 0\): run `sudo chown -R nobody \S+`\.\n$/)
  })
})

describe('runtimeProblem', () => {
  it.each([
    [{ ...linux, musl: true }, 'it needs glibc'],
    [{ ...linux, arch: 'arm' }, '32-bit ARM'],
    [{ ...linux, platform: 'freebsd', arch: 'ppc64' }, 'there is none for freebsd-ppc64'],
    [linux, 'ignore-scripts'],
  ])('says why Lector has no Node of its own on %j, and what to install', (machine, words) => {
    expect(runtimeProblem(machine)).toContain(words)
    expect(runtimeProblem(machine)).toMatch(/Node 18\.20\.8 .* is too old: install Node 24 or newer\.$/)
  })
})

describe('mayRunLector', () => {
  it('is known before anything is downloaded', () => {
    expect(mayRunLector(linux)).toBe(true)
    expect(mayRunLector({ ...linux, musl: true })).toBe(false)
    expect(mayRunLector({ ...linux, musl: true, version: '24.0.0' })).toBe(true)
    expect(mayRunLector({ ...linux, arch: 'arm', version: '22.0.0' })).toBe(false)
  })
})

describe('managerProblem', () => {
  it.each(['yarn/4.10.0 npm/? node/v24', 'pnpm/11.1.0 npm/? node/v24', 'bun/1.3.0'])('names npm to %s', (agent) => {
    expect(managerProblem({ npm_config_user_agent: agent })).toMatch(/installed with npm and not with (yarn|pnpm|bun)/)
  })

  it('is none for npm, and for those who call the file by hand', () => {
    expect(managerProblem({ npm_config_user_agent: 'npm/11.19.1 node/v24' })).toBeUndefined()
    expect(managerProblem({})).toBeUndefined()
  })
})
