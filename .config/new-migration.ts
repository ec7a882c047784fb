import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsPath } from '../prisma/engine.ts'
import { drift } from './drift.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run migrate:new NAME   (lower-case letters, digits and underscores)')
  process.exit(2)
}
const sql = await drift()
if (sql === null) {
  console.log('The migrations already make what schema.prisma says.')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsPath, `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`)
}
process.exit(0)
