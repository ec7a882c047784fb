import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Environment } from '../support/environment.ts'

/** Restores what docs/operating.md says to back up of a stopped server: another one can start over the copy. */
export async function restored(variables: Record<string, string>): Promise<Environment> {
  const dataDir = mkdtempSync(join(process.env.TEST_DIR ?? tmpdir(), 'ticket-center-restored-'))
  const { DATA_DIR = '', DATABASE_URL } = variables
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  if (!DATABASE_URL) {
    cpSync(DATA_DIR, dataDir, { recursive: true })
    return { variables: { ...variables, DATA_DIR: dataDir }, remove }
  }
  const copy = await restoreDatabase(DATABASE_URL)
  cpSync(join(DATA_DIR, 'files'), join(dataDir, 'files'), { recursive: true })
  return { variables: { ...variables, DATA_DIR: dataDir, DATABASE_URL: copy }, remove }
}

async function restoreDatabase(url: string): Promise<string> {
  const dump = execFileSync(program('pg_dump'), ['--format=custom', url], { maxBuffer: 100_000_000 })
  const name = `${new URL(url).pathname.slice(1)}_restored`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  await admin.end()
  const copy = new URL(url)
  copy.pathname = `/${name}`
  execFileSync(program('pg_restore'), ['--exit-on-error', '--dbname', copy.href], { input: dump })
  return copy.href
}

function program(name: string): string {
  const [newest = name] = globSync(`/usr/lib/postgresql/*/bin/${name}`).sort().reverse()
  return newest
}
