import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startHere } from '../support/app.ts'
import { startBrowser } from '../support/browser.ts'
import { openPage, startDashboard } from '../support/dashboard.ts'
import { newEnvironment } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

const root = join(import.meta.dirname, '../..')
const [browser, port] = [await startBrowser(), await startDashboard()]

/** A copy of this build in which all operations have other ids, and without the late scripts of this one. */
function otherBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ticket-center-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['server', 'client', 'prisma', 'package.json', 'schema.graphql'])
    cpSync(join(root, part), join(folder, part), { recursive: true })
  const modules = dirname(dirname(createRequire(import.meta.url).resolve('graphql/package.json')))
  symlinkSync(modules, join(folder, 'node_modules'))
  for (const name of ['documents.json', 'operations.ts']) {
    const file = join(folder, 'client/graphql', name)
    const reversed = (id: string) => [...id].reverse().join('')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\b[0-9a-f]{64}\b/g, reversed))
  }
  for (const file of globSync('client/dist/assets/late-*', { cwd: folder })) rmSync(join(folder, file))
  return folder
}

test('an open frame keeps working when the server is replaced by another build', async () => {
  const { variables, remove } = await newEnvironment()
  onTestFinished(remove)
  const before = await startHere(variables)
  onTestFinished(before.stop)
  const { origin } = before
  const website = await createTestWebsite(origin, variables.ROOT_KEY ?? '', {
    allowedDomains: ['127.0.0.1', 'app.acme.com'],
  })
  const { page, context } = await openPage(browser)
  const texts: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/assets/documents-')) texts.push(request.url())
  })
  await page.goto(`http://127.0.0.1:${port}/?src=${encodeURIComponent(website.frameUrl('jane@example.com'))}`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.getByLabel('Subject').fill('The oven stays cold')
  await frame.getByLabel('Message').fill('It was warm yesterday.')
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await frame.locator('.tc-message--customer', { hasText: 'It was warm yesterday.' }).waitFor()
  expect(texts).toEqual([])

  const folder = otherBuild()
  await before.stop()
  const after = spawnServer({ ...variables, PORT: new URL(origin).port }, folder)
  onTestFinished(async () => {
    await after.stop()
  })
  await after.origin

  await frame.getByLabel('Your reply').fill('Is anybody there?')
  await frame.getByRole('button', { name: 'Send' }).click()
  await frame.locator('.tc-message--mine .tc-rich-text', { hasText: 'Is anybody there?' }).waitFor()
  expect(texts.length).toBeGreaterThan(0)

  const operator = await website.operator()
  const { tickets } = await operator.ask('{ tickets { edges { node { id } } } }')
  const ticketId = tickets.edges[0].node.id
  await operator.run('reply', { ticketId, body: 'We are.' }, '__typename')
  await frame.locator('.tc-message--operator', { hasText: 'We are.' }).waitFor()
  await frame.getByRole('button', { name: 'Mark as solved' }).click()
  await frame.locator('.tc-conversation .tc-status--solved').first().waitFor()

  await frame.getByRole('button', { name: 'New ticket' }).first().click()
  await frame.getByLabel('Subject').fill('Another oven')
  await frame.getByLabel('Message').fill('Cold, too.')
  await frame.getByRole('button', { name: 'Open ticket' }).click()
  await frame.locator('.tc-message--customer', { hasText: 'Cold, too.' }).waitFor()
  await context.close()
})
