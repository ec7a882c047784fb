import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
/** Every name under `.test` resolves to this machine: pages of several companies, and of an attacker. */
const hosts = '--host-resolver-rules=MAP *.test 127.0.0.1'

/**
 * Starts the Chromium in CHROMIUM_PATH, or else on Linux a headless one from an npm package: none has to be installed, and
 * a page takes a quarter of the CPU time.
 */
export async function launchBrowser(): Promise<Browser> {
  return patient(await chromium.launch({ ...(await launchOptions()), args: [...flags, hosts] }))
}

/** Default milliseconds to wait for something in a page: other tests keep the machine busy. */
const actionTimeout = 120_000

/** Playwright has no such setting for all contexts of a browser. */
function patient(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(actionTimeout)
    return context
  }
  return browser
}

async function launchOptions(): Promise<LaunchOptions> {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH }
  if (process.platform === 'linux' && process.arch === 'x64') return { executablePath: await packaged() }
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return installed ? { executablePath: installed } : { channel: 'chrome' }
}

async function packaged(): Promise<string> {
  // The package includes libraries that a bare machine lacks, but unpacks them only on Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  // Its own flags are left out: they turn off web security.
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
