import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runAdmin } from '../client/admin/run-admin.ts'
import { startApp } from '../support/app.ts'
import { listen } from '../support/listen.ts'
import { createTestWebsite, type TestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const count = 350

/** A file with more tickets than three calls hold. */
function table(): string {
  const row = (index: number) =>
    `T-${index},Printer,solved,jane@example.com,customer,2022-03-01T09:00:00Z,It is on fire`
  const path = join(mkdtempSync(join(tmpdir(), 'import-')), 'tickets.csv')
  const head = 'ticket,subject,status,customer_email,author,created_at,body'
  writeFileSync(path, [head, ...Array.from({ length: count }, (_, index) => row(index))].join('\n'))
  return path
}

/** Forwards calls to the server. `pass` sees the answer to each, by its number, and may keep it from the caller. */
async function startProxy(pass: (call: number, response: ServerResponse) => boolean): Promise<string> {
  let calls = 0
  const proxy = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { authorization = '' } = request.headers
    const answer = await fetch(`${origin}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: Buffer.concat(chunks),
    })
    const text = await answer.text()
    calls++
    if (pass(calls, response)) response.writeHead(answer.status).end(text)
  })
  onTestFinished(() => void proxy.close())
  return `http://127.0.0.1:${await listen(proxy, 0)}`
}

/** Each ticket is there once, with the numbers from 1 on. */
async function expectAll({ key }: TestWebsite): Promise<void> {
  const query = '{ tickets(orderBy: CREATED_NEWEST, first: 1) { totalCount } }'
  const { tickets } = await key.ask(query)
  expect(tickets.totalCount).toBe(count)
  expect(await key.ask(`{ ticketByNumber(number: ${count}) { number } }`)).toBeTruthy()
}

const environment = (url: string, { apiKey }: TestWebsite) => ({
  TICKET_CENTER_URL: url,
  TICKET_CENTER_KEY: apiKey,
})

test('an import goes on after answers that were lost, and errors of a gateway', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const url = await startProxy((call, response) => {
    if (call === 2) response.destroy()
    else if (call === 4) response.writeHead(502).end('<h1>Bad gateway</h1>')
    else return true
    return false
  })
  const { code, stdout } = await runAdmin(environment(url, website), 'import', 'csv', table(), '--json')
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { tickets: 150, known: 200, skipped: 0 }])
  await expectAll(website)
})

test('an import that cannot go on reports what it has done, and continues when it is run again', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const url = await startProxy((call, response) => {
    if (call === 1) return true
    response.writeHead(400).end('{"errors":[{"message":"Broken on purpose"}]}')
    return false
  })
  const path = table()
  const first = await runAdmin(environment(url, website), 'import', 'csv', path, '--json')
  expect([first.code, first.stderr, JSON.parse(first.stdout)]).toMatchObject([
    1,
    'Broken on purpose\n',
    { tickets: 100 },
  ])
  const { stdout } = await runAdmin(environment(origin, website), 'import', 'csv', path, '--json')
  expect(JSON.parse(stdout)).toMatchObject({ tickets: 150, known: 200 })
  await expectAll(website)
})

test('an import that is killed continues when it is run again', async () => {
  const website = await createTestWebsite(origin, rootKey)
  const second = Promise.withResolvers<void>()
  const url = await startProxy((call) => {
    if (call === 2) second.resolve()
    return call === 1
  })
  const path = table()
  const main = join(import.meta.dirname, '../../client/admin/main.ts')
  const { PATH } = process.env
  const child = spawn(process.execPath, [main, 'import', 'csv', path], {
    cwd: tmpdir(),
    env: { PATH, ...environment(url, website) },
  })
  await second.promise
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { stdout } = await runAdmin(environment(origin, website), 'import', 'csv', path, '--json')
  expect(JSON.parse(stdout)).toMatchObject({ tickets: 150, known: 200 })
  await expectAll(website)
})
