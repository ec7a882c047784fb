import { describe, expect, test } from 'vitest'
import { rowId, startReceivingEmails } from '../support/emailing.ts'
import { idle } from '../support/jobs.ts'
import { upload } from '../support/upload.ts'

const { db, company } = await startReceivingEmails()
const { applyRetention } = await import('../../server/erasure/retention.ts')
const { deleteFiles } = await import('../../server/attachments/delete-files.ts')
const { storage } = await import('../../server/attachments/storage/storage.ts')

const jane = 'jane@example.com'
type Company = Awaited<ReturnType<typeof company>>

/** A ticket with a file that was solved this many months ago, and the key of its file. */
async function solvedTicket(website: Company, months: number) {
  const customer = await website.customer(jane, { participants: ['joe@example.com'] })
  const attachmentIds = [await upload(customer)]
  const id = await website.open(jane, { attachmentIds, participants: ['joe@example.com'] })
  await website.reply(id, 'Restart it')
  const files = [await upload(website.team)]
  await website.team.run('addNote', { ticketId: id, body: 'A regular', attachmentIds: files }, '__typename')
  await website.team.run('proposeReply', { ticketId: id, body: 'Buy one' }, '__typename')
  await website.team.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
  const solvedAt = new Date(Date.now() - (months * 31 + 1) * 24 * 60 * 60_000)
  await db.ticket.update({ where: { id: rowId(id) }, data: { solvedAt } })
  const { key } = await db.attachment.findFirstOrThrow({ where: { message: { ticketId: rowId(id) } } })
  return { id, key: key ?? '' }
}

const keep = (website: Company, retentionAction: string, retentionMonths = 6) =>
  website.team.run('updateWebsite', { retentionAction, retentionMonths }, '__typename')

async function isStored(key: string): Promise<boolean> {
  const file = await storage().read(key)
  file?.bytes.destroy()
  return file !== null
}

describe('tickets that were solved long ago', () => {
  test('are kept by default', async () => {
    const website = await company()
    const { id } = await solvedTicket(website, 100)
    await applyRetention()
    expect((await website.team.ask(`{ ticket(id: "${id}") { subject } }`)).ticket.subject).toBe('Printer')
  })

  test('are erased, with files and participants, but not those that are younger or open', async () => {
    const website = await company()
    await keep(website, 'ERASE')
    const old = await solvedTicket(website, 7)
    const young = await solvedTicket(website, 5)
    await applyRetention()
    await idle()
    await deleteFiles()
    const query = (id: string) =>
      `{ ticket(id: "${id}") { number status subject preview customer { email } participants { email } messages(first: 5) { edges { node { body } } } notes { body bodyHtml attachments { id } } proposedReplies { body } } }`
    const { ticket } = await website.team.ask(query(old.id))
    expect(ticket).toEqual({
      number: 1,
      status: 'SOLVED',
      subject: '[…]',
      preview: '[…]',
      customer: { email: jane },
      participants: [],
      messages: { edges: [{ node: { body: '[…]' } }, { node: { body: '[…]' } }] },
      notes: [{ body: '[…]', bodyHtml: '<p>[…]</p>', attachments: [] }],
      proposedReplies: [],
    })
    expect((await website.team.ask(query(young.id))).ticket.subject).toBe('Printer')
    expect([await isStored(old.key), await isStored(young.key)]).toEqual([false, true])
  })

  test('are erased again if they were solved again', async () => {
    const website = await company()
    await keep(website, 'ERASE')
    const { id } = await solvedTicket(website, 7)
    await applyRetention()
    await website.reply(id, 'One more thing')
    await website.team.run('setTicketStatus', { ticketId: id, status: 'SOLVED' }, '__typename')
    await applyRetention()
    const preview = async () => (await website.team.ask(`{ ticket(id: "${id}") { preview } }`)).ticket.preview
    expect(await preview()).toBe('One more thing')
    const long = new Date(Date.now() - 300 * 24 * 60 * 60_000)
    await db.ticket.update({
      where: { id: rowId(id) },
      data: { solvedAt: long, erasedAt: new Date(long.getTime() - 1) },
    })
    // What somebody else has locked is left for the next time.
    const afterRetention = () => applyRetention().then(preview)
    await expect.poll(afterRetention).toBe('[…]')
  })

  test('are deleted, if the website says so', async () => {
    const website = await company()
    await keep(website, 'DELETE')
    const old = await solvedTicket(website, 7)
    const young = await solvedTicket(website, 5)
    // What somebody else has locked is left for the next time.
    await expect
      .poll(async () => {
        await applyRetention()
        const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
        return (await website.team.ask(query, { ids: [old.id, young.id] })).nodes
      })
      .toEqual([null, { id: young.id }])
    await deleteFiles()
    expect(await isStored(old.key)).toBe(false)
    expect((await website.team.ask('{ tickets { totalCount } }')).tickets.totalCount).toBe(1)
  })
})

test.for(['ERASE', 'DELETE'])(
  'a ticket is kept while a reply to it waits, with the rule %s',
  async (action) => {
    const website = await company()
    await keep(website, action)
    const { id } = await solvedTicket(website, 7)
    await idle()
    const thread = await db.emailThread.findFirstOrThrow({ where: { ticketId: rowId(id), role: 'CUSTOMER' } })
    const email = { threadId: thread.id, raw: Buffer.from('It is back') }
    const { id: emailId } = await db.inboundEmail.create({ data: email, select: { id: true } })
    const subject = async () => (await db.ticket.findUnique({ where: { id: rowId(id) } }))?.subject
    await applyRetention()
    expect(await subject()).toBe('Printer')
    expect(await db.inboundEmail.count({ where: { id: emailId } })).toBe(1)
    await db.inboundEmail.update({ where: { id: emailId }, data: { state: 'DROPPED' }, select: { id: true } })
    await applyRetention()
    expect(await subject()).toBe(action === 'DELETE' ? undefined : '[…]')
  },
)

test('a rule is 1 to 120 months, and 0 ends it', async () => {
  const website = await company()
  for (const retentionMonths of [-1, 121]) {
    const answer = await website.team.attempt('updateWebsite', { retentionMonths })
    expect(answer).toMatchObject({ __typename: 'InvalidInput' })
  }
  const read = async () =>
    (await website.team.ask('{ website { settings { retentionMonths retentionAction } } }')).website.settings
  await keep(website, 'DELETE', 12)
  expect(await read()).toEqual({ retentionMonths: 12, retentionAction: 'DELETE' })
  await keep(website, 'ERASE', 0)
  expect(await read()).toEqual({ retentionMonths: null, retentionAction: 'ERASE' })
})
