import { describe, expect, test } from 'vitest'
import { runAdmin } from '../client/admin/run-admin.ts'
import { startEmailing } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { addEndpoint, deliveriesOf } from '../support/webhooks.ts'

const { company, origin } = await startEmailing()
const { db } = await import('../../server/database/db.ts')
const sample = (name: string) => new URL(`samples/${name}`, import.meta.url).pathname

async function importing(system: string, names: string[], ...more: string[]) {
  const website = await company()
  const { key, apiKey } = website
  const { id } = await addEndpoint(key, 'https://webhooks.invalid/')
  const env = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: apiKey }
  const run = async () => {
    const { code, stdout, stderr } = await runAdmin(
      env,
      ...['import', system, ...names.map(sample), '--json', ...more],
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return JSON.parse(stdout)
  }
  const report = await run()
  await idle()
  const { websiteId } = website
  expect(await db.email.findMany({ where: { thread: { ticket: { websiteId } } } })).toEqual([])
  expect(await deliveriesOf(key, id)).toEqual([])
  const { tickets } = await key.ask(`{ tickets(orderBy: CREATED_OLDEST) { edges { node {
    externalId number subject status createdAt solvedAt categoryName customer { email nickname }
    messages(first: 9) { edges { node { createdAt body author { ... on Customer { name } ... on Operator { name } ... on Integration { name } } } } }
  } } } }`)
  return {
    report,
    run,
    tickets: tickets.edges.map(({ node: { messages, ...ticket } }: { node: Node }) => ({
      ...ticket,
      messages: messages.edges.map(
        ({ node }) => `${node.createdAt.slice(0, 16)} ${node.author.name}: ${node.body}`,
      ),
    })),
  }
}

interface Node {
  messages: { edges: { node: { createdAt: string; body: string; author: { name: string } } }[] }
}

const solved = {
  number: 1,
  subject: 'Broken printer',
  status: 'SOLVED',
  createdAt: '2022-03-01T09:00:00.000Z',
  customer: { email: 'jane@example.com', nickname: 'Jane Doe' },
}

describe('without emails and webhooks, an export of', () => {
  test('Zendesk is imported with its users, once', async () => {
    const { report, run, tickets } = await importing('zendesk', [
      'zendesk-users.jsonl',
      'zendesk-tickets.jsonl',
    ])
    expect(report).toMatchObject({ tickets: 1, messages: 3, privateNotes: 1, skipped: 2, known: 0 })
    expect(report.skippedTickets).toEqual([
      { externalId: 'zendesk-36', reason: 'its customer has no email address' },
      { externalId: 'zendesk-37', reason: 'it has no message with a text and a time' },
    ])
    expect(tickets).toEqual([
      expect.objectContaining({
        ...solved,
        externalId: 'zendesk-35',
        subject: 'Broken {printer}',
        messages: [
          '2022-03-01T09:00 Jane Doe: It says "PC LOAD LETTER" \\ {\n\nphoto.png <https://acme.zendesk.com/attachments/photo.png>',
          '2022-03-01T10:00 Ada Lovelace: Add paper',
          '2022-03-01T11:00 Борис: Спасибо',
        ],
      }),
    ])
    expect(await run()).toMatchObject({ tickets: 0, known: 1, skipped: 2 })
  })

  test('Freshdesk is imported with its conversations', async () => {
    const { tickets } = await importing('freshdesk', ['freshdesk.json'])
    expect(tickets).toEqual([
      expect.objectContaining({
        ...solved,
        categoryName: 'Problem',
        solvedAt: '2022-03-03T09:00:00.000Z',
        messages: [
          '2022-03-01T09:00 Jane Doe: It is on fire',
          '2022-03-01T10:00 Ada Lovelace: Use water',
          '2022-03-01T11:00 Jane Doe: Thanks',
          '2022-03-01T12:00 Acme: Same here',
        ],
      }),
    ])
  })

  test('Intercom is imported without its notes', async () => {
    const { tickets } = await importing('intercom', ['intercom.json'])
    expect(tickets).toEqual([
      expect.objectContaining({
        ...solved,
        solvedAt: '2022-03-03T09:00:00.000Z',
        messages: [
          '2022-03-01T09:00 Jane Doe: It is on fire',
          '2022-03-01T10:00 Ada Lovelace: Use water',
          '2022-03-01T10:20 Fin: Glad to help',
        ],
      }),
    ])
  })

  test('Crisp is imported with the addresses of its files', async () => {
    const { tickets } = await importing('crisp', ['crisp.json'])
    expect(tickets).toEqual([
      expect.objectContaining({
        ...solved,
        categoryName: 'billing',
        messages: [
          '2022-03-01T09:00 Jane Doe: It is on fire',
          '2022-03-01T10:00 Fiona: Use **water**',
          '2022-03-01T10:01 Fiona: manual.pdf: https://storage.crisp.chat/manual.pdf',
          '2022-03-01T10:02 Fiona: Is it out?',
        ],
      }),
    ])
  })

  test('one system does not hide the tickets of another', async () => {
    const website = await company()
    const env = { TICKET_CENTER_URL: origin, TICKET_CENTER_KEY: website.apiKey }
    const run = async (...words: string[]) =>
      JSON.parse((await runAdmin(env, 'import', ...words, '--json')).stdout)
    const file = sample('intercom.json')
    expect(await run('intercom', file)).toMatchObject({ tickets: 1, known: 0 })
    expect(await run('intercom', file, '--prefix', 'acme-us-')).toMatchObject({ tickets: 1, known: 0 })
    expect(await run('intercom', file)).toMatchObject({ tickets: 0, known: 1 })
  })

  test('a table in CSV is imported, except for what the server refuses', async () => {
    const { report, tickets } = await importing('csv', ['tickets.csv'])
    expect(report).toMatchObject({ tickets: 2, messages: 3, skipped: 1 })
    expect(report.skippedTickets[0]).toMatchObject({ externalId: 'A-3' })
    expect(tickets[0]).toMatchObject({
      ...solved,
      subject: 'Broken, again',
      messages: ['2022-03-01T09:00 Jane Doe: It says "no".\nReally.', '2022-03-01T10:00 Ada: Use water'],
    })
  })

  test('any system is only checked in a dry run, with the same report', async () => {
    const { report, tickets } = await importing('crisp', ['crisp.json'], '--dry-run')
    expect(report).toMatchObject({ dryRun: true, tickets: 1, messages: 4 })
    expect(tickets).toEqual([])
    const { dryRun, ...dry } = (await importing('csv', ['tickets.csv'], '--dry-run')).report
    expect({ ...dry, dryRun: false }).toEqual((await importing('csv', ['tickets.csv'])).report)
  })
})
