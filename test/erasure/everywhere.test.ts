import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inbound, startOwnApp } from '../support/app.ts'
import { idle } from '../support/jobs.ts'
import { startReceiver } from '../support/webhook-receiver.ts'
import { createTestWebsite } from '../support/website.ts'
import { columns } from './columns.ts'
import { bob, fill, jane, mark, staying } from './fill.ts'
import { textColumns } from './schema-columns.ts'
import { filesWith, linesWith } from './search.ts'

const { origin, rootKey, variables } = await startOwnApp({ ...inbound, WEBHOOK_ALLOW_PRIVATE: 'on' })
const { db } = await import('../../server/database/db.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const dataDir = variables.DATA_DIR ?? ''
const domains = { allowedDomains: ['app.acme.com', `${mark}.example`] }

/** Columns that contain the person. */
async function filled(): Promise<string[]> {
  const found: string[] = []
  for (const { name, table, column } of textColumns()) {
    const [row] = await db.$queryRawUnsafe<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${table}" WHERE lower("${column}"::text) LIKE '%${mark}%'
        OR "${column}"::text LIKE '%${Buffer.from(mark).toString('hex')}%') AS "found"`,
    )
    if (row?.found) found.push(name)
  }
  return found
}

const storedFiles = () =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

test('nothing of an erased person is left in the database and the data folder, whatever they used', async () => {
  const receiver = await startReceiver()
  // Some receivers respond with what they got.
  receiver.set('/hook', (response, request) => response.end(`${mark} ${request.url}`))
  const website = await createTestWebsite(origin, rootKey, domains)
  await fill(website, receiver.url('/hook'))

  const erased = Object.keys(columns).filter((name) => columns[name] === 'erased')
  // The domain is only in the settings so that her page has it.
  expect((await filled()).filter((name) => name !== 'AllowedDomain.domain').sort()).toEqual(erased.sort())
  expect(filesWith(dataDir, mark).length).toBeGreaterThan(10)
  await db.allowedDomain.deleteMany({ where: { domain: `${mark}.example` } })
  await db.auditEvent.deleteMany({ where: { action: 'createWebsite' } })

  const admin = await website.operator()
  const first = await admin.run('eraseCustomer', { email: jane.toUpperCase() }, 'tickets messages')
  expect(first).toMatchObject({ tickets: 5, messages: 7 })
  await idle()
  await deleteFiles()

  expect(await linesWith(mark, variables.DATABASE_URL)).toEqual([])
  expect(filesWith(dataDir, mark)).toEqual([])
  expect(storedFiles()).toEqual([])

  const kept = JSON.stringify(await db.message.findMany({ select: { body: true } }))
  for (const words of staying.slice(0, 4)) expect(kept).toContain(words)
  const tickets = await db.ticket.findMany({ include: { customer: true }, orderBy: { number: 'asc' } })
  expect(tickets.map(({ subject, customer }) => [subject, customer.email === bob])).toEqual([
    ['[…]', false],
    ['Slow', true],
    ['Slow', true],
    [staying[4], false],
    ['[…]', false],
    ['[…]', false],
    ['[…]', false],
  ])
  expect(await admin.run('eraseCustomer', { email: jane }, 'tickets messages')).toMatchObject({
    tickets: 0,
    messages: 0,
  })
})
