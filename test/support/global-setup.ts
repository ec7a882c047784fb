import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../prisma/migrate.ts'
import { Adapter } from '../../server/database/adapter.ts'
import type { Database } from '../../server/database/database.ts'
import { openEmbedded } from '../../server/database/embedded.ts'
import { openPostgres } from '../../server/database/postgres.ts'
import { createQueues } from '../../server/jobs/queues.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directory with a migrated, empty database, to be copied. */
    template: string
  }
}

const postgres = process.env.TEST_DATABASE_URL

/** Migrates one database, which every test file copies: a folder, or a database on TEST_DATABASE_URL's server. */
export default async function setup(project: TestProject) {
  const template = mkdtempSync(join(process.env.TEST_DIR ?? tmpdir(), 'ticket-center-template-'))
  project.provide('template', template)
  const database = postgres ? await newDatabase(postgres) : await openEmbedded(template)
  await database.migrating((pool) => migrate(new Adapter(pool)))
  await installQueue(database)
  await database.close()
  // Template1 and template0, which nobody opens, are two thirds of the files to be copied for each server.
  for (const name of ['1', '4']) rmSync(join(template, 'db/base', name), { recursive: true, force: true })
  return () => rmSync(template, { recursive: true, force: true })
}

async function newDatabase(url: string): Promise<Database> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('DROP DATABASE IF EXISTS ticket_center_template')
  await admin.query('CREATE DATABASE ticket_center_template')
  await admin.end()
  const target = new URL(url)
  target.pathname = '/ticket_center_template'
  return openPostgres(target.href)
}

/** The job queue's tables, which each test file would otherwise create. */
async function installQueue({ jobs }: Database) {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => jobs.query(text, values) },
    supervise: false,
    schedule: false,
  })
  await boss.start()
  await createQueues(boss)
  await boss.stop({ graceful: false })
}
