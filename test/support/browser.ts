import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { afterAll } from 'vitest'

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
/** Every name under `.test` is this machine: pages of several companies, and of an attacker. */
const hosts = '--host-resolver-rules=MAP *.test 127.0.0.1'

/** The Chromium of CHROMIUM_PATH, of this machine, or the one in an npm package: no browser has to be installed. */
async function launchOptions(): Promise<LaunchOptions> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (installed) return { executablePath: installed, args: ['--no-sandbox', '--disable-gpu'] }
  // The package brings the libraries that a bare machine lacks, but unpacks them only where it believes to be on Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return { executablePath: await packaged.executablePath(), args: packaged.args }
}

/** Starts a browser for the tests of one file. */
export async function startBrowser(): Promise<Browser> {
  const { args = [], ...options } = await launchOptions()
  const browser = await chromium.launch({ ...options, args: [...args, ...quiet, hosts] })
  afterAll(() => browser.close())
  return browser
}
