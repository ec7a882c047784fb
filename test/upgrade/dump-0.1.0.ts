import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openEmbedded } from '../../server/database/embedded.ts'
import { postgres } from '../support/environment.ts'

const dump = readFileSync(new URL('0.1.0.sql', import.meta.url), 'utf8')

/** The variables of the 0.1.0 server that wrote the dump, and the ids it issued. */
export const of010 = {
  SERVER_KEY: '9f8a1c52e07b4d3369b2fd1e58c07a46d1e3b95f20784ac6e81f3d5b7a902c64',
  ROOT_KEY: '5c01d7e49ab3862f1e60c9d54b7f83a2e95d1b7046f8c32ea8790d6b4e15f3c8',
  websiteId: '01a2239d-3130-75b3-bc74-2d110593b607',
  secret: '666173bf56316699fcb0e49131133ee96dd420b57f4ba859a52352fe50f598fa',
  apiKey: 'tck_Od4B_qVZ6RZFpJtpystT2IDwBcdXJG5QxIrfW8PGkd0',
}

/** Variables of a server on a database as version 0.1.0 left it; `remove` deletes it. */
export async function databaseOf010() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-'))
  const { SERVER_KEY, ROOT_KEY } = of010
  const variables: Record<string, string> = {
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO: 'off',
    SERVER_KEY,
    ROOT_KEY,
  }
  if (postgres) variables.DATABASE_URL = await newDatabase(postgres)
  else {
    const { writes, close } = await openEmbedded(dataDir)
    await writes.query(dump)
    await close()
  }
  return { variables, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

async function newDatabase(url: string): Promise<string> {
  const target = new URL(url)
  target.pathname = `/test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${target.pathname.slice(1)}`)
  await admin.end()
  const client = new pg.Client({ connectionString: target.href })
  await client.connect()
  await client.query(dump)
  await client.end()
  return target.href
}
