/**
 * Kills a server twenty times in the middle of many writes and looks for what is missing.
 * By hand, as it takes minutes: `node test/durability/kill-rounds.ts [rounds]`, on the embedded database, or on a new
 * database of the PostgreSQL server that TEST_DATABASE_URL names.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'
import { killRound } from './kill-round.ts'

const rounds = Number(process.argv[2] ?? 20)
const key = () => randomBytes(32).toString('hex')
const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-kill-'))
const rootKey = key()
const variables: Record<string, string> = {
  DATA_DIR: dataDir,
  PORT: '0',
  DEMO: 'off',
  SERVER_KEY: key(),
  ROOT_KEY: rootKey,
}

const url = process.env.TEST_DATABASE_URL
if (url) {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const name = `kill_${Date.now()}`
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const target = new URL(url)
  target.pathname = `/${name}`
  variables.DATABASE_URL = target.href
}

let server = spawnServer(variables)
const { apiKey } = await createTestWebsite(await server.origin, rootKey)
let total = 0
for (let round = 1; round <= rounds; round++) {
  const outcome = await killRound(server, variables, apiKey, round)
  server = outcome.server
  total += outcome.acknowledged
  console.log(`round ${round}: ${outcome.acknowledged} acknowledged writes, all there`)
}
console.log(`${rounds} rounds, ${total} acknowledged writes, none lost`)
await server.stop('SIGTERM')
rmSync(dataDir, { recursive: true, force: true })
