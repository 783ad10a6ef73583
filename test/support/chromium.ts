import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PATH = '/usr/bin/chromium'

/** Chromium of this machine, installed first where that is possible; else the reason why there is none. */
export function findChromium(): { readonly path: string } | { readonly missing: string } {
  if (existsSync(PATH)) return { path: PATH }
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { missing: `there is no ${PATH}` }
  console.log('Installing Chromium (apt-get) ...')
  const install = 'apt-get update -q && apt-get install -q -y --no-install-recommends chromium'
  const { status } = spawnSync('sh', ['-c', install], { stdio: 'ignore', timeout: 300_000 })
  return status === 0 && existsSync(PATH) ? { path: PATH } : { missing: 'apt-get could not install chromium' }
}

/** Without anything that would ask another host. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
