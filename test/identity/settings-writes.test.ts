import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { byCaller, everyCaller, groups } from '../support/callers.ts'
import { apiClient, capitalise } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { seal, sha256 } = await import('../../server/keys/keys.ts')
const { encodeGlobalID } = await import('../../server/api/global-id.ts')
const { website, callers } = await everyCaller(origin, rootKey)
const { websiteId } = website
await db.apiKey.create({
  data: { websiteId, name: 'Settings', hash: sha256('tck_settings'), scopes: ['SETTINGS_WRITE'] },
})
const everybody = { ...callers, settingsKey: apiClient(origin, 'tck_settings') }

const { anonymous } = groups
const forbidden = 'owner participant other stranger agent reader writer bareKey root'
const mine = 'admin fullKey settingsKey'
const theirs = 'foreignAdmin foreignKey'
/** Everybody changes their own website; nobody finds anything of another. */
const makes = { ...anonymous, ok: `${mine} ${theirs}`, FORBIDDEN: forbidden }
const finds = { ...anonymous, ok: mine, NotFound: theirs, FORBIDDEN: forbidden }
/** What lets others sign in is not for a key that may only write settings. */
const notSettings = { FORBIDDEN: `${forbidden} settingsKey` }
const makesAccess = { ...anonymous, ok: `admin fullKey ${theirs}`, ...notSettings }
const findsAccess = { ...anonymous, ok: 'admin fullKey', NotFound: theirs, ...notSettings }

const category = () => db.category.create({ data: { websiteId, name: 'Billing', position: 1 } })
const faq = () => db.faq.create({ data: { websiteId, question: 'Q', answer: 'A', position: 1 } })
const domain = () =>
  db.allowedDomain.create({ data: { websiteId, domain: `${crypto.randomUUID()}.acme.com` } })
const secret = () =>
  db.signingSecret.create({
    data: seal('a secret of thirty-two characters', { websiteId, kind: 'CUSTOMER' }),
  })
const operator = () => {
  const email = `${crypto.randomUUID()}@acme.com`
  return db.operator.create({ data: { websiteId, email, name: 'New', role: 'AGENT' } })
}
/** An operator whose invitation the mail server refused. */
const notInvited = async () => {
  const { id, email } = await operator()
  const link = { websiteId, email, invitation: true, state: 'FAILED', expiresAt: new Date() } as const
  return db.operator.update({ where: { id }, data: { invitation: { create: link } } })
}
const key = () => db.apiKey.create({ data: { websiteId, name: 'K', hash: crypto.randomUUID(), scopes: [] } })
const idOf = async (type: string, row: Promise<{ id: string }>) => ({
  id: encodeGlobalID(type, (await row).id),
})

const rows: Record<string, [verdicts: typeof makes, input: () => Promise<object> | object]> = {
  createCategory: [makes, () => ({ name: crypto.randomUUID() })],
  updateCategory: [
    finds,
    async () => ({ ...(await idOf('Category', category())), name: crypto.randomUUID() }),
  ],
  moveCategory: [finds, async () => ({ ...(await idOf('Category', category())), position: 1 })],
  deleteCategory: [finds, () => idOf('Category', category())],
  createFaq: [makes, () => ({ question: 'Q', answer: 'A' })],
  updateFaq: [finds, async () => ({ ...(await idOf('Faq', faq())), answer: 'B' })],
  moveFaq: [finds, async () => ({ ...(await idOf('Faq', faq())), position: 1 })],
  deleteFaq: [finds, () => idOf('Faq', faq())],
  addAllowedDomain: [makes, () => ({ domain: 'new.acme.com' })],
  removeAllowedDomain: [finds, () => idOf('AllowedDomain', domain())],
  revealSecret: [findsAccess, () => idOf('SigningSecret', secret())],
  rollSecret: [makesAccess, () => ({ kind: 'CUSTOMER' })],
  revokeSecret: [finds, () => idOf('SigningSecret', secret())],
  updateCustomization: [makes, () => ({ headHtml: '' })],
  updateWebsite: [makes, () => ({ name: 'Acme' })],
  updateEmailSettings: [makes, () => ({ content: 'EXCERPT' })],
  sendTestEmail: [makes, () => ({ to: 'ada@acme.com' })],
  addOperator: [makesAccess, () => ({ name: 'N', email: `${crypto.randomUUID()}@acme.com`, role: 'AGENT' })],
  updateOperator: [findsAccess, async () => ({ ...(await idOf('Operator', operator())), name: 'Other' })],
  removeOperator: [finds, () => idOf('Operator', operator())],
  resendInvitation: [findsAccess, () => idOf('Operator', notInvited())],
  createApiKey: [makes, () => ({ name: 'K', scopes: ['SETTINGS_WRITE'] })],
  revokeApiKey: [finds, () => idOf('ApiKey', key())],
}

describe('of the settings, who may', () => {
  test.for(Object.entries(rows))('%s', async ([verb, [verdicts, input]]) => {
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(everybody)) {
      // At most five are allowed: make room for each caller.
      await db.faq.deleteMany()
      const answer = await outcome(client, verb, (await input()) as Record<string, unknown>)
      answers[caller] = answer === `${capitalise(verb)}Payload` ? 'ok' : answer
    }
    expect(answers).toEqual(byCaller(everybody, verdicts))
  })

  test('is explained to a key without the right, with its missing scopes', async () => {
    const query =
      'mutation { rollSecret(input: { kind: OPERATOR }) { __typename } updateWebsite(input: {}) { __typename } }'
    const named = async (client: typeof callers.admin) =>
      (await client.send(query)).errors?.map(({ message, extensions }) => [message, extensions.missingScopes])
    const roll = 'Only administrators and keys with TICKETS_WRITE, SETTINGS_READ, SETTINGS_WRITE can do this'
    const update = 'Only administrators and keys with SETTINGS_WRITE can do this'
    expect(await named(everybody.settingsKey)).toEqual([[roll, ['TICKETS_WRITE', 'SETTINGS_READ']]])
    expect(await named(callers.bareKey)).toEqual([
      [roll, ['TICKETS_WRITE', 'SETTINGS_WRITE']],
      [update, ['SETTINGS_WRITE']],
    ])
    expect(await named(callers.agent)).toEqual([
      [roll, undefined],
      [update, undefined],
    ])
  })

  test('read them', async () => {
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(everybody)) {
      const { data, errors } = await client.send('{ website { settings { headHtml secrets { id } } } }')
      answers[caller] = errors ? String(errors[0]?.extensions.code) : data.website.settings ? 'ok' : 'null'
    }
    expect(answers).toEqual(
      byCaller(everybody, {
        UNAUTHENTICATED: 'nobody refused',
        FORBIDDEN: 'root',
        ok: 'admin foreignAdmin bareKey fullKey foreignKey',
        null: 'owner participant other stranger agent reader writer settingsKey',
      }),
    )
  })

  test('find their parts by node', async () => {
    const ids = [
      encodeGlobalID('SigningSecret', (await secret()).id),
      encodeGlobalID('AllowedDomain', (await domain()).id),
      encodeGlobalID('ApiKey', (await key()).id),
    ]
    const found = async (client: typeof callers.admin) =>
      (await client.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).nodes.filter(Boolean)
        .length
    expect(await found(callers.admin)).toBe(3)
    for (const client of [callers.owner, callers.agent, callers.writer, callers.foreignAdmin]) {
      expect(await found(client)).toBe(0)
    }
  })
})
