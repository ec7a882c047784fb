import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { startCompany } from '../support/company.ts'
import { openPage } from '../support/dashboard.ts'
import { createTestWebsite } from '../support/website.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const { origin, rootKey } = await startApp()
const website = await createTestWebsite(origin, rootKey, {
  allowedDomains: ['dash.acme.test', 'app.acme.com'],
})
const [browser, serve] = [await startBrowser(), await startCompany()]
const src = website.frameUrl('jane@example.com')

/** A project of its own that has installed the package. */
const project = mkdtempSync(join(tmpdir(), 'ticket-center-embed-'))
afterAll(() => rmSync(project, { recursive: true }))

beforeAll(async () => {
  await run(process.execPath, [join(root, '.config/pack-embed.ts'), project])
  cpSync(join(import.meta.dirname, 'embed-project'), project, { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packed = `./ticket-center-embed-${version}.tgz`
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', packed], { cwd: project })
  mkdirSync(join(project, 'node_modules/@types'))
  for (const name of ['preact', 'react', 'react-dom', '@types/react', '@types/react-dom']) {
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name))
  }
})

describe('the npm package', () => {
  test('has types for everything that it exports', async () => {
    const tsc = join(root, 'node_modules/.bin/tsc')
    await expect(run(tsc, ['--project', project])).resolves.toMatchObject({ stdout: '' })
  })

  test('renders on a server', async () => {
    const script = `
      import { TicketCenter } from '@ticket-center/embed/react'
      import { createElement } from 'react'
      import { renderToString } from 'react-dom/server'
      console.log(renderToString(createElement(TicketCenter, { src: 'https://support.example.com' })))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: project,
    })
    expect(stdout.trim()).toBe('<div></div>')
  })

  test.for(['react.tsx', 'preact.tsx', 'element.ts', 'mount.ts'])(
    'shows the frame and what is unread with %s, and passes messages on',
    async (entry) => {
      const { page, context, complaints } = await openPage(browser)
      const place = `<body data-src="${src.replaceAll('&', '&amp;')}"><div id="root"></div>`
      await page.goto(serve(`${place}<script>${await bundled(entry)}</script>`))
      await page.frameLocator('iframe').getByLabel('Subject').waitFor()
      await expect.poll(() => page.locator('#unread').textContent()).toBe('0')
      await expect.poll(() => page.locator('#place').textContent()).toBe('new')
      expect(await page.locator('iframe').getAttribute('height')).toBe('700px')
      expect(page.frames()).toHaveLength(2)
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})

/** The entry and everything it imports, as one script. */
async function bundled(entry: string): Promise<string> {
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: `dist/${entry}`,
      modulePreload: false,
      rolldownOptions: { input: join(project, entry), output: { format: 'iife', entryFileNames: 'app.js' } },
    },
  })
  return readFileSync(join(project, 'dist', entry, 'app.js'), 'utf8').replaceAll('</script', '<\\/script')
}
