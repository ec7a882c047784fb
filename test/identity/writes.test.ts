import { describe, expect, test } from 'vitest'
import { startApp } from '../support/app.ts'
import { byCaller, everyCaller, groups, type Verdicts } from '../support/callers.ts'
import { type Answer, capitalise } from '../support/client.ts'
import { failedEmail } from '../support/failed-email.ts'
import { quarantinedEmail } from '../support/quarantined-email.ts'

const { origin, rootKey } = await startApp()
const { schema } = await import('../../server/schema.ts')
const { website, owner, callers, newTicket } = await everyCaller(origin, rootKey)

/** Mutations covered by settings-writes.test.ts. */
const settingsMutations =
  'createCategory updateCategory moveCategory deleteCategory createFaq updateFaq moveFaq deleteFaq addAllowedDomain removeAllowedDomain revealSecret rollSecret revokeSecret updateCustomization updateWebsite updateEmailSettings sendTestEmail addOperator updateOperator removeOperator resendInvitation createApiKey revokeApiKey'.split(
    ' ',
  )

const { inside, outside, anonymous, signedIn } = groups
const members = `${signedIn} root`
const writers = {
  ...anonymous,
  ok: `${inside} writer fullKey`,
  NotFound: outside,
  FORBIDDEN: 'reader bareKey root',
}
const managers = {
  ...writers,
  ok: 'owner agent admin writer fullKey',
  FORBIDDEN: 'participant reader bareKey root',
}
const team = {
  ...anonymous,
  ok: 'agent admin writer fullKey',
  NotFound: 'foreignAdmin foreignKey',
  FORBIDDEN: 'owner participant other stranger reader bareKey root',
}

interface Row {
  verdicts: Verdicts
  /** The input that every caller uses, with a new ticket each. */
  input: (ticketId: string) => object | Promise<object>
}

const mutations: Record<string, Row> = {
  openSession: {
    verdicts: { NotAllowed: `nobody refused ${members}` },
    input: () => ({ websiteId: website.websiteId, email: 'owner@example.com', hmac: 'wrong' }),
  },
  renewSession: {
    verdicts: { ok: `nobody refused ${members}` },
    input: () => ({ renewalToken: owner.renewalToken }),
  },
  requestSignInLink: {
    verdicts: { ok: `nobody refused ${members}` },
    input: (ticketId) => ({ websiteId: website.websiteId, email: `${ticketId}@example.com` }),
  },
  openTicket: {
    verdicts: {
      ...anonymous,
      ok: 'owner participant other stranger',
      // They must name the customer.
      InvalidInput: 'agent admin foreignAdmin writer fullKey foreignKey',
      FORBIDDEN: 'reader bareKey root',
    },
    input: () => ({ subject: 'Help', body: 'Please' }),
  },
  createUpload: {
    verdicts: {
      ...anonymous,
      ok: `${inside} ${outside} writer fullKey`,
      FORBIDDEN: 'reader bareKey root',
    },
    input: () => ({ name: 'a.png', type: 'image/png', size: 1 }),
  },
  reply: { verdicts: writers, input: (ticketId) => ({ ticketId, body: 'Please' }) },
  markTicketRead: { verdicts: writers, input: (ticketId) => ({ ticketId, position: 1 }) },
  setTicketStatus: { verdicts: managers, input: (ticketId) => ({ ticketId, status: 'SOLVED' }) },
  addParticipant: { verdicts: managers, input: (ticketId) => ({ ticketId, email: 'new@example.com' }) },
  removeParticipant: {
    verdicts: writers,
    input: (ticketId) => ({ ticketId, email: 'participant@example.com' }),
  },
  assignTicket: { verdicts: team, input: (ticketId) => ({ ticketId }) },
  setTicketCategory: { verdicts: team, input: (ticketId) => ({ ticketId }) },
  resendEmail: { verdicts: team, input: async (ticketId) => ({ id: await failedEmail(ticketId) }) },
  acceptQuarantinedEmail: {
    verdicts: team,
    input: (ticketId) => quarantinedEmail(website.websiteId, ticketId),
  },
  discardQuarantinedEmail: {
    verdicts: team,
    input: (ticketId) => quarantinedEmail(website.websiteId, ticketId),
  },
  setNotifications: {
    verdicts: {
      ...anonymous,
      ok: 'agent admin foreignAdmin',
      FORBIDDEN: 'owner participant other stranger reader writer bareKey fullKey foreignKey root',
    },
    input: () => ({ notifications: 'ASSIGNED' }),
  },
  viewFaq: {
    verdicts: {
      ...anonymous,
      NotFound: 'owner participant other stranger',
      FORBIDDEN: 'agent admin foreignAdmin reader writer bareKey fullKey foreignKey root',
    },
    input: () => ({ id: 'RmFxOjAxOTNhMmIwLTdjMWUtN2QzYS05ZjAwLTY0NjU2ZDZmMDAwMQ' }),
  },
  createWebsite: {
    verdicts: { ...anonymous, ok: 'root', FORBIDDEN: signedIn },
    input: () => ({ name: 'Another' }),
  },
  rotateServerKey: {
    verdicts: { ...anonymous, Conflict: 'root', FORBIDDEN: signedIn },
    input: () => ({ emailTokenDays: 1 }),
  },
}

/** The answer in one word. */
function verdictOf({ data, errors }: Answer, verb: string): string {
  if (errors) return errors.map(({ extensions }) => extensions.code).join()
  const { __typename } = data[verb]
  return __typename === `${capitalise(verb)}Payload` ? 'ok' : __typename
}

describe('the table of callers and mutations', () => {
  test('has every mutation of the schema', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect([...Object.keys(mutations), ...settingsMutations].sort()).toEqual(all.sort())
  })
})

describe('who may', () => {
  test.for(Object.entries(mutations))('%s', async ([verb, { verdicts, input }]) => {
    const mutation = `mutation ($input: ${capitalise(verb)}Input!) { ${verb}(input: $input) { __typename } }`
    const answers: Record<string, string> = {}
    for (const [caller, client] of Object.entries(callers)) {
      const answer = await client.send(mutation, { input: await input((await newTicket()).id) })
      answers[caller] = verdictOf(answer, verb)
    }
    expect(answers).toEqual(byCaller(callers, verdicts))
  })

  test('is decided before the input is validated', async () => {
    const { errors } = await callers.reader.send(
      'mutation { reply(input: { ticketId: "nonsense", body: "" }) { __typename } }',
    )
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  })
})
