import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const jane = 'jane@example.com'

async function fresh() {
  const website = await createTestWebsite(origin, rootKey)
  const customer = await website.customer(jane)
  await customer.run('openTicket', { subject: 'Printer', body: 'It is on fire' }, '__typename')
  return website
}

test('erasing a stranger deletes no export but those that name them', async () => {
  const { key, websiteId } = await fresh()
  const of = (email: string | null) => db.export.create({ data: { websiteId, format: 'JSONL', email } })
  const [all, janes, theirs] = [await of(null), await of(jane), await of('stranger@example.com')]
  await key.run('eraseCustomer', { email: 'Stranger@example.com' }, '__typename')
  const left = await db.export.findMany({ where: { websiteId }, orderBy: { id: 'asc' } })
  expect(left.map(({ id }) => id)).toEqual([all.id, janes.id])
  expect(theirs.email).toBe('stranger@example.com')
})

test('exports are deleted with their bytes when somebody is erased', async () => {
  const { key, websiteId } = await fresh()
  const { id } = await db.export.create({ data: { websiteId, format: 'JSONL', key: 'stored' } })
  await key.run('eraseCustomer', { email: jane }, '__typename')
  expect(await db.export.findUnique({ where: { id } })).toBeNull()
  expect(await db.fileToDelete.count({ where: { key: 'stored' } })).toBe(1)
})

test('at most 20 exports wait at a time', async () => {
  const { key, websiteId } = await fresh()
  await db.export.createMany({
    data: Array.from({ length: 20 }, () => ({ websiteId, format: 'CSV' as const })),
  })
  expect(await key.attempt('createExport', { format: 'CSV' })).toMatchObject({ __typename: 'LimitReached' })
})
