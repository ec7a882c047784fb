import { describe, expect, test } from 'vitest'
import english from '../../client/i18n/settings/en.json' with { type: 'json' }
import { encodeGlobalID } from '../../server/api/global-id.ts'
import { startApp } from '../support/app.ts'
import { byCaller, everyCaller } from '../support/callers.ts'
import { apiClient, capitalize } from '../support/client.ts'
import { outcome } from '../support/outcome.ts'
import { settingsMutations } from '../support/settings-mutations.ts'

const { origin, rootKey } = await startApp()
const { db } = await import('../../server/database/db.ts')
const { sha256 } = await import('../../server/keys/keys.ts')
const { website, callers } = await everyCaller(origin, rootKey)
const { websiteId } = website
/** All that a key needs to let agents and customers sign in. */
const ofAgents = ['TICKETS_WRITE', 'SETTINGS_READ', 'SETTINGS_WRITE'] as const
await db.apiKey.createMany({
  data: [
    { websiteId, name: 'Settings', hash: sha256('tck_settings'), scopes: ['SETTINGS_WRITE'] },
    { websiteId, name: 'Agents', hash: sha256('tck_agents'), scopes: [...ofAgents] },
  ],
})
const mutations = await settingsMutations(websiteId)
const everybody = {
  ...callers,
  settingsKey: apiClient(origin, 'tck_settings'),
  agentsKey: apiClient(origin, 'tck_agents'),
}

const emailOf = () => `${crypto.randomUUID()}@acme.com`
async function operator(role: 'ADMIN' | 'AGENT') {
  const { id, email } = await db.operator.create({
    data: { websiteId, email: emailOf(), name: 'New', role },
  })
  const link = { websiteId, email, invitation: true, state: 'FAILED', expiresAt: new Date() } as const
  await db.operator.update({ where: { id }, data: { invitation: { create: link } } })
  return { id: encodeGlobalID('Operator', id) }
}
async function operatorSecret() {
  const { id } = await db.signingSecret.findFirstOrThrow({ where: { websiteId, kind: 'OPERATOR' } })
  return { id: encodeGlobalID('SigningSecret', id) }
}

const becomingEverything: Record<string, [mutation: string, input: () => Promise<Record<string, unknown>>]> =
  {
    'add one': ['addOperator', async () => ({ name: 'New', email: emailOf(), role: 'ADMIN' })],
    'raise an agent': ['updateOperator', async () => ({ ...(await operator('AGENT')), role: 'ADMIN' })],
    'invite one': ['resendInvitation', () => operator('ADMIN')],
    'roll their secret': ['rollSecret', async () => ({ kind: 'OPERATOR' })],
    'reveal it': ['revealSecret', operatorSecret],
  }

describe('of the settings, who may', () => {
  test.for(Object.entries(mutations))('%s', async ([mutation, [verdicts, input]]) => {
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(everybody)) {
      // At most five are allowed: make room for each caller.
      await db.faq.deleteMany({ where: { websiteId } })
      const answer = await outcome(client, mutation, await input())
      answers[caller] = answer === `${capitalize(mutation)}Payload` ? 'ok' : answer
    }
    expect(answers).toEqual(byCaller(everybody, verdicts))
  })

  test('is in the audit log, with texts for all entries and their details', async () => {
    const events = await db.auditEvent.findMany()
    expect(events.length).toBeGreaterThan(100)
    const keys = events.flatMap(({ action, details }) => [
      `action.${action}`,
      ...Object.keys(details as object).map((name) => `detail.${name}`),
    ])
    expect([...new Set(keys)].filter((key) => !(key in english))).toEqual([])
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

  test('have old tickets erased, is decided by the right to erase as well', async () => {
    for (const input of ['retentionMonths: 1', 'retentionAction: DELETE', 'name: "A", retentionMonths: 0']) {
      const send = async ({ send }: typeof callers.admin) =>
        (await send(`mutation { updateWebsite(input: { ${input} }) { __typename } }`)).errors
      expect((await send(everybody.settingsKey))?.map(({ extensions }) => extensions)).toEqual([
        { code: 'FORBIDDEN', missingScopes: ['ERASE'] },
      ])
      expect((await send(callers.bareKey))?.[0]?.extensions.missingScopes).toEqual(['SETTINGS_WRITE'])
      expect((await send(callers.agent))?.[0]?.extensions.code).toBe('FORBIDDEN')
      for (const caller of [callers.admin, callers.fullKey]) expect(await send(caller)).toBeUndefined()
    }
    const { retentionMonths, name } = await db.website.findUniqueOrThrow({ where: { id: websiteId } })
    expect([retentionMonths, name]).toEqual([null, 'A'])
    expect(
      await outcome(everybody.settingsKey, 'updateWebsite', { name: 'Acme', retentionMonths: null }),
    ).toBe('UpdateWebsitePayload')
  })

  test.for(Object.entries(becomingEverything))(
    'make or invite administrators, or see what signs them in: %s',
    async ([, [mutation, input]]) => {
      const letIn = async (client: typeof callers.admin) => outcome(client, mutation, await input())
      const payload = `${capitalize(mutation)}Payload`
      expect(await letIn(everybody.agentsKey)).toBe('FORBIDDEN')
      expect(await letIn(callers.fullKey)).toBe(payload)
      expect(await letIn(callers.admin)).toBe(payload)
    },
  )

  test('is explained to a key that would make an administrator', async () => {
    const [first] = Object.values(becomingEverything)
    const { errors } = await everybody.agentsKey.send(
      'mutation ($input: AddOperatorInput!) { addOperator(input: $input) { __typename } }',
      { input: await first?.[1]() },
    )
    const missing = ['WEBHOOKS_WRITE', 'ERASE', 'EXPORT', 'IMPORT']
    expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', missingScopes: missing })
  })

  test('make keys: never with a scope that the key lacks', async () => {
    for (const scopes of [['IMPORT'], ['ERASE', 'SETTINGS_READ'], ['EXPORT'], ['WEBHOOKS_WRITE']]) {
      expect(await outcome(everybody.agentsKey, 'createApiKey', { name: 'K', scopes })).toBe('InvalidInput')
    }
    const scopes = ['TICKETS_READ', ...ofAgents]
    expect(await outcome(everybody.agentsKey, 'createApiKey', { name: 'K', scopes })).toBe(
      'CreateApiKeyPayload',
    )
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
        FORBIDDEN: 'root reader writer settingsKey',
        ok: 'admin foreignAdmin bareKey fullKey foreignKey agentsKey',
        null: 'owner participant other stranger agent',
      }),
    )
  })

  test('find their parts by node', async () => {
    const parts = ['revokeSecret', 'removeAllowedDomain', 'revokeApiKey']
    const ids = await Promise.all(parts.map(async (mutation) => (await mutations[mutation]?.[1]())?.id))
    const found = async (client: typeof callers.admin) =>
      (await client.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).nodes.filter(Boolean)
        .length
    expect(await found(callers.admin)).toBe(3)
    for (const client of [callers.owner, callers.agent, callers.writer, callers.foreignAdmin]) {
      expect(await found(client)).toBe(0)
    }
  })
})
