import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

/** Whether this run is against a PostgreSQL server instead of the embedded database. */
export const postgres = process.env.TEST_DATABASE_URL

/** Variables of a server with its own migrated, empty database; `remove` deletes it. */
export async function newEnvironment() {
  // In the template's folder, which is deleted at the end of the run.
  const template = inject('template')
  const dataDir = mkdtempSync(join(template, 'copy-'))
  const variables: Record<string, string> = {
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO: 'off',
    // Tests do in seconds what callers do in minutes; tests of the allowance itself set 1.
    COST_PER_MINUTE: '1000',
    SERVER_KEY: randomBytes(32).toString('hex'),
    ROOT_KEY: randomBytes(32).toString('hex'),
  }
  if (postgres) variables.DATABASE_URL = await copyDatabase(postgres)
  else cpSync(join(template, 'db'), join(dataDir, 'db'), { recursive: true })
  return { variables, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

export type Environment = Awaited<ReturnType<typeof newEnvironment>>

/** Copies the template; copies are not removed, as the whole server is thrown away after a run. */
async function copyDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  // Two concurrent copies would block each other's access to the template.
  await admin.query('SELECT pg_advisory_lock(1)')
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ticket_center_template`)
  await admin.end()
  const copy = new URL(url)
  copy.pathname = `/${name}`
  return copy.href
}
