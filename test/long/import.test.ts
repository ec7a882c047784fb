import { execFile } from 'node:child_process'
import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { idle } from '../support/jobs.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey, mailServer } = await startApp()
const [tickets, messages] = [10_000, 4]
/** Megabytes of the command's heap, of which Node's and its own code take half. The file has over a hundred. */
const heap = 64

async function writeExport(): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'import-')), 'tickets.jsonl')
  const body = 'It has been on fire since Monday. Вот. '.repeat(60)
  const at = (ticket: number, minute: number) =>
    new Date(1_600_000_000_000 + ticket * 3_600_000 + minute * 60_000)
  function* lines() {
    for (let id = 1; id <= tickets; id++) {
      const customer = {
        id: 1_000 + (id % 500),
        role: 'end-user',
        email: `c${id % 500}@example.com`,
        name: 'Jane',
      }
      const agent = { id: 1, role: 'agent', email: 'ada@acme.com', name: 'Ada' }
      const comments = Array.from({ length: messages }, (_, index) => {
        const author = index % 2 ? agent : customer
        return {
          id: id * 10 + index,
          author_id: author.id,
          author,
          body,
          public: true,
          created_at: at(id, index),
        }
      })
      const ticket = {
        id,
        subject: `Printer ${id}`,
        status: id % 5 ? 'closed' : 'open',
        comments,
        created_at: at(id, 0),
      }
      yield `${JSON.stringify({ ...ticket, requester_id: customer.id, requester: customer })}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
  return path
}

test('ten thousand tickets with 40,000 messages are imported in order, with little memory and no email', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const main = join(import.meta.dirname, '../../client/admin/main.ts')
  const env = {
    PATH: process.env.PATH,
    NODE_OPTIONS: `--max-old-space-size=${heap}`,
    TICKET_CENTER_URL: origin,
    TICKET_CENTER_KEY: website.apiKey,
  }
  const words = ['import', 'zendesk', await writeExport(), '--json']
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env, cwd: tmpdir() })
  expect(JSON.parse(stdout)).toMatchObject({ tickets, messages: tickets * messages, skipped: 0, known: 0 })

  await idle()
  expect(mailServer.emails).toEqual([])
  const found = await website.key.ask(
    '{ tickets(first: 1) { totalCount } ticketByNumber(number: 10000) { subject } }',
  )
  expect(found).toEqual({
    tickets: { totalCount: tickets },
    ticketByNumber: { subject: 'Printer 10000' },
  })
})
