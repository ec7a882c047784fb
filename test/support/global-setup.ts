import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type ConstructorOptions, fromPglite, PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../prisma/migrate.ts'
import { EmbeddedAdapter, openEmbedded } from '../../server/embedded.ts'
import { PostgresAdapter } from '../../server/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directory with a migrated, empty database, to copy. */
    template: string
  }
}

const postgres = process.env.TEST_DATABASE_URL

/** Migrates one database, which every test file then copies: a folder, or a database on TEST_DATABASE_URL's server. */
export default async function setup(project: TestProject) {
  const template = mkdtempSync(join(tmpdir(), 'ticket-center-template-'))
  project.provide('template', template)
  if (postgres) await migratePostgres(postgres)
  else {
    const lite = await openEmbedded(template)
    await migrate(new EmbeddedAdapter(lite))
    await installQueue({ db: fromPglite(lite), backend: 'pglite' })
    await lite.close()
  }
  return () => rmSync(template, { recursive: true, force: true })
}

async function migratePostgres(url: string) {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query('DROP DATABASE IF EXISTS ticket_center_template')
  await admin.query('CREATE DATABASE ticket_center_template')
  await admin.end()
  const target = new URL(url)
  target.pathname = '/ticket_center_template'
  await migrate(new PostgresAdapter(target.href))
  await installQueue({ connectionString: target.href })
}

/** The job queue's own tables: each test file would make them anew. */
async function installQueue(options: ConstructorOptions) {
  const boss = new PgBoss({ ...options, supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
}
