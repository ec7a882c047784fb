import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frame } from 'puppeteer-core'
import { afterAll } from 'vitest'
import { startApp } from '../support/app.ts'
import { startDashboard } from '../support/dashboard.ts'
import { firefoxVisitor, openFirefoxPage, startFirefox } from '../support/firefox.ts'
import { createTestWebsite } from '../support/website.ts'

/** A company whose customers use Firefox. */
export async function startFirefoxScene() {
  const { origin, rootKey } = await startApp()
  const allowedDomains = ['dash.acme.test', '127.0.0.1', 'app.acme.com']
  const newWebsite = () => createTestWebsite(origin, rootKey, { allowedDomains })
  const website = await newWebsite()
  const [browser, port] = [await startFirefox(), await startDashboard()]

  /** Opens the company's dashboard, on another host than the server and over http. */
  async function openDashboard(
    email: string,
    said: Record<string, string> = {},
    { more = {}, host = 'dash.acme.test', of = website } = {},
  ) {
    const query = new URLSearchParams({ src: of.frameUrl(email, said), ...more })
    const opened = await openFirefoxPage(browser, `http://${host}:${port}/?${query}`)
    const frame = opened.page.frames()[1] as Frame
    return { ...opened, frame, visitor: firefoxVisitor(frame) }
  }

  return { website, newWebsite, port, openDashboard }
}

/** Writes files to choose; returns their paths. */
export function filesOnDisk(contents: Record<string, Uint8Array>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-firefox-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return Object.entries(contents).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
}
