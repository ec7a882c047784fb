import { randomBytes } from 'node:crypto'
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runAdmin } from '../client/admin/run-admin.ts'
import { startHere } from '../support/app.ts'
import { apiClient } from '../support/client.ts'
import { newEnvironment, postgres } from '../support/environment.ts'
import { load } from '../support/page.ts'
import { spawnServer } from '../support/process.ts'
import { createTestWebsite, dashboard, hmac } from '../support/website.ts'

const running: { stop(): Promise<unknown> }[] = []
afterAll(() => Promise.all(running.map((server) => server.stop())))

const delay = { MAIL_DELAY_SECONDS: '0' }

/** The server before a rotation, in this thread: the keys of a process never go back. */
async function startBefore(variables: Record<string, string | undefined>) {
  const server = await startHere({ ...variables, ...delay })
  running.push(server)
  return server
}

async function start(variables: Record<string, string | undefined>) {
  const server = spawnServer({ ...variables, ...delay })
  running.push(server)
  return { origin: await server.origin, output: server.output, stop: () => server.stop('SIGTERM') }
}

async function rotate(origin: string, rootKey: string, ...options: string[]) {
  const where = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: rootKey }
  const { code, stdout, stderr } = await runAdmin(where, 'rotate-server-key', '--json', ...options)
  return code === 0 ? JSON.parse(stdout) : stderr.trim()
}

/** The mute link in an email. */
async function muteLink(dataDir: string): Promise<string> {
  const find = () => {
    const emails = globSync(join(dataDir, 'mail/*.eml')).map((file) => readFileSync(file, 'utf8'))
    return emails.map((email) => /\/mail\/[0-9a-f]{60}/.exec(email)?.[0]).find(Boolean) ?? ''
  }
  await expect.poll(find).not.toBe('')
  return find()
}

const viewer = '{ viewer { __typename } }'
const asCustomer = { viewer: { __typename: 'Customer' } }

test('a new server key takes over without interruption, and emails under the old one stay valid', async () => {
  const { variables, remove } = await newEnvironment()
  afterAll(remove)
  const { ROOT_KEY: rootKey = '', SERVER_KEY: old, DATA_DIR: dataDir = '' } = variables
  const both = { ...variables, SERVER_KEY: randomBytes(32).toString('hex'), SERVER_KEY_PREVIOUS: old }
  const before = await startBefore(variables)
  const website = await createTestWebsite(before.origin, rootKey)
  const session = await website.openSession('jane@example.com')
  const input = { subject: 'Printer', body: 'Help' }
  await apiClient(before.origin, session.token).run('openTicket', input, '__typename')
  const link = await muteLink(dataDir)
  expect(await rotate(before.origin, rootKey)).toContain('SERVER_KEY_PREVIOUS')
  await before.stop()

  const first = await start(both)
  // On PostgreSQL, another process keeps running meanwhile.
  const second = postgres ? await start(both) : first
  expect(await apiClient(second.origin, session.token).ask(viewer)).toEqual(asCustomer)
  const rotated = await rotate(first.origin, rootKey)
  expect(rotated).toMatchObject({ secrets: 2, emailTokensUntil: expect.anything() })
  // Repeated, as after a lost response.
  for (const { origin } of [first, second]) expect(await rotate(origin, rootKey)).toEqual(rotated)
  let secret = website.secret
  for (const { origin } of [second, first]) {
    expect(await apiClient(origin, session.token).ask(viewer)).toEqual(asCustomer)
    expect((await load(origin + link)).status).toBe(200)
    const url = `${origin}/tickets/${website.websiteId}?email=a@b.test&hmac=${hmac('a@b.test', secret)}`
    expect((await load(url, { referer: dashboard })).status).toBe(200)
    const rolled = await apiClient(origin, website.apiKey).run('rollSecret', { kind: 'CUSTOMER' }, 'value')
    secret = rolled.value
  }
  await Promise.all([first.stop(), second.stop()])

  const after = await start({ ...both, SERVER_KEY_PREVIOUS: undefined })
  const url = `${after.origin}/tickets/${website.websiteId}?email=a@b.test&hmac=${hmac('a@b.test', secret)}`
  expect((await load(url, { referer: dashboard })).status).toBe(200)
  expect((await load(after.origin + link)).status).toBe(200)
  expect((await apiClient(after.origin, session.token).send(viewer)).errors?.[0]?.extensions.code).toBe(
    'UNAUTHENTICATED',
  )
  expect(await rotate(after.origin, rootKey)).toContain('SERVER_KEY_PREVIOUS')
  await after.stop()

  const next = await start({
    ...both,
    SERVER_KEY: randomBytes(32).toString('hex'),
    SERVER_KEY_PREVIOUS: both.SERVER_KEY,
  })
  expect(await rotate(next.origin, rootKey)).toContain(rotated.emailTokensUntil)
  expect((await load(next.origin + link)).status).toBe(200)
  await next.stop()
  await expect(startBefore(variables)).rejects.toThrow('SERVER_KEY is not the key')
  await (await import('../../server/database/db.ts')).closeDb()
})

