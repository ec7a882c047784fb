import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { startOwnApp } from '../support/app.ts'
import { postgres } from '../support/environment.ts'
import { findTickets } from '../support/find-tickets.ts'
import { olderThan } from '../support/newer-tickets.ts'
import { createTestWebsite } from '../support/website.ts'

/** A database that knows letters of ASCII alone. */
async function databaseInC(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`)
  await admin.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

describe.skipIf(!postgres)('in a database of locale C a search finds', async () => {
  if (!postgres) return
  const { origin, rootKey } = await startOwnApp({ DATABASE_URL: await databaseInC(postgres) })
  const { key, customer, websiteId } = await createTestWebsite(origin, rootKey)
  const words: [string, string][] = [
    ['ÄRGER', 'ärger'],
    ['Привет', 'ПРИВ'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['IŞIK', 'ışık'],
    ['日本語のテスト', '本語'],
    ['한국어', '국어'],
    ['cafe\u0301s', 'CAF\u00c9'],
  ]

  async function findAll() {
    for (const [at, [text, search]] of words.entries())
      expect(await findTickets(key, search), text).toEqual([at + 1])
  }

  beforeAll(async () => {
    for (const [subject] of words)
      await key.run('openTicket', { subject, body: 'x', customerEmail: 'jane@example.com' }, '__typename')
    await customer('jane@example.com', { nickname: 'Élodie' })
  })

  test('text in any case among the newest tickets', findAll)

  test('and below them, by words', async () => {
    await olderThan(websiteId, 1_600)
    await findAll()
    expect(await findTickets(key, 'ÉLODIE')).toHaveLength(words.length)
    expect(await findTickets(key, 'ελοδιε')).toEqual([])
  })
})
