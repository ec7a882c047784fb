import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { createTestWebsite } from '../support/website.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const fresh = () => createTestWebsite(origin, rootKey)

describe('the audit log', () => {
  test('shows who changed what and when, without secrets', async () => {
    const website = await fresh()
    const admin = await website.operator()
    await admin.run('addAllowedDomain', { domain: 'Shop.ACME.com' }, '__typename')
    const { value } = await website.key.run('rollSecret', { kind: 'CUSTOMER', overlapHours: 1 }, 'value')
    const { text } = await admin.run('createApiKey', { name: 'Bot', scopes: ['TICKETS_READ'] }, 'text')
    const read =
      await admin.ask(`{ website { settings { auditEvents(first: 3) { pageInfo { hasNextPage } edges { node {
      action createdAt details { name value } actor { __typename ... on Operator { name } ... on Integration { name } }
    } } } } } }`)
    const { edges, pageInfo } = read.website.settings.auditEvents
    expect(pageInfo.hasNextPage).toBe(true)
    expect(edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { action: 'createApiKey', actor: { name: 'Ada' } },
      { action: 'rollSecret', actor: { __typename: 'Integration', name: 'Acme' } },
      { action: 'addAllowedDomain', details: [{ name: 'domain', value: 'shop.acme.com' }] },
    ])
    const rows = JSON.stringify(await db.auditEvent.findMany())
    for (const secret of [value, text, website.secret, website.apiKey]) expect(rows).not.toContain(secret)
  })

  test('shows mutations of 0.1.0 by their current names', async () => {
    const { websiteId, key } = await fresh()
    const actions = ['updateMailSettings', 'sendTestMail', 'discardQuarantinedMail', 'addFaq']
    const row = { websiteId, actorKind: 'ROOT', details: {} } as const
    for (const action of actions) await db.auditEvent.create({ data: { ...row, action } })
    const read = await key.ask(
      '{ website { settings { auditEvents(first: 4) { nodes: edges { node { action } } } } } }',
    )
    const { nodes } = read.website.settings.auditEvents
    expect(nodes.map(({ node }: { node: { action: string } }) => node.action).reverse()).toEqual([
      'updateEmailSettings',
      'sendTestEmail',
      'discardQuarantinedEmail',
      'addFaq',
    ])
  })

  test('contains nothing of a refused change', async () => {
    const website = await fresh()
    const before = await db.auditEvent.count({ where: { websiteId: website.websiteId } })
    await website.key.attempt('addAllowedDomain', { domain: '*.com' })
    await (await website.operator('olaf@acme.com')).send(
      'mutation { createFaq(input: { question: "Q", answer: "A" }) { __typename } }',
    )
    expect(await db.auditEvent.count({ where: { websiteId: website.websiteId } })).toBe(before)
  })
})

describe('participants', () => {
  test('are ignored while turned off, and accepted once turned on', async () => {
    const website = await fresh()
    const open = async () => {
      const customer = await website.customer('jane@example.com', { participants: ['joe@example.com'] })
      const payload = 'ignoredParticipants ticket { participants { email } }'
      const { ticket, ignoredParticipants } = await customer.run(
        'openTicket',
        { subject: 'S', body: 'B' },
        payload,
      )
      return [ticket.participants, ignoredParticipants]
    }
    expect(await open()).toEqual([[], ['joe@example.com']])
    await website.key.run('updateWebsite', { participantsEnabled: true }, '__typename')
    expect(await open()).toEqual([[{ email: 'joe@example.com' }], []])
  })
})