test.runIf(postgres)(
  'links in emails under the old key work in every process until one process ends them',
  async () => {
    const { variables, remove } = await newEnvironment()
    afterAll(remove)
    const { ROOT_KEY: rootKey = '', SERVER_KEY: old, DATA_DIR: dataDir = '' } = variables
    const before = await startBefore(variables)
    const website = await createTestWebsite(before.origin, rootKey)
    const jane = await website.customer('jane@example.com')
    await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, '__typename')
    const link = await muteLink(dataDir)
    await before.stop()

    const both = { ...variables, SERVER_KEY: randomBytes(32).toString('hex'), SERVER_KEY_PREVIOUS: old }
    const [first, second] = await Promise.all([start(both), start(both)])
    const origins = [first.origin, second.origin]
    const statuses = () => Promise.all(origins.map(async (origin) => (await load(origin + link)).status))
    await rotate(first.origin, rootKey, '--email-days', '1')
    await expect.poll(second.output).toMatch(/server key rotated|another process rotated the server key/)
    expect(await statuses()).toEqual([200, 200])
    await rotate(first.origin, rootKey, '--email-days', '0')
    await expect.poll(statuses).toEqual([404, 404])
    await Promise.all([first.stop(), second.stop()])
  },
)

test.runIf(postgres)(
  'two concurrent rotations are one, and an email-only process signs with the new key',
  async () => {
    const { variables, remove } = await newEnvironment()
    afterAll(remove)
    const { ROOT_KEY: rootKey = '', SERVER_KEY: old, DATA_DIR: dataDir = '' } = variables
    const both = { ...variables, SERVER_KEY: randomBytes(32).toString('hex'), SERVER_KEY_PREVIOUS: old }
    // This must start first: a new database takes the key of the first process.
    await (await startBefore(variables)).stop()
    const web = await start({ ...both, ROLE: 'web' })
    const worker = await start({ ...both, ROLE: 'worker', PUBLIC_URL: web.origin })
    const website = await createTestWebsite(web.origin, rootKey)

    const [one, other] = await Promise.all([rotate(web.origin, rootKey), rotate(web.origin, rootKey)])
    expect(one).toMatchObject({ secrets: 2 })
    expect(other).toEqual(one)
    await expect.poll(worker.output).toContain('another process rotated the server key')
    expect(await rotate(web.origin, rootKey, '--email-days', '0')).toMatchObject({ secrets: 2 })
    const jane = await website.customer('jane@example.com')
    await jane.run('openTicket', { subject: 'Printer', body: 'Help' }, '__typename')
    expect((await load(web.origin + (await muteLink(dataDir)))).status).toBe(200)
  },
)

test.skipIf(postgres)('a generated key is rotated in its file, even if that was interrupted', async () => {
  const { variables, remove } = await newEnvironment()
  afterAll(remove)
  const { ROOT_KEY: rootKey = '', DATA_DIR = '' } = variables
  const own = { ...variables, SERVER_KEY: undefined }
  const file = join(DATA_DIR, 'server.key')
  const before = await start(own)
  const website = await createTestWebsite(before.origin, rootKey)
  const old = readFileSync(file, 'utf8')
  expect(await rotate(before.origin, rootKey)).toMatchObject({ secrets: 2 })
  const made = readFileSync(file, 'utf8')
  expect(made).not.toBe(old)
  expect(await rotate(before.origin, rootKey, '--email-days', '0')).toMatchObject({ secrets: 2 })
  const latest = readFileSync(file, 'utf8')
  await before.stop()

  // As if the process had died between the transaction and the change of files.
  renameSync(file, `${file}.new`)
  writeFileSync(file, made)
  const after = await start(own)
  expect(readFileSync(file, 'utf8')).toBe(latest)
  const url = `${after.origin}/tickets/${website.websiteId}?email=a@b.test&hmac=${hmac('a@b.test', website.secret)}`
  expect((await load(url, { referer: dashboard })).status).toBe(200)
})
