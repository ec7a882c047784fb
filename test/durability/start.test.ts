import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startHere } from '../support/app.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite } from '../support/website.ts'

function start(variables: Record<string, string | undefined>, script?: string) {
  const server = spawnServer(variables, undefined, script)
  onTestFinished(async () => {
    await server.stop()
  })
  return server
}

/** A process that does of a start only what the lock is for. */
const opening = 'test/durability/open-database.ts'

async function environment() {
  const { variables, remove } = await newEnvironment()
  onTestFinished(remove)
  return variables
}

// On a PostgreSQL server, server-key.test.ts starts with the wrong key, too.
describe.skipIf(postgres)('a server that must not start', () => {
  test('explains that DATABASE_URL needs SERVER_KEY', async () => {
    const server = start({ DATABASE_URL: 'postgresql://localhost:1/none', PORT: '0' })
    expect((await server.exited).code).toBe(1)
    expect(server.output()).toContain('SERVER_KEY is required with DATABASE_URL')
  })

  test('names an invalid variable in a sentence', async () => {
    const server = start({ PORT: 'abc' })
    expect((await server.exited).code).toBe(1)
    expect(server.output().trim().split('\n')).toEqual([expect.stringMatching(/^Configuration: PORT: .+/)])
  })

  test('explains in a sentence with the variable that it cannot use the database', async () => {
    const address = 'postgresql://app:a-password@127.0.0.1:1/none'
    const server = start({
      DATABASE_URL: address,
      SERVER_KEY: randomBytes(32).toString('hex'),
      PORT: '0',
      LOG_LEVEL: 'silent',
    })
    expect((await server.exited).code).toBe(1)
    expect(server.output().trim()).toBe(
      'DATABASE_URL: cannot use the database: connect ECONNREFUSED 127.0.0.1:1',
    )
  })

  test('explains that SERVER_KEY differs from the one that the database was set up with', async () => {
    const variables = await environment()
    const first = await startHere(variables)
    await first.stop()
    const other = start({ ...variables, SERVER_KEY: variables.SERVER_KEY?.split('').reverse().join('') })
    expect((await other.exited).code).toBe(1)
    expect(other.output()).toContain('SERVER_KEY is not the key this database was set up with')
    expect(other.output()).not.toContain(variables.SERVER_KEY)
    const again = await startHere(variables)
    onTestFinished(again.stop)
    expect(again.origin).toMatch(/^http/)
  })

  test('explains that a key file is broken, and leaves it unchanged', async () => {
    const variables = await environment()
    const file = join(variables.DATA_DIR ?? '', 'root.key')
    mkdirSync(variables.DATA_DIR ?? '', { recursive: true })
    writeFileSync(file, '\n')
    const server = start({ ...variables, ROOT_KEY: '', LOG_LEVEL: 'silent' })
    expect((await server.exited).code).toBe(1)
    expect(server.output().trim()).toBe(`${file}: not a key: restore the file from a backup`)
    expect(readFileSync(file, 'utf8')).toBe('\n')
  })

  test('names the process that has the data directory open, and does not disturb it', async () => {
    const variables = await environment()
    const first = await startHere(variables)
    onTestFinished(first.stop)
    const second = start(variables)
    expect((await second.exited).code).toBe(1)
    expect(second.output()).toContain(`is in use by process ${process.pid}`)
    await createTestWebsite(first.origin, variables.ROOT_KEY ?? '')
    const third = start(variables, opening)
    expect((await third.exited).code, 'the second left the lock where it was').toBe(1)
  })
})

describe.skipIf(postgres)('a leftover lock file', () => {
  test('lets one of several concurrent starts in', async () => {
    const variables = await environment()
    writeFileSync(join(variables.DATA_DIR ?? '', 'db.lock'), String(await pidOfTheDead()))
    const servers = Array.from({ length: 4 }, () => start(variables, opening))
    const outcomes = await Promise.allSettled(servers.map((server) => server.origin))
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ])
  })
})

async function pidOfTheDead() {
  const child = spawn(process.execPath, ['--version'])
  await once(child, 'close')
  return child.pid
}

describe.skipIf(!postgres)('concurrent starts on one empty PostgreSQL database', () => {
  test('all run; one of them migrates', async () => {
    const variables = await environment()
    const url = new URL(variables.DATABASE_URL ?? '')
    const admin = new pg.Client({ connectionString: postgres })
    await admin.connect()
    const name = `empty_${url.pathname.slice(1)}`
    await admin.query(`CREATE DATABASE ${name}`)
    await admin.end()
    url.pathname = `/${name}`
    const servers = Array.from({ length: 2 }, () => start({ ...variables, DATABASE_URL: url.href }))
    const origins = await Promise.all(servers.map((server) => server.origin))
    expect(new Set(origins).size).toBe(2)
    expect(servers.filter((server) => server.output().includes('database migrated'))).toHaveLength(1)
    const website = await createTestWebsite(origins[0] as string, variables.ROOT_KEY ?? '')
    const elsewhere = await createTestWebsite(origins[1] as string, variables.ROOT_KEY ?? '')
    expect(website.websiteId).not.toBe(elsewhere.websiteId)
  })
})
