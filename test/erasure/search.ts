import { execFileSync } from 'node:child_process'
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A word as it is, and as the bytes of a column are printed. */
const needlesOf = (word: string) => [word, Buffer.from(word).toString('hex')]

/** Lines of the whole database that contain a word: of a dump on PostgreSQL, and otherwise of each table's rows. */
export async function linesWith(word: string, databaseUrl?: string): Promise<string[]> {
  const lines = databaseUrl ? dump(databaseUrl) : await rowsOfAllTables()
  const needles = needlesOf(word)
  return lines.filter((line) => needles.some((needle) => line.toLowerCase().includes(needle)))
}

function dump(databaseUrl: string): string[] {
  const [program = ''] = globSync('/usr/lib/postgresql/*/bin/pg_dump').sort().reverse()
  const options = { maxBuffer: 500_000_000, encoding: 'utf8' } as const
  return execFileSync(program, [databaseUrl], options).split('\n')
}

async function rowsOfAllTables(): Promise<string[]> {
  const { db } = await import('../../server/database/db.ts')
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS "name" FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`
  const lines: string[] = []
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS "text" FROM ${name} t`)
    lines.push(...rows.map(({ text }) => `${name}: ${text}`))
  }
  return lines
}

/** Files of a data folder that contain a word in name or contents, those of the embedded database included. */
export function filesWith(dataDir: string, word: string): string[] {
  return readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(dataDir, name)
    if (!statSync(path).isFile()) return false
    return `${name}\n${readFileSync(path, 'latin1')}`.toLowerCase().includes(word)
  })
}
