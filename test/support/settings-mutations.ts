import { v7 as newId } from 'uuid'
import { groups, type Verdicts } from './callers.ts'

const { anonymous } = groups
const forbidden = 'owner participant other stranger agent reader writer bareKey root'
const mine = 'admin fullKey settingsKey agentsKey'
const theirs = 'foreignAdmin foreignKey'
/** Everybody changes their own website; nobody finds anything of another. */
const makes = { ...anonymous, ok: `${mine} ${theirs}`, FORBIDDEN: forbidden }
const finds = { ...anonymous, ok: mine, NotFound: theirs, FORBIDDEN: forbidden }
/** What lets agents or customers sign in is not for a key that may only write settings. */
const notSettings = { FORBIDDEN: `${forbidden} settingsKey` }
const makesAgents = { ...anonymous, ok: `admin fullKey agentsKey ${theirs}`, ...notSettings }
const findsAgents = { ...anonymous, ok: 'admin fullKey agentsKey', NotFound: theirs, ...notSettings }
/** What lets administrators sign in, or needs a scope of its own, is not even for a key with all the rights of agents. */
const notAgents = { FORBIDDEN: `${forbidden} settingsKey agentsKey` }
const makesAccess = { ...anonymous, ok: `admin fullKey ${theirs}`, ...notAgents }
const findsAccess = { ...anonymous, ok: 'admin fullKey', NotFound: theirs, ...notAgents }

const onlyConfirmed = {
  ...anonymous,
  InvalidInput: 'admin foreignAdmin',
  NotFound: 'root',
  FORBIDDEN:
    'owner participant other stranger agent reader writer bareKey fullKey foreignKey settingsKey agentsKey',
}

type Input = Record<string, unknown>
type Row = [verdicts: Verdicts, input: () => Promise<Input> | Input]

/** Every mutation of the settings, with an input for a website, and what happens for each caller who sends it. */
export async function settingsMutations(websiteId: string): Promise<Record<string, Row>> {
  const { db } = await import('../../server/database/db.ts')
  const { seal } = await import('../../server/keys/keys.ts')
  const { sealWebhookSecret } = await import('../../server/keys/webhook-secrets.ts')
  const { encodeGlobalID } = await import('../../server/api/global-id.ts')

  const category = () => db.category.create({ data: { websiteId, name: 'Billing', position: 1 } })
  const field = async () => {
    const { id: categoryId } = await category()
    return db.categoryField.create({
      data: { categoryId, name: 'plan', label: 'Plan', type: 'TEXT', position: 1 },
    })
  }
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
  const key = () =>
    db.apiKey.create({ data: { websiteId, name: 'K', hash: crypto.randomUUID(), scopes: [] } })
  const url = 'https://webhooks.invalid/'
  const endpoint = async () => {
    const id = newId()
    const secret = sealWebhookSecret(`whsec_${Buffer.alloc(32).toString('base64')}`, id)
    return db.webhookEndpoint.create({ data: { id, websiteId, url, secret, position: 0 } })
  }
  const delivery = async () => {
    const { id: endpointId } = await endpoint()
    return db.webhookDelivery.create({ data: { websiteId, endpointId, state: 'FAILED' } })
  }
  const idOf = async (type: string, row: Promise<{ id: string }>) => ({
    id: encodeGlobalID(type, (await row).id),
  })

  return {
    createCategory: [makes, () => ({ name: crypto.randomUUID() })],
    updateCategory: [
      finds,
      async () => ({ ...(await idOf('Category', category())), name: crypto.randomUUID() }),
    ],
    moveCategory: [finds, async () => ({ ...(await idOf('Category', category())), position: 1 })],
    deleteCategory: [finds, () => idOf('Category', category())],
    createCategoryField: [
      finds,
      async () => {
        const { id: categoryId } = await idOf('Category', category())
        return { categoryId, name: 'plan', label: 'Plan', type: 'TEXT' }
      },
    ],
    updateCategoryField: [
      finds,
      async () => ({ ...(await idOf('CategoryField', field())), label: 'Your plan' }),
    ],
    moveCategoryField: [finds, async () => ({ ...(await idOf('CategoryField', field())), position: 1 })],
    deleteCategoryField: [finds, () => idOf('CategoryField', field())],
    createFaq: [makes, () => ({ question: 'Q', answer: 'A' })],
    updateFaq: [finds, async () => ({ ...(await idOf('Faq', faq())), answer: 'B' })],
    moveFaq: [finds, async () => ({ ...(await idOf('Faq', faq())), position: 1 })],
    deleteFaq: [finds, () => idOf('Faq', faq())],
    addAllowedDomain: [makes, () => ({ domain: 'new.acme.com' })],
    removeAllowedDomain: [finds, () => idOf('AllowedDomain', domain())],
    revealSecret: [findsAgents, () => idOf('SigningSecret', secret())],
    rollSecret: [makesAccess, () => ({ kind: 'OPERATOR' })],
    revokeSecret: [finds, () => idOf('SigningSecret', secret())],
    updateCustomization: [makes, () => ({ headHtml: '' })],
    updateWebsite: [makes, () => ({ name: 'Acme' })],
    setOfficeHours: [
      makes,
      () => ({ timeZone: 'Europe/Berlin', weekly: [{ day: 'MONDAY', opens: '09:00', closes: '17:00' }] }),
    ],
    updateEmailSettings: [makes, () => ({ content: 'EXCERPT' })],
    sendTestEmail: [makes, () => ({ to: 'ada@acme.com' })],
    addOperator: [
      makesAgents,
      () => ({ name: 'N', email: `${crypto.randomUUID()}@acme.com`, role: 'AGENT' }),
    ],
    updateOperator: [findsAgents, async () => ({ ...(await idOf('Operator', operator())), name: 'Other' })],
    removeOperator: [finds, () => idOf('Operator', operator())],
    // Nobody confirms it: the other callers need their website.
    deleteWebsite: [onlyConfirmed, () => ({ confirm: crypto.randomUUID() })],
    createExport: [makesAccess, () => ({ format: 'JSONL' })],
    exportCustomer: [makesAccess, () => ({ email: 'owner@example.com' })],
    eraseCustomer: [makesAccess, () => ({ email: `${crypto.randomUUID()}@example.com` })],
    resendInvitation: [findsAgents, () => idOf('Operator', notInvited())],
    createApiKey: [makes, () => ({ name: 'K', scopes: ['SETTINGS_WRITE'] })],
    revokeApiKey: [finds, () => idOf('ApiKey', key())],
    createWebhookEndpoint: [makesAccess, () => ({ url })],
    updateWebhookEndpoint: [
      findsAccess,
      async () => ({ ...(await idOf('WebhookEndpoint', endpoint())), description: 'For the warehouse' }),
    ],
    deleteWebhookEndpoint: [findsAccess, () => idOf('WebhookEndpoint', endpoint())],
    rollWebhookSecret: [findsAccess, () => idOf('WebhookEndpoint', endpoint())],
    sendTestWebhook: [findsAccess, () => idOf('WebhookEndpoint', endpoint())],
    redeliverWebhook: [
      findsAccess,
      async () => ({ deliveryId: (await idOf('WebhookDelivery', delivery())).id }),
    ],
    redeliverWebhooks: [
      findsAccess,
      async () => ({ endpointId: (await idOf('WebhookEndpoint', endpoint())).id, since: new Date(0) }),
    ],
  }
}
