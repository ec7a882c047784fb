import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../support/launch-browser.ts'

/** Starts the demo with its own data, and a browser. */
export async function startDemo() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-screenshots-'))
  Object.assign(process.env, { DATA_DIR: dataDir, PORT: '0', DEMO: 'on', LOG_LEVEL: 'silent' })
  const { createApp } = await import('../../server/app.ts')
  const app = await createApp()
  const origin = await app.listen()
  const browser = await launchBrowser()

  async function close(): Promise<void> {
    await browser.close()
    await app.close()
    rmSync(dataDir, { recursive: true })
  }

  return { origin, browser, close }
}
