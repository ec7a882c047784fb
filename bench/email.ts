import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { ConstructorOptions } from 'pg-boss'
import { openEmbedded } from '../server/database/embedded.ts'
import { addEmails, addJobs, addNews, type Database } from './email-data.ts'
import { startSink } from './email-sink.ts'
import { newDatabase } from './new-database.ts'
import { start } from './server.ts'

// The full email queue against the limit: the same email and mail server, alternating, in one run.
const emails = Number(process.argv[2] ?? 10_000)
const news = Number(process.argv[3] ?? 2_000)
const answersEach = 10
const limitEmails = 5_000

const sink = await startSink()
for (const database of ['embedded', 'PostgreSQL']) await measure(database)
await sink.close()

async function measure(name: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'ticket-center-bench-'))
  const url = name === 'PostgreSQL' ? await newDatabase() : ''
  const variables = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    SERVER_KEY: randomBytes(32).toString('hex'),
    ROOT_KEY: randomBytes(32).toString('hex'),
    PORT: '0',
    DEMO: 'off',
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    SMTP_URL: sink.url,
    MAIL_FROM: 'tickets@example.com',
    MAIL_DELAY_SECONDS: '0',
    MAIL_HOURLY_LIMIT: '1000000',
  }
  const first = await start('server/index.ts', variables)
  const websiteId = await createWebsite(first.origin, variables.ROOT_KEY)
  await first.stop()

  for (const [what, count] of [
    ['send', emails],
    ['plan and send', news],
  ] as const) {
    await withDatabase(url, dataDir, async (database, queue) => {
      const isSending = what === 'send'
      const data = isSending
        ? await addEmails(database, websiteId, count / answersEach, answersEach)
        : await addNews(database, websiteId, count)
      await addJobs(queue, isSending ? 'mail' : 'ticket-news', data)
    })
    const server = await start('server/index.ts', variables)
    const before = server.cpu()
    const begun = performance.now()
    await sink.taken(count)
    const perSecond = (count * 1_000) / (performance.now() - begun)
    const used = ((server.cpu() - before) * 1_000) / count
    const memory = server.peakMemory()
    await server.stop()
    const limit = await limitOf(dataDir)
    console.log(
      `${`${what}, ${name}`.padEnd(26)} ${perSecond.toFixed(0).padStart(6)}/s   limit ${limit.toFixed(0).padStart(6)}/s   ` +
        `ratio ${(perSecond / limit).toFixed(2)}   server ${used.toFixed(2)} ms CPU an email   memory at most ${memory.toFixed(0)} MB`,
    )
  }
  rmSync(dataDir, { recursive: true })
}

/** Emails per second without a database and templates. */
async function limitOf(dataDir: string): Promise<number> {
  const file = join(dataDir, 'mail.eml')
  writeFileSync(file, sink.first())
  const { stdout } = await promisify(execFile)(process.execPath, [
    'bench/email-limit.ts',
    sink.url,
    file,
    String(limitEmails),
  ])
  await sink.taken(limitEmails + 1)
  return Number(stdout)
}

async function withDatabase(
  url: string,
  dataDir: string,
  work: (database: Database, queue: ConstructorOptions) => Promise<void>,
): Promise<void> {
  if (url) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await work(client, { connectionString: url })
    await client.end()
  } else {
    const { jobs, close } = await openEmbedded(dataDir)
    await work(jobs, { db: { executeSql: (text, values) => jobs.query(text, values) } })
    await close()
  }
}

async function createWebsite(origin: string, rootKey: string): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rootKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { createWebsite(input: { name: "Acme", allowedDomains: ["app.acme.com"] }) {
        ... on CreateWebsitePayload { websiteId } } }`,
    }),
  })
  const { data } = (await response.json()) as { data: { createWebsite: { websiteId: string } } }
  return data.createWebsite.websiteId
}
